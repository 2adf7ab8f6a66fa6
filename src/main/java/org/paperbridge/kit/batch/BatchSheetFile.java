package org.paperbridge.kit.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.paperbridge.form.batch.BatchLabel;
import org.paperbridge.kit.KitWords;
import org.paperbridge.kit.PdfWriter;
import org.paperbridge.kit.page.DrawnPage;
import org.paperbridge.kit.page.PrintedSymbol;
import org.paperbridge.pagecode.BatchCodec;

/** The sheets of one batch as a PDF file. */
public final class BatchSheetFile {

    private final PdfWriter writer;
    private final BatchCodec codec;
    private final Function<String, PrintedSymbol> symbols;
    private final ZoneId zone;

    public BatchSheetFile(PdfWriter writer, BatchCodec codec, Function<String, PrintedSymbol> symbols, ZoneId zone) {
        this.writer = writer;
        this.codec = codec;
        this.symbols = symbols;
        this.zone = zone;
    }

    /**
     * Writes the first and, if asked for, the last sheet.
     *
     * @param language {@code fr} or {@code en}
     * @return how many pages
     */
    public int write(Path file, BatchLabel label, boolean trailer, String language) throws IOException {
        BatchSheetPage sheet = new BatchSheetPage(codec, symbols, KitWords.of(language), zone);
        List<DrawnPage> pages = new ArrayList<>(List.of(sheet.header(label)));
        if (trailer) {
            pages.add(sheet.trailer(label));
        }
        return writer.writePages(file, KitWords.of(language).say("batch.header"), language, pages);
    }
}
