package org.paperbridge.kit.zxing;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.datamatrix.DataMatrixWriter;
import com.google.zxing.datamatrix.encoder.SymbolShapeHint;
import com.google.zxing.oned.Code128Writer;
import java.util.Map;
import org.paperbridge.kit.page.Barcodes;
import org.paperbridge.kit.page.PrintedSymbol;

/** Code 128 and DataMatrix by ZXing. */
public final class ZxingBarcodes implements Barcodes {

    @Override
    public PrintedSymbol code128(String ascii) {
        return new Bars(new Code128Writer().encode(ascii));
    }

    @Override
    public PrintedSymbol dataMatrix(String text) {
        return new Matrix(new DataMatrixWriter()
                .encode(
                        text,
                        BarcodeFormat.DATA_MATRIX,
                        1,
                        1,
                        Map.of(EncodeHintType.DATA_MATRIX_SHAPE, SymbolShapeHint.FORCE_SQUARE)));
    }

    private static final class Bars implements PrintedSymbol {

        private final boolean[] dark;

        Bars(boolean[] dark) {
            this.dark = dark;
        }

        @Override
        public int columns() {
            return dark.length;
        }

        @Override
        public int rows() {
            return 1;
        }

        @Override
        public boolean isDark(int column, int row) {
            return dark[column];
        }
    }

    private record Matrix(BitMatrix bits) implements PrintedSymbol {

        @Override
        public int columns() {
            return bits.getWidth();
        }

        @Override
        public int rows() {
            return bits.getHeight();
        }

        @Override
        public boolean isDark(int column, int row) {
            return bits.get(column, row);
        }
    }
}
