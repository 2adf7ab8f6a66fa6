/** Networks run by ONNX Runtime. */
@NullMarked
package org.paperbridge.read.onnx;

import org.jspecify.annotations.NullMarked;
