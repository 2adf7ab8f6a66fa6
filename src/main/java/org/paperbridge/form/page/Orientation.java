package org.paperbridge.form.page;

import java.util.List;

/**
 * Where identification saw the page code, so that registration need not try every turn.
 *
 * @param codeIndex which of the layout's codes was decoded, from 0
 * @param corners of the decoded symbol in the scan frame, in the symbol's own order: top-left, top-right, bottom-left
 *     finder pattern centres
 */
public record Orientation(int codeIndex, List<ScanPoint> corners) {

    public Orientation {
        corners = List.copyOf(corners);
    }
}
