package org.paperbridge.process;

import java.util.Optional;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageRegistration;
import org.paperbridge.pagecode.ShortCode;
import org.paperbridge.read.PrintedLineReader;

/** The printed short code of a located page. */
public final class ShortCodeFinder {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ-";

    private final PrintedLineReader lines;

    public ShortCodeFinder(PrintedLineReader lines) {
        this.lines = lines;
    }

    /** Empty when it cannot be read, or its check character does not agree. */
    Optional<ShortCode> find(PageImage image, PageRegistration registration, PageBox box) {
        return ShortCode.parse(lines.read(image, registration, box, ALPHABET).text());
    }
}
