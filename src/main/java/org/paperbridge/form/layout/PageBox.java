package org.paperbridge.form.layout;

/**
 * A rectangle on the printed page, in millimetres.
 *
 * <p>Page frame: origin at the top-left corner of the trimmed sheet, x to the right, y down.
 *
 * @param left distance from the left edge, mm
 * @param top distance from the top edge, mm
 * @param width mm, greater than zero
 * @param height mm, greater than zero
 */
public record PageBox(double left, double top, double width, double height) {

    public PageBox {
        if (!(width > 0) || !(height > 0)) {
            throw new IllegalArgumentException(
                    "A page box needs a positive size, got " + width + " x " + height + " mm");
        }
    }

    public double right() {
        return left + width;
    }

    public double bottom() {
        return top + height;
    }

    public PagePoint centre() {
        return new PagePoint(left + width / 2, top + height / 2);
    }

    /** This box with {@code mm} added on every side; negative shrinks it. */
    public PageBox grownBy(double mm) {
        return new PageBox(left - mm, top - mm, width + 2 * mm, height + 2 * mm);
    }

    public boolean overlaps(PageBox other) {
        return left < other.right() && other.left < right() && top < other.bottom() && other.top < bottom();
    }

    public boolean contains(PageBox other) {
        return left <= other.left && top <= other.top && right() >= other.right() && bottom() >= other.bottom();
    }
}
