package org.paperbridge.route;

/** The words that travel between routes. The database says what there is to do. */
final class Wake {

    /** There may be something to do. */
    static final String LOOK = "look";
    /** Something was done, and there may be more. */
    static final String MORE = "more";
    /** Records may be waiting for delivery. */
    static final String RELEASED = "released";
    /** There was nothing to do. */
    static final String NOTHING = "nothing";

    private Wake() {}
}
