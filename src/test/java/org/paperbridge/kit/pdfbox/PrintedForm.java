package org.paperbridge.kit.pdfbox;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.kit.PageCodeSymbol;
import org.paperbridge.kit.PagePrint;
import org.paperbridge.template.ReleasedForms;
import org.paperbridge.template.file.TemplateFiles;

/** A shipped form in one language, printed to a PDF in memory. */
record PrintedForm(FormTemplate form, String language) {

    static Stream<PrintedForm> all() {
        return ReleasedForms.load(TemplateFiles.ofProduct()).listForms().stream()
                .flatMap(f -> Stream.of("fr", "en").map(l -> new PrintedForm(f, l)));
    }

    Map<String, String> words() {
        return form.labels().getOrDefault(language, Map.of());
    }

    /** All words in reading order; every prefilled zone shows the name of its source. */
    String text() throws IOException {
        Map<String, String> sources = new HashMap<>();
        form.layout()
                .pages()
                .forEach(p -> p.fields().forEach(f -> {
                    if (f instanceof FieldZone.Print print) {
                        sources.put(print.source(), "<" + print.source() + ">");
                    }
                }));
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setLineSeparator("\n");
        stripper.setPageEnd("--\n");
        try (PDDocument document = Loader.loadPDF(pdf(sources))) {
            return stripper.getText(document).replaceAll("[ \\t]+\n", "\n");
        }
    }

    /** @param page from 1 */
    BufferedImage picture(int page, int dpi) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf(Map.of()))) {
            return new PDFRenderer(document).renderImageWithDPI(page - 1, dpi, ImageType.GRAY);
        }
    }

    private byte[] pdf(Map<String, String> prefill) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (FormDocument document = new FormDocument(form.ref().form(), language)) {
            for (LayoutPage page : form.layout().pages()) {
                document.addPage(
                        form, page.page(), language, new PagePrint(prefill, new Dark(), "AAAAA-BBBBB-C", List.of()));
            }
            document.save(out);
        }
        return out.toByteArray();
    }

    @Override
    public String toString() {
        return form.ref() + " " + language;
    }

    /** One dark module. */
    private record Dark() implements PageCodeSymbol {
        @Override
        public int modules() {
            return 1;
        }

        @Override
        public boolean isDark(int column, int row) {
            return true;
        }
    }
}
