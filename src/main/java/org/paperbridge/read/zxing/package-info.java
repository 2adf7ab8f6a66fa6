/** Barcodes of stickers, by ZXing. */
@NullMarked
package org.paperbridge.read.zxing;

import org.jspecify.annotations.NullMarked;
