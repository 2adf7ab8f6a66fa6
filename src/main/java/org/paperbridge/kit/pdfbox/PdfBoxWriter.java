package org.paperbridge.kit.pdfbox;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.kit.EarlierSheet;
import org.paperbridge.kit.IssuedForm;
import org.paperbridge.kit.PageCodeSymbol;
import org.paperbridge.kit.PagePrint;
import org.paperbridge.kit.PdfWriter;
import org.paperbridge.kit.Sheet;
import org.paperbridge.kit.page.DrawnPage;
import org.paperbridge.pagecode.PageCodec;
import org.paperbridge.pagecode.PageStamp;
import org.paperbridge.pagecode.ShortCode;

/** Forms, covers and lists to PDF files that appear only when they are whole. */
public final class PdfBoxWriter implements PdfWriter {

    private final PageCodec codec;
    private final Function<String, PageCodeSymbol> symbols;
    private final Optional<PdfSeal> seal;
    private final StaticPage.Drawn drawn = new StaticPage.Drawn();

    /** @param symbols text of a page code to its symbol */
    public PdfBoxWriter(PageCodec codec, Function<String, PageCodeSymbol> symbols) {
        this(codec, symbols, Optional.empty());
    }

    /**
     * @param symbols text of a page code to its symbol
     * @param seal encrypts the files; earlier sheets can be taken over from files with the same seal only
     */
    public PdfBoxWriter(PageCodec codec, Function<String, PageCodeSymbol> symbols, Optional<PdfSeal> seal) {
        this.codec = codec;
        this.symbols = symbols;
        this.seal = seal;
    }

    @Override
    public int write(Path file, String title, String language, List<? extends Sheet> sheets) throws IOException {
        Map<Path, EarlierPdf> earlier = new HashMap<>();
        try (FormDocument document = new FormDocument(title, language, drawn)) {
            for (Sheet sheet : sheets) {
                switch (sheet) {
                    case IssuedForm issued -> add(document, language, issued);
                    case EarlierSheet taken -> {
                        EarlierPdf from = earlier.get(taken.file());
                        if (from == null) {
                            from = EarlierPdf.read(taken.file());
                            earlier.put(taken.file(), from);
                        }
                        for (int i = 0; i < taken.pages(); i++) {
                            document.addEarlier(taken.form(), i + 1, language, from, taken.firstPage() + i);
                        }
                    }
                }
            }
            save(document, file);
            return document.pageCount();
        }
    }

    @Override
    public int writePages(Path file, String title, String language, List<DrawnPage> pages) throws IOException {
        try (FormDocument document = new FormDocument(title, language, drawn)) {
            for (DrawnPage page : pages) {
                document.addDrawnPage(page);
            }
            save(document, file);
            return document.pageCount();
        }
    }

    @Override
    public int writePrepared(Path file, Path pdf) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (PDDocument document =
                Loader.loadPDF(pdf.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            if (seal.isPresent()) {
                document.protect(seal.get().policy());
            }
            document.save(part.toFile());
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return document.getNumberOfPages();
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @Override
    public boolean canTake(EarlierSheet sheet, String language) {
        try (Deflating deflating = new Deflating()) {
            EarlierPdf earlier = EarlierPdf.read(sheet.file());
            for (LayoutPage layout : sheet.form().layout().pages()) {
                if (!earlier.draws(drawn.of(sheet.form(), layout, language, deflating))) {
                    return false;
                }
            }
            return earlier.seal().equals(seal.map(PdfSeal::dictionary))
                    && earlier.fonts().stream().allMatch(PrintFonts::isCurrent);
        } catch (IOException e) {
            return false;
        }
    }

    private void add(FormDocument document, String language, IssuedForm form) {
        for (PageStamp stamp : form.stamps()) {
            document.addPage(
                    form.form(),
                    stamp.page(),
                    language,
                    new PagePrint(
                            form.prefill(),
                            symbols.apply(codec.seal(stamp)),
                            new ShortCode(stamp.serial(), stamp.page(), stamp.copy()).print(),
                            stamp.page() == 1 ? form.body() : List.of()));
        }
    }

    private void save(FormDocument document, Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(part)) {
                document.save(out, seal);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
