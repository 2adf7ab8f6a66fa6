package org.paperbridge.template.layout;

/**
 * Sizes and greys of every form. Writing spaces are white on a light tint, because floating boxes make fewer errors than
 * ruled ones; the tint and the cell frames are light enough to drop out of a black-and-white scan.
 */
final class Style {

    static final double TINT = 0.94;
    /** Every second line of a table. */
    static final double TINT_DARKER = 0.9;

    static final double WHITE = 1;
    static final double BLACK = 0;
    static final double CELL_FRAME_GREY = 0.62;
    static final double TICK_FRAME_GREY = 0.25;
    static final double CAPTION_GREY = 0.12;
    static final double HAIRLINE_MM = 0.12;
    static final double TICK_STROKE_MM = 0.25;
    static final double STRUCTURE_MM = 0.3;

    static final double CELL_WIDTH = 5.0;
    static final double CELL_HEIGHT = 7.0;
    static final double CELL_PITCH = 5.2;
    static final double SEPARATOR = 1.8;
    static final double TICK = 4.2;
    static final double BAND_PITCH = 5.0;
    /** Rows of a list of tick boxes. */
    static final double LIST_PITCH = 5.8;

    static final double LINE_HEIGHT = 8.0;
    static final double SIGNATURE_HEIGHT = 12.0;
    /** Of the smallest sticker in use, 66 mm wide. */
    static final double LABEL_HEIGHT = 22.5;

    static final double LABEL_WIDTH = 66;
    static final double PRINT_HEIGHT = 5.0;

    static final double CAPTION_PT = 7.5;
    static final double CAPTION_HEIGHT = 3.4;
    static final double OPTION_PT = 8.5;
    static final double TABLE_LABEL_PT = 9;
    static final double TEXT_PT = 8.5;
    static final double TEXT_LEADING = 3.7;
    static final double SECTION_PT = 9.5;
    static final double SECTION_HEIGHT = 5.2;
    static final double FIELD_GAP = 3.6;
    static final double OPTION_GAP = 3.4;
    static final double ROW_GAP = 1.5;
    static final double SECTION_GAP = 2.2;
    static final double PADDING = 1.8;

    private Style() {}
}
