package org.paperbridge.kit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.paperbridge.kit.page.DrawnPage;

/** Draws issued forms into one PDF file. */
public interface PdfWriter {

    /**
     * Writes all pages of the forms, in order, into a file that appears only when it is whole.
     *
     * @param title of the document
     * @return how many pages
     */
    int write(Path file, String title, String language, List<IssuedForm> forms) throws IOException;

    /**
     * Writes lines of text onto as many pages as they need. The first line is the heading; it and the next two stand on
     * every page, and lines after them stay together in pairs.
     */
    int writeText(Path file, String title, String language, List<String> lines) throws IOException;

    /** Writes pages that are no forms, in order. */
    int writePages(Path file, String title, String language, List<DrawnPage> pages) throws IOException;
}
