package org.paperbridge.read.tesseract;

import java.nio.file.Path;
import java.util.Optional;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageRegistration;
import org.paperbridge.read.PrintedLineReader;
import org.paperbridge.read.PrintedText;
import org.paperbridge.read.crop.ZoneSampler;
import org.paperbridge.read.opencv.OpenCvZoneSampler;

/** Printed lines by Tesseract, which is opened for the first line: most stacks need it for no page at all. */
public final class TesseractLines implements PrintedLineReader {

    private final Path folder;
    private final int size;
    private Optional<TesseractPool> pool = Optional.empty();

    /**
     * @param folder private to this installation; natives and language data are unpacked there
     * @param size how many threads may read at once
     */
    public TesseractLines(Path folder, int size) {
        this.folder = folder;
        this.size = size;
    }

    @Override
    public PrintedText read(PageImage image, PageRegistration registration, PageBox line, String alphabet) {
        try (ZoneSampler sampler = OpenCvZoneSampler.around(line, image, registration)) {
            return PrintTrim.toPrint(sampler.cut(line).grey())
                    .map(print -> open().line(print, alphabet))
                    .orElse(PrintedText.NOTHING);
        }
    }

    private synchronized TesseractPool open() {
        TesseractPool opened = pool.orElseGet(() -> TesseractPool.open(folder, size));
        pool = Optional.of(opened);
        return opened;
    }

    @Override
    public synchronized void close() {
        pool.ifPresent(TesseractPool::close);
        pool = Optional.empty();
    }
}
