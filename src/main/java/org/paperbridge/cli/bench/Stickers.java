package org.paperbridge.cli.bench;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.paperbridge.form.census.Encounter;
import org.paperbridge.form.census.Patient;
import org.paperbridge.form.census.Unit;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.kit.KitWords;
import org.paperbridge.kit.labels.Label;
import org.paperbridge.kit.labels.LabelFormat;
import org.paperbridge.kit.labels.LabelFormats;
import org.paperbridge.kit.labels.LabelMaker;
import org.paperbridge.kit.labels.LabelSheets;
import org.paperbridge.kit.labels.PrinterOffset;
import org.paperbridge.kit.page.DrawnPage;
import org.paperbridge.kit.pdfbox.FontMeasure;
import org.paperbridge.kit.pdfbox.FormDocument;
import org.paperbridge.kit.zxing.ZxingBarcodes;
import org.paperbridge.simulate.pdfbox.PrintedPages;

/** The product's own patient stickers, printed and stuck onto a page. */
public final class Stickers {

    private static final double PX_PER_MM = 300 / 25.4;

    private Stickers() {}

    /** As the ward's label sheet has it, 300 dpi. */
    public static BufferedImage print(Patient patient, Encounter stay) throws IOException {
        LabelMaker maker = new LabelMaker(
                KitWords.of("fr"), new Unit("CARD", "Cardiologie"), Instant.EPOCH, ZoneId.of("Europe/Paris"));
        Label label = maker.patient(patient, stay);
        LabelFormat format = LabelFormats.ofProduct().get("24");
        List<DrawnPage> pages = new LabelSheets(new ZxingBarcodes(), new FontMeasure()::widthMm)
                .draw(format, PrinterOffset.NONE, 0, List.of(label));
        Path pdf = Files.createTempFile("paperbridge-sticker", ".pdf");
        try {
            try (FormDocument document = new FormDocument("sticker", "fr")) {
                document.addDrawnPage(pages.getFirst());
                try (OutputStream out = Files.newOutputStream(pdf)) {
                    document.save(out);
                }
            }
            try (PrintedPages printed = new PrintedPages(pdf)) {
                PageBox place = format.place(0);
                return printed.page(0)
                        .getSubimage(px(place.left()), px(place.top()), px(place.width()), px(place.height()));
            }
        } finally {
            Files.delete(pdf);
        }
    }

    /** A little crooked, as hands do, with its top left corner near that of the box. */
    public static void stick(BufferedImage page, BufferedImage sticker, PageBox box, double degrees) {
        Graphics2D g = page.createGraphics();
        g.setRenderingHint(
                java.awt.RenderingHints.KEY_INTERPOLATION, java.awt.RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.rotate(Math.toRadians(degrees), px(box.centre().x()), px(box.centre().y()));
        g.drawImage(sticker, px(box.left() + 0.5), px(box.top() + 0.5), null);
        g.dispose();
    }

    /** Cuts a box out of one page and glues it at the same place onto another. */
    public static void paste(BufferedImage from, BufferedImage onto, PageBox box) {
        Graphics2D g = onto.createGraphics();
        g.drawImage(
                from.getSubimage(px(box.left()), px(box.top()), px(box.width()), px(box.height())),
                px(box.left()),
                px(box.top()),
                null);
        g.dispose();
    }

    private static int px(double mm) {
        return (int) Math.round(mm * PX_PER_MM);
    }
}
