package org.paperbridge.form.layout;

/**
 * One printed element that is no field: frozen with the layout, so that a page can be redrawn and its print subtracted.
 * Lengths in mm, grey from 0 (black) to 1 (white).
 */
public sealed interface Drawing {

    /** A filled rectangle. */
    record Fill(PageBox box, double grey) implements Drawing {}

    /** An outlined rectangle; the stroke is centred on the edge. */
    record Frame(PageBox box, double grey, double strokeMm) implements Drawing {}

    /** A straight line. */
    record Rule(PagePoint from, PagePoint to, double grey, double strokeMm) implements Drawing {}

    /**
     * Text set in a box, shrunk to fit it.
     *
     * @param key names the words in the labels of a language; a leading {@code =} means the rest is the text itself
     * @param sizePt font size, points
     * @param bold weight
     * @param align where in the box
     * @param lines at most so many, broken between words; 1 is one line however long
     */
    record Text(PageBox box, String key, double sizePt, boolean bold, Align align, double grey, int lines)
            implements Drawing {

        public Text {
            lines = Math.max(1, lines);
        }

        /** One line. */
        public Text(PageBox box, String key, double sizePt, boolean bold, Align align, double grey) {
            this(box, key, sizePt, bold, align, grey, 1);
        }
    }

    enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }
}
