package org.paperbridge.kit;

import org.paperbridge.kit.page.PrintedSymbol;

/** A square symbol of dark and light modules, quiet zone excluded. */
public interface PageCodeSymbol extends PrintedSymbol {

    /** Modules along one side. */
    int modules();

    @Override
    default int columns() {
        return modules();
    }

    @Override
    default int rows() {
        return modules();
    }
}
