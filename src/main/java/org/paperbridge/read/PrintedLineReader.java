package org.paperbridge.read;

import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageRegistration;

/** Reads a line of machine print at a known place. Safe to share between threads. */
public interface PrintedLineReader extends AutoCloseable {

    /**
     * The line as seen; unproven, so use only what carries a check of its own.
     *
     * @param line where it is printed, mm
     * @param alphabet the only characters it may hold; empty for any
     */
    PrintedText read(PageImage image, PageRegistration registration, PageBox line, String alphabet);

    @Override
    void close();
}
