package org.paperbridge.kit.zxing;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.kit.CheckedPdfWriter.SymbolReader;
import org.paperbridge.kit.GreyPage;

/**
 * Reads a symbol where it was printed. The detector misses one straight, clean symbol in a hundred for reasons of its
 * own, so a second threshold and the way for drawn symbols are tried too.
 */
public final class QrReader implements SymbolReader {

    /** Quiet zone to look at, four modules of a 33-module symbol at 22 mm. */
    private static final double QUIET_MM = 2.6;

    @Override
    public Optional<String> read(GreyPage page, PageBox place) {
        Crop crop = new Crop(page, place);
        return decode(new HybridBinarizer(crop), DecodeHintType.TRY_HARDER)
                .or(() -> decode(new GlobalHistogramBinarizer(crop), DecodeHintType.TRY_HARDER))
                .or(() -> decode(new HybridBinarizer(crop), DecodeHintType.PURE_BARCODE));
    }

    private static Optional<String> decode(Binarizer binarizer, DecodeHintType hint) {
        try {
            return Optional.of(new QRCodeReader()
                    .decode(new BinaryBitmap(binarizer), Map.of(hint, true))
                    .getText());
        } catch (ReaderException e) {
            return Optional.empty();
        }
    }

    private static final class Crop extends LuminanceSource {

        private final GreyPage page;
        private final int left;
        private final int top;

        Crop(GreyPage page, PageBox place) {
            super(page.pixels(place.width() + 2 * QUIET_MM), page.pixels(place.height() + 2 * QUIET_MM));
            this.page = page;
            this.left = page.pixels(place.left() - QUIET_MM);
            this.top = page.pixels(place.top() - QUIET_MM);
        }

        @Override
        public byte[] getRow(int y, byte[] row) {
            byte[] out = row == null || row.length < getWidth() ? new byte[getWidth()] : row;
            for (int x = 0; x < getWidth(); x++) {
                out[x] = (byte) page.at(left + x, top + y);
            }
            return out;
        }

        @Override
        public byte[] getMatrix() {
            byte[] all = new byte[getWidth() * getHeight()];
            for (int y = 0; y < getHeight(); y++) {
                System.arraycopy(getRow(y, new byte[getWidth()]), 0, all, y * getWidth(), getWidth());
            }
            return all;
        }
    }
}
