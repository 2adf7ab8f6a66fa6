package org.paperbridge.identify;

/**
 * What lies where the modules of a symbol should be: mean grey of each, 0 black to 255 white, row by row from its own top
 * left. Not a record because it owns an array that is read in place.
 */
public final class ModuleGrid {

    private final int side;
    private final int[] grey;

    /**
     * @param side in modules
     * @param grey {@code side * side} values, handed over
     */
    @SuppressWarnings("ArrayReferenceParameter")
    public ModuleGrid(int side, int[] grey) {
        if (grey.length != side * side) {
            throw new IllegalArgumentException(side + " modules a side cannot hold " + grey.length + " values");
        }
        this.side = side;
        this.grey = grey;
    }

    public int side() {
        return side;
    }

    public int at(int column, int row) {
        return grey[row * side + column];
    }
}
