package org.paperbridge.kit.pdfbox;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.paperbridge.kit.protocol.PdfIntake;

/**
 * PDFs that the hospital drew. Every page is drawn small, once, in a thread of its own: what never ends or exhausts the
 * memory there is refused and holds up no kit.
 */
public final class ApprovedPdf implements PdfIntake {

    /** Enough to see that something stands on a page. */
    private static final int DPI = 24;

    /** A0, with its margins, in PDF points: 841 by 1189 mm. */
    private static final float LONGEST = 3600;

    /** A scan of A3 at 1200 dpi. */
    private static final long MOST_PIXELS = 300_000_000;

    private static final long MOST_MS = 120_000;
    private static final int TAIL = 1024;
    private static final int WHITE = 250;

    /** What a PDF does by itself, or carries along. */
    private static final List<COSName> ACTIVE =
            List.of(COSName.OPEN_ACTION, COSName.AA, COSName.NAMES, COSName.getPDFName("AF"));

    private final long mostMs;

    public ApprovedPdf() {
        this(MOST_MS);
    }

    /** @param mostMs time one file may take, milliseconds */
    ApprovedPdf(long mostMs) {
        this.mostMs = mostMs;
    }

    @Override
    public Outcome take(Path pdf, Path to, int mostPages) throws IOException {
        if (Files.size(pdf) == 0) {
            return new Outcome.Refused(Refusal.EMPTY);
        }
        if (!isWhole(pdf)) {
            return new Outcome.Refused(Refusal.BROKEN);
        }
        AtomicReference<Outcome> outcome = new AtomicReference<>(new Outcome.Refused(Refusal.TOO_SLOW));
        Thread drawing = new Thread(() -> outcome.set(drawn(pdf, to, mostPages)));
        drawing.setDaemon(true);
        drawing.start();
        try {
            drawing.join(mostMs);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while " + pdf.getFileName() + " was drawn", e);
        }
        return Objects.requireNonNull(outcome.get());
    }

    // Whatever a strange file does to the library, in its own thread it harms nobody.
    @SuppressWarnings("CatchingUnchecked")
    private static Outcome drawn(Path pdf, Path to, int mostPages) {
        try (PDDocument document = Loader.loadPDF(
                new RandomAccessReadBufferedFile(pdf.toFile()),
                "",
                null,
                null,
                IOUtils.createTempFileOnlyStreamCache())) {
            if (document.isEncrypted()) {
                return new Outcome.Refused(Refusal.ENCRYPTED);
            }
            int pages = document.getNumberOfPages();
            if (pages == 0) {
                return new Outcome.Refused(Refusal.EMPTY);
            }
            if (pages > mostPages) {
                return new Outcome.Refused(Refusal.TOO_LARGE);
            }
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            boolean ink = false;
            for (int i = 0; i < pages; i++) {
                if (isTooLarge(document.getPage(i))) {
                    return new Outcome.Refused(Refusal.TOO_LARGE);
                }
                ink |= isInked(renderer.renderImageWithDPI(i, DPI, ImageType.GRAY));
                document.getPage(i).getCOSObject().removeItem(COSName.AA);
            }
            if (!ink) {
                return new Outcome.Refused(Refusal.EMPTY);
            }
            ACTIVE.forEach(document.getDocumentCatalog().getCOSObject()::removeItem);
            document.save(to.toFile());
            return new Outcome.Taken(pages);
        } catch (InvalidPasswordException e) {
            return new Outcome.Refused(Refusal.ENCRYPTED);
        } catch (OutOfMemoryError e) {
            return new Outcome.Refused(Refusal.TOO_LARGE);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return new Outcome.Refused(Refusal.BROKEN);
        }
    }

    private static boolean isTooLarge(PDPage page) throws IOException {
        PDRectangle box = page.getMediaBox();
        if (Math.max(box.getWidth(), box.getHeight()) * page.getUserUnit() > LONGEST) {
            return true;
        }
        PDResources resources = page.getResources();
        if (resources == null) {
            return false; // A page on which nothing is drawn needs none.
        }
        for (COSName name : resources.getXObjectNames()) {
            if (resources.isImageXObject(name)
                    && resources.getXObject(name) instanceof PDImageXObject image
                    && (long) image.getWidth() * image.getHeight() > MOST_PIXELS) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInked(BufferedImage page) {
        for (byte pixel : ((DataBufferByte) page.getRaster().getDataBuffer()).getData()) {
            if ((pixel & 0xff) < WHITE) {
                return true;
            }
        }
        return false;
    }

    /** Begins and ends as a PDF does. The library would make up the end of one that was cut off. */
    private static boolean isWhole(Path pdf) throws IOException {
        try (RandomAccessReadBufferedFile in = new RandomAccessReadBufferedFile(pdf.toFile())) {
            byte[] head = new byte[(int) Math.min(TAIL, in.length())];
            in.readFully(head);
            byte[] tail = new byte[head.length];
            in.seek(in.length() - tail.length);
            in.readFully(tail);
            return new String(head, StandardCharsets.ISO_8859_1).contains("%PDF-")
                    && new String(tail, StandardCharsets.ISO_8859_1).contains("%%EOF");
        }
    }
}
