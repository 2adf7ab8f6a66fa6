package org.paperbridge.cli.reading;

import org.paperbridge.read.ink.GreyCrop;

/**
 * A character and what it really is.
 *
 * @param source which set it comes from
 */
record LabelledCell(String label, String source, GreyCrop grey) {

    boolean isDigit() {
        return Character.isDigit(label.charAt(0));
    }
}
