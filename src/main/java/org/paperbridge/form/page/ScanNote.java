package org.paperbridge.form.page;

/** What intake noticed about an image that later stages must know. */
public enum ScanNote {
    /** JBIG2 may swap digits silently: numbers on such a page always go to a person. */
    JBIG2,
    /** Black and white only. */
    BILEVEL,
    /** The file states no resolution. */
    NO_RESOLUTION,
    /** The page was rendered because it is not one plain full-page image. */
    RENDERED,
    /** The image data ended early; what could be decoded is there. */
    TRUNCATED
}
