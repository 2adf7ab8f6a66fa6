package org.paperbridge.form.page;

import java.util.Set;

/**
 * One scanned side, decoded once: 8-bit grey, row by row from the top-left, 0 black to 255 white.
 *
 * <p>Scan frame: px, as the scanner delivered it; nothing has been rotated. Not a record because it owns a large array
 * that stages read in place; nobody writes to it after construction.
 */
public final class PageImage {

    private final int width;
    private final int height;
    private final byte[] grey;
    private final double declaredDpi;
    private final Set<ScanNote> notes;

    /**
     * @param grey {@code width * height} bytes, handed over: the caller must not change it afterwards
     * @param declaredDpi resolution the file states, 0 when it states none
     */
    @SuppressWarnings("ArrayReferenceParameter")
    public PageImage(int width, int height, byte[] grey, double declaredDpi, Set<ScanNote> notes) {
        if (width <= 0 || height <= 0 || grey.length != width * height) {
            throw new IllegalArgumentException(
                    "Image of " + width + " x " + height + " px cannot hold " + grey.length + " bytes");
        }
        this.width = width;
        this.height = height;
        this.grey = grey;
        this.declaredDpi = declaredDpi;
        this.notes = Set.copyOf(notes);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The pixels themselves, not a copy: read only. */
    public byte[] grey() {
        return grey;
    }

    /** Resolution the file states, 0 when it states none. Registration measures the true one. */
    public double declaredDpi() {
        return declaredDpi;
    }

    public Set<ScanNote> notes() {
        return notes;
    }

    public int greyAt(int x, int y) {
        return grey[y * width + x] & 0xff;
    }
}
