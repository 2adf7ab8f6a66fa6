package org.paperbridge.source;

/** A scanner that gives pages when it is asked. One stack at a time. */
public interface PageScanner {

    /**
     * Scans until the feeder is empty. Each page is kept before the next is asked for, so whatever ends this early, what
     * was counted is safe and the rest is still on paper.
     *
     * @param settings what to ask for; a device that cannot do it refuses
     */
    ScanEnd scan(ScanSettings settings, PageKeeper keeper, ScanWatch watch) throws InterruptedException;
}
