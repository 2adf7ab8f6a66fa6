package org.paperbridge.kit.pdfbox;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.kit.PageCodeSymbol;
import org.paperbridge.kit.PagePrint;

/** A picture of a form page, without a valid page code. */
public final class FormPreview {

    private FormPreview() {}

    public static void write(FormTemplate form, int page, String language, int dpi, Path png) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (FormDocument document = new FormDocument(form.ref().form(), language)) {
            document.addPage(form, page, language, new PagePrint(Map.of(), new Checkers(), "— — — — —", List.of()));
            document.save(pdf);
        }
        try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, dpi, ImageType.GRAY);
            ImageIO.write(image, "png", png.toFile());
        }
    }

    /** Visibly no page code. */
    private record Checkers() implements PageCodeSymbol {
        @Override
        public int modules() {
            return 8;
        }

        @Override
        public boolean isDark(int column, int row) {
            return (column + row) % 2 == 0;
        }
    }
}
