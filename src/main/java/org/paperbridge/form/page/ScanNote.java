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
    TRUNCATED,
    /** Part of the image data is damaged: its decoder painted something over what it could not read. */
    DAMAGED;

    /** Whether something that was written may not be in the image: an empty field then says nothing. */
    public boolean mayHide() {
        return this == TRUNCATED || this == DAMAGED;
    }
}
