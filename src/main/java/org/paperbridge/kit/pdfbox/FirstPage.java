package org.paperbridge.kit.pdfbox;

import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** What stands on the first page of a PDF that came from elsewhere. */
public final class FirstPage {

    private FirstPage() {}

    /** Empty when there is no text, e.g. on a scan, or the file is broken or locked. */
    public static Optional<String> words(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setEndPage(1);
            stripper.setSortByPosition(true);
            return Optional.of(stripper.getText(document).strip()).filter(words -> !words.isEmpty());
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
