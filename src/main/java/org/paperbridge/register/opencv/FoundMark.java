package org.paperbridge.register.opencv;

import org.paperbridge.form.layout.PagePoint;
import org.paperbridge.form.page.ScanPoint;

/**
 * A corner mark and where it was seen.
 *
 * @param id of the fiducial
 * @param mm its centre on the page
 * @param px its centre on the scan
 * @param extent share of its bounding rectangle that it fills; of a cut one less than of a whole one
 */
record FoundMark(String id, PagePoint mm, ScanPoint px, double extent) {}
