package org.paperbridge.source;

import java.util.Locale;

/**
 * How a stack is to be scanned.
 *
 * @param dpi across and along
 * @param bothSides front and back of every sheet
 */
public record ScanSettings(int dpi, Colour colour, boolean bothSides, Feed feed, Format format) {

    public enum Colour {
        GREY,
        COLOUR,
        BLACK_AND_WHITE
    }

    public enum Feed {
        /** The stack on top, sheet by sheet. */
        FEEDER,
        /** One page under the lid. */
        GLASS
    }

    /** What a scanner hands over. */
    public enum Format {
        /** A picture a side: each is kept before the next is asked for. */
        JPEG("image/jpeg"),
        /** One file when the stack is through. */
        PDF("application/pdf");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }

        public String ending() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
