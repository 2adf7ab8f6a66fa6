package org.paperbridge.read.zxing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.paperbridge.read.ink.GreyCrop;

/** Stickers with the codes hospitals print. */
final class ZxingLabelReaderTest {

    @ParameterizedTest
    @EnumSource(names = {"CODE_128", "DATA_MATRIX", "QR_CODE"})
    void codesOnAStickerAreRead(BarcodeFormat format) throws WriterException {
        GreyCrop sticker = GreyCrop.filled(700, 320, 235);
        draw(sticker, "1000234567", format, 60, 60);

        assertThat(new ZxingLabelReader().codes(sticker)).containsExactly("1000234567");
    }

    @Test
    void twoCodesComeFromTopToBottom() throws WriterException {
        GreyCrop sticker = GreyCrop.filled(700, 500, 235);
        draw(sticker, "LOWER", BarcodeFormat.CODE_128, 60, 330);
        draw(sticker, "UPPER", BarcodeFormat.CODE_128, 60, 40);

        assertThat(new ZxingLabelReader().codes(sticker)).containsExactly("UPPER", "LOWER");
    }

    @Test
    void aStickerWithoutCodeHasNone() {
        assertThat(new ZxingLabelReader().codes(GreyCrop.filled(300, 200, 240))).isEmpty();
    }

    private static void draw(GreyCrop sticker, String text, BarcodeFormat format, int left, int top)
            throws WriterException {
        boolean linear = format == BarcodeFormat.CODE_128;
        BitMatrix code = new MultiFormatWriter().encode(text, format, linear ? 400 : 200, linear ? 100 : 200);
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                if (code.get(x, y)) {
                    sticker.values()[(top + y) * sticker.width() + left + x] = 30;
                }
            }
        }
    }
}
