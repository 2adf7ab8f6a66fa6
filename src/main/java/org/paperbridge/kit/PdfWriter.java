package org.paperbridge.kit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.paperbridge.kit.page.DrawnPage;

/** Puts forms into one PDF file. */
public interface PdfWriter {

    /**
     * Writes all pages of the sheets, in order, into a file that appears only when it is whole.
     *
     * @param title of the document
     * @return how many pages
     */
    int write(Path file, String title, String language, List<? extends Sheet> sheets) throws IOException;

    /** Whether an earlier sheet can be written as it is: its file is whole, and the form is drawn as it was. */
    boolean canTake(EarlierSheet sheet, String language);

    /** Writes pages that are no forms, in order. */
    int writePages(Path file, String title, String language, List<DrawnPage> pages) throws IOException;

    /**
     * Writes a PDF that others drew, sealed where all files are.
     *
     * @param pdf open and sound
     * @return how many pages
     */
    int writePrepared(Path file, Path pdf) throws IOException;
}
