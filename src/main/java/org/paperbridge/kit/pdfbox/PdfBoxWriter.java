package org.paperbridge.kit.pdfbox;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.kit.IssuedForm;
import org.paperbridge.kit.PageCodeSymbol;
import org.paperbridge.kit.PagePrint;
import org.paperbridge.kit.PdfWriter;
import org.paperbridge.kit.page.DrawnPage;
import org.paperbridge.pagecode.PageCodec;
import org.paperbridge.pagecode.PageStamp;
import org.paperbridge.pagecode.ShortCode;

/** Forms and text to PDF files that appear only when they are whole. */
public final class PdfBoxWriter implements PdfWriter {

    /** Heading, date and an empty line, on every page: a loose second page must say which unit and how old it is. */
    private static final int HEAD_LINES = 3;
    /** Even, so that the two lines of a patient stay together. */
    private static final int BODY_LINES = 36;

    private final PageCodec codec;
    private final Function<String, PageCodeSymbol> symbols;
    private final Optional<String> password;

    /** @param symbols text of a page code to its symbol */
    public PdfBoxWriter(PageCodec codec, Function<String, PageCodeSymbol> symbols) {
        this(codec, symbols, Optional.empty());
    }

    /**
     * @param symbols text of a page code to its symbol
     * @param password opens the files, which are then encrypted
     */
    public PdfBoxWriter(PageCodec codec, Function<String, PageCodeSymbol> symbols, Optional<String> password) {
        this.codec = codec;
        this.symbols = symbols;
        this.password = password;
    }

    @Override
    public int write(Path file, String title, String language, List<IssuedForm> forms) throws IOException {
        try (FormDocument document = new FormDocument(title, language)) {
            for (IssuedForm form : forms) {
                for (PageStamp stamp : form.stamps()) {
                    document.addPage(
                            form.form(),
                            stamp.page(),
                            language,
                            new PagePrint(
                                    form.prefill(),
                                    symbols.apply(codec.seal(stamp)),
                                    new ShortCode(stamp.serial(), stamp.page(), stamp.copy()).print()));
                }
            }
            save(document, file);
            return document.pageCount();
        }
    }

    @Override
    public int writeText(Path file, String title, String language, List<String> lines) throws IOException {
        try (FormDocument document = new FormDocument(title, language)) {
            List<String> head = lines.subList(0, Math.min(HEAD_LINES, lines.size()));
            List<String> body = lines.subList(head.size(), lines.size());
            for (int from = 0; from == 0 || from < body.size(); from += BODY_LINES) {
                List<String> page = new ArrayList<>(head);
                page.addAll(body.subList(from, Math.min(from + BODY_LINES, body.size())));
                document.addTextPage(page(page));
            }
            save(document, file);
            return document.pageCount();
        }
    }

    @Override
    public int writePages(Path file, String title, String language, List<DrawnPage> pages) throws IOException {
        try (FormDocument document = new FormDocument(title, language)) {
            for (DrawnPage page : pages) {
                document.addDrawnPage(page);
            }
            save(document, file);
            return document.pageCount();
        }
    }

    private static TextPage page(List<String> lines) {
        List<TextPage.Line> placed = new ArrayList<>();
        double y = 18;
        for (int i = 0; i < lines.size(); i++) {
            boolean heading = i == 0;
            double height = heading ? 12 : 6.6;
            if (!lines.get(i).isEmpty()) {
                placed.add(
                        new TextPage.Line(new PageBox(15, y, 180, height), lines.get(i), heading ? 20 : 11.5, heading));
            }
            y += height;
        }
        return new TextPage(placed);
    }

    private void save(FormDocument document, Path file) throws IOException {
        if (password.isPresent()) {
            document.protect(password.get());
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                document.save(out);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
