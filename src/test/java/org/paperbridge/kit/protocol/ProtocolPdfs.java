package org.paperbridge.kit.protocol;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;

/** PDFs as a hospital's word processor, scanner or full disk leaves them. */
public final class ProtocolPdfs {

    private ProtocolPdfs() {}

    /** Sound, with a script that runs when it is opened. */
    public static void sound(Path file, String words, int pages) throws IOException {
        try (PDDocument document = pages(words, pages)) {
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('x')"));
            document.save(file.toFile());
        }
    }

    static void locked(Path file) throws IOException {
        try (PDDocument document = pages("FOLFOX", 1)) {
            document.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
            document.save(file.toFile());
        }
    }

    static void white(Path file) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage(PDRectangle.A4));
            document.save(file.toFile());
        }
    }

    static void cutOff(Path file) throws IOException {
        sound(file, "FOLFOX", 3);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length * 2 / 3));
    }

    static void aFieldLong(Path file) throws IOException {
        try (PDDocument document = pages("FOLFOX", 1)) {
            document.getPage(0).setMediaBox(new PDRectangle(2_000_000, 2_000_000));
            document.save(file.toFile());
        }
    }

    private static PDDocument pages(String words, int pages) throws IOException {
        PDDocument document = new PDDocument();
        for (int i = 1; i <= pages; i++) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(FontName.HELVETICA), 20);
                content.newLineAtOffset(60, 700);
                content.showText(words + " " + i);
                content.endText();
            }
        }
        return document;
    }
}
