package org.paperbridge.identify;

import java.util.List;
import org.paperbridge.form.page.PageImage;

/** Finds symbols on a scan, trying harder only as long as it finds none. */
public interface CodeFinder {

    /** Distinct symbols, in no particular order; empty when none can be decoded. */
    List<SeenCode> find(PageImage image);
}
