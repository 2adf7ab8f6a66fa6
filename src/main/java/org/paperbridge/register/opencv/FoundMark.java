package org.paperbridge.register.opencv;

import org.paperbridge.form.layout.PagePoint;
import org.paperbridge.form.page.ScanPoint;

/**
 * A corner mark and where it was seen.
 *
 * @param id of the fiducial
 * @param mm its centre on the page
 * @param px its centre on the scan
 */
record FoundMark(String id, PagePoint mm, ScanPoint px) {}
