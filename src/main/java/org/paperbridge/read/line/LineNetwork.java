package org.paperbridge.read.line;

import org.paperbridge.read.ink.GreyCrop;

/** A network that reads along a line. Safe to share between threads. */
public interface LineNetwork extends AutoCloseable {

    /** What it sees in a crop of one line, dark ink on light paper. */
    CtcOutput output(GreyCrop grey);

    @Override
    void close();
}
