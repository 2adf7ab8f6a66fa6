package org.paperbridge.read.bare;

import org.paperbridge.read.ink.GreyCrop;

/** Puts paper around a crop. */
final class Padding {

    private Padding() {}

    static GreyCrop around(GreyCrop grey, int margin) {
        GreyCrop out = GreyCrop.filled(grey.width() + 2 * margin, grey.height() + 2 * margin, grey.paper());
        for (int y = 0; y < grey.height(); y++) {
            System.arraycopy(
                    grey.values(), y * grey.width(), out.values(), (y + margin) * out.width() + margin, grey.width());
        }
        return out;
    }
}
