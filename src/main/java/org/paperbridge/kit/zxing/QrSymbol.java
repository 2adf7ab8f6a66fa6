package org.paperbridge.kit.zxing;

import com.google.zxing.WriterException;
import org.paperbridge.kit.PageCodeSymbol;

/** A QR symbol of a page code: alphanumeric mode, error correction Q, smallest version that holds it. */
public final class QrSymbol implements PageCodeSymbol {

    private final long[] rows;

    private QrSymbol(long[] rows) {
        this.rows = rows;
    }

    public static QrSymbol of(String text) {
        try {
            return new QrSymbol(QrMask.best(text));
        } catch (WriterException e) {
            throw new IllegalArgumentException("No symbol holds " + text.length() + " characters", e);
        }
    }

    @Override
    public int modules() {
        return rows.length;
    }

    @Override
    public boolean isDark(int column, int row) {
        return (rows[row] >>> column & 1) == 1;
    }
}
