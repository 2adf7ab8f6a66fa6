package org.paperbridge.kit;

/** A square symbol of dark and light modules, quiet zone excluded. */
public interface PageCodeSymbol {

    /** Modules along one side. */
    int modules();

    /** Column from the left, row from the top, from 0. */
    boolean isDark(int column, int row);
}
