package org.paperbridge.source;

import java.util.List;

/** The devices of this hospital, and the button "scan now". */
public interface ScanDesk {

    /** Every device that is switched on, by name. */
    List<DeskLine> lines();

    /**
     * Asks a scanner for what lies in it. Returns at once.
     *
     * @return false when it is at it already, or there is no such scanner that can be asked
     */
    boolean start(String source);

    /** Lets a scanner stop after the side under way. */
    void cancel(String source);
}
