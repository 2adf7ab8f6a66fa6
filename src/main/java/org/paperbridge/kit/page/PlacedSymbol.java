package org.paperbridge.kit.page;

import org.paperbridge.form.layout.PageBox;

/**
 * A symbol and where it is printed.
 *
 * @param box filled by the cells to its edges; whoever places it leaves the quiet zone around it white
 * @param text what it says, so that the print can be checked
 */
public record PlacedSymbol(PageBox box, PrintedSymbol symbol, String text) {}
