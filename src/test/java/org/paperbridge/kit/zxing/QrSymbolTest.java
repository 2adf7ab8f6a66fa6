package org.paperbridge.kit.zxing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The quick choice of a mask against ZXing's own. */
final class QrSymbolTest {

    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    @Test
    void isModuleForModuleTheSymbolThatZxingMakes() throws WriterException {
        SplittableRandom random = new SplittableRandom(20261125);
        Set<Integer> masks = new HashSet<>();
        Set<Integer> sides = new HashSet<>();
        for (int i = 0; i < 400; i++) {
            String text = "PB:"
                    + random.ints(20 + i % 130, 0, CHARACTERS.length())
                            .mapToObj(c -> String.valueOf(CHARACTERS.charAt(c)))
                            .collect(Collectors.joining());
            QRCode expected = Encoder.encode(text, ErrorCorrectionLevel.Q);
            masks.add(expected.getMaskPattern());
            sides.add(expected.getMatrix().getWidth());
            assertThat(picture(QrSymbol.of(text))).as(text).isEqualTo(picture(expected.getMatrix()));
        }
        assertThat(masks).as("every mask was the best of some symbol").hasSize(8);
        assertThat(sides).hasSizeGreaterThan(4);
    }

    @Test
    void aTextForWhichNoPageCodeHasRoomIsRefused() {
        assertThatThrownBy(() -> QrSymbol.of("A".repeat(600))).isInstanceOf(IllegalArgumentException.class);
    }

    private static String picture(QrSymbol symbol) {
        StringBuilder picture = new StringBuilder();
        for (int row = 0; row < symbol.modules(); row++) {
            for (int column = 0; column < symbol.modules(); column++) {
                picture.append(symbol.isDark(column, row) ? '#' : '.');
            }
            picture.append('\n');
        }
        return picture.toString();
    }

    private static String picture(ByteMatrix matrix) {
        StringBuilder picture = new StringBuilder();
        for (int row = 0; row < matrix.getHeight(); row++) {
            for (int column = 0; column < matrix.getWidth(); column++) {
                picture.append(matrix.get(column, row) == 1 ? '#' : '.');
            }
            picture.append('\n');
        }
        return picture.toString();
    }
}
