package org.paperbridge.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.form.layout.Drawing;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.layout.Layout;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.kit.pdfbox.PdfBoxWriter;
import org.paperbridge.kit.pdfbox.PdfRaster;
import org.paperbridge.kit.zxing.QrReader;
import org.paperbridge.kit.zxing.QrSymbol;

final class CheckedPdfWriterTest {

    private final SmallWard ward = new SmallWard();

    @TempDir
    private Path out = Path.of("");

    @Test
    void aGoodFormIsWritten() throws IOException {
        assertThat(ward.checked().write(file(), "t", "fr", issued(ward.form("prescription"))))
                .isEqualTo(1);
        assertThat(file()).exists();
    }

    @Test
    void aCodeOfAnotherPageIsRefused() {
        String other = ward.codec.seal(
                issued(ward.form("admission")).getFirst().stamps().getFirst());
        assertRefused(text -> QrSymbol.of(other), ward.form("prescription"), "does not read back");
    }

    @Test
    void aDamagedSymbolIsRefused() {
        assertRefused(text -> new Blotted(QrSymbol.of(text)), ward.form("prescription"), "does not read back");
    }

    @Test
    void inkOnACodeIsRefused() {
        LayoutPage page = ward.form("prescription").layout().getPage(1);
        PageBox code = page.codes().getLast();
        PageBox bar = new PageBox(code.left() - 2, code.top() + 4, code.width() + 4, 9);
        assertRefused(QrSymbol::of, drawnOn(ward.form("prescription"), bar), "page code of prescription v2, page 1");
    }

    @Test
    void somethingTouchingACornerMarkIsRefused() {
        PageBox mark = ward.form("prescription")
                .layout()
                .getPage(1)
                .fiducials()
                .getFirst()
                .box();
        PageBox beside = new PageBox(mark.right() + 0.2, mark.top(), 4, mark.height());
        assertRefused(QrSymbol::of, drawnOn(ward.form("prescription"), beside), "corner mark");
    }

    @Test
    void aWriterThatBreaksOffLeavesTheOldFileWholeAndNoPart() throws IOException {
        Files.writeString(file(), "yesterday's kit");
        AtomicInteger pages = new AtomicInteger();
        PdfWriter broken = new PdfBoxWriter(ward.codec, text -> {
            if (pages.incrementAndGet() > 3) {
                throw new IllegalStateException("no more");
            }
            return QrSymbol.of(text);
        });
        List<IssuedForm> forms = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            forms.addAll(issued(ward.form("prescription")));
        }
        assertThatThrownBy(() -> broken.write(file(), "t", "fr", forms)).hasMessage("no more");
        assertThat(file()).hasContent("yesterday's kit");
        try (var left = Files.list(out)) {
            assertThat(left).containsExactly(file());
        }
    }

    private void assertRefused(Function<String, PageCodeSymbol> symbols, FormTemplate form, String said) {
        PdfWriter writer = new CheckedPdfWriter(
                new PdfBoxWriter(ward.codec, symbols), ward.codec, new PdfRaster(), new QrReader());
        assertThatThrownBy(() -> writer.write(file(), "t", "fr", issued(form)))
                .isInstanceOf(UnreadablePrintException.class)
                .hasMessageContaining(said);
        assertThat(file()).doesNotExist();
    }

    private Path file() {
        return out.resolve("forms.pdf");
    }

    private List<IssuedForm> issued(FormTemplate form) {
        return List.of(ward.issuer.issue(form, Optional.empty(), Map.of()));
    }

    private static FormTemplate drawnOn(FormTemplate form, PageBox ink) {
        LayoutPage page = form.layout().getPage(1);
        List<Drawing> drawings = new ArrayList<>(page.drawings());
        drawings.add(new Drawing.Fill(ink, 0));
        LayoutPage inked = new LayoutPage(
                1,
                page.widthMm(),
                page.heightMm(),
                page.fiducials(),
                page.codes(),
                page.shortCode(),
                page.fields(),
                drawings);
        Layout layout = new Layout(form.ref(), form.layout().fingerprint(), List.of(inked));
        return new FormTemplate(
                form.ref(),
                form.number(),
                form.titles(),
                form.rows(),
                layout,
                form.labels(),
                form.rules(),
                form.backEntry());
    }

    /** A drop of coffee over the lower right half, more than correction Q mends. */
    private record Blotted(PageCodeSymbol symbol) implements PageCodeSymbol {
        @Override
        public int modules() {
            return symbol.modules();
        }

        @Override
        public boolean isDark(int column, int row) {
            return column > 9 && row > 9 || symbol.isDark(column, row);
        }
    }
}
