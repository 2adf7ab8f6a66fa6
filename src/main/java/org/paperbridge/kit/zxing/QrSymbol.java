package org.paperbridge.kit.zxing;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;
import org.paperbridge.kit.PageCodeSymbol;

/** A QR symbol of a page code: alphanumeric mode, error correction Q, smallest version that holds it. */
public final class QrSymbol implements PageCodeSymbol {

    private final ByteMatrix matrix;

    private QrSymbol(ByteMatrix matrix) {
        this.matrix = matrix;
    }

    public static QrSymbol of(String text) {
        try {
            return new QrSymbol(Encoder.encode(text, ErrorCorrectionLevel.Q, Map.of(EncodeHintType.MARGIN, 0))
                    .getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException("No symbol holds " + text.length() + " characters", e);
        }
    }

    @Override
    public int modules() {
        return matrix.getWidth();
    }

    @Override
    public boolean isDark(int column, int row) {
        return matrix.get(column, row) == 1;
    }
}
