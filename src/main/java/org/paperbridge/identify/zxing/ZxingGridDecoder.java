package org.paperbridge.identify.zxing;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.Optional;
import org.paperbridge.identify.GridDecoder;
import org.paperbridge.identify.ModuleGrid;

/** QR symbols from their modules: the finder patterns may be gone, and light may differ from corner to corner. */
public final class ZxingGridDecoder implements GridDecoder {

    /** Versions 4 to 8: what 60 to 157 characters at error correction Q need. */
    private static final int[] SIDES = {33, 37, 41, 45, 49};
    /** Black and white are told apart within so many modules: a stain is larger, a scribble is not. */
    private static final int REACH = 4;

    @Override
    public int[] sides() {
        return SIDES.clone();
    }

    @Override
    public Optional<String> decode(ModuleGrid grid) {
        try {
            return Optional.of(new Decoder().decode(bits(grid)).getText());
        } catch (ChecksumException | FormatException e) {
            return Optional.empty();
        }
    }

    private static BitMatrix bits(ModuleGrid grid) {
        BitMatrix bits = new BitMatrix(grid.side());
        for (int row = 0; row < grid.side(); row++) {
            for (int column = 0; column < grid.side(); column++) {
                if (grid.at(column, row) < middle(grid, column, row)) {
                    bits.set(column, row);
                }
            }
        }
        return bits;
    }

    /** Half way between the darkest and the lightest module around. */
    private static int middle(ModuleGrid grid, int column, int row) {
        int darkest = 255;
        int lightest = 0;
        for (int y = Math.max(0, row - REACH); y <= Math.min(grid.side() - 1, row + REACH); y++) {
            for (int x = Math.max(0, column - REACH); x <= Math.min(grid.side() - 1, column + REACH); x++) {
                darkest = Math.min(darkest, grid.at(x, y));
                lightest = Math.max(lightest, grid.at(x, y));
            }
        }
        return (darkest + lightest + 1) / 2;
    }
}
