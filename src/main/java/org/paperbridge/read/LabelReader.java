package org.paperbridge.read;

import java.util.List;
import org.paperbridge.read.ink.GreyCrop;

/** Decodes the barcodes of a sticker. */
@FunctionalInterface
public interface LabelReader {

    /** Texts of all codes found, top to bottom; empty when there is none. */
    List<String> codes(GreyCrop grey);
}
