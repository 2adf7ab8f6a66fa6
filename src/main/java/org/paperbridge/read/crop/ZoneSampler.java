package org.paperbridge.read.crop;

import org.paperbridge.form.layout.PageBox;

/**
 * Cuts zones out of one scan through its registration, sampling only their pixels.
 *
 * <p>All zones come at {@value #PX_PER_MM} px/mm (305 dpi) whatever the scanner's resolution, so that thresholds in
 * pixels mean the same on every scan. A scan of more than half again that resolution is averaged.
 */
public interface ZoneSampler extends AutoCloseable {

    double PX_PER_MM = 12;

    /** The zone of a box; what lies beyond the edge of the scan repeats the edge. */
    Zone cut(PageBox box);

    @Override
    void close();
}
