package org.paperbridge.read.zxing;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.GenericMultipleBarcodeReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.read.LabelReader;
import org.paperbridge.read.ink.GreyCrop;

/**
 * Code 128, Code 39, DataMatrix (as on French INS labels) and QR on stickers. A second binariser is tried because faded
 * thermal labels defeat the first.
 */
public final class ZxingLabelReader implements LabelReader {

    private static final Map<DecodeHintType, Object> ANYWHERE = Map.of(
            DecodeHintType.TRY_HARDER,
            true,
            DecodeHintType.POSSIBLE_FORMATS,
            List.of(BarcodeFormat.CODE_128, BarcodeFormat.CODE_39, BarcodeFormat.QR_CODE));
    /** Its detector starts from the middle of the picture. */
    private static final Map<DecodeHintType, Object> IN_THE_MIDDLE = Map.of(
            DecodeHintType.TRY_HARDER, true, DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.DATA_MATRIX));

    private static final int TILE_STEPS = 5;
    private static final double[] TILES = {0.7, 0.4};

    private record Found(double top, String text) {}

    @Override
    public List<String> codes(GreyCrop grey) {
        List<Found> found = new ArrayList<>();
        GreySource whole = new GreySource(grey);
        found.addAll(several(new HybridBinarizer(whole)));
        found.addAll(several(new GlobalHistogramBinarizer(whole)));
        for (double share : TILES) {
            int width = Math.max(1, (int) (grey.width() * share));
            int height = Math.max(1, (int) (grey.height() * share));
            for (int step = 0; step < TILE_STEPS * TILE_STEPS; step++) {
                int left = step % TILE_STEPS * (grey.width() - width) / (TILE_STEPS - 1);
                int top = step / TILE_STEPS * (grey.height() - height) / (TILE_STEPS - 1);
                middle(grey.part(left, top, width, height))
                        .ifPresent(result -> found.add(new Found(top + topOf(result), result.getText())));
            }
        }
        found.sort(Comparator.comparingDouble(Found::top));
        return found.stream().map(Found::text).distinct().toList();
    }

    private static List<Found> several(Binarizer binarizer) {
        try {
            Result[] results = new GenericMultipleBarcodeReader(new MultiFormatReader())
                    .decodeMultiple(new BinaryBitmap(binarizer), ANYWHERE);
            return Arrays.stream(results)
                    .map(result -> new Found(topOf(result), result.getText()))
                    .toList();
        } catch (NotFoundException e) {
            return List.of();
        }
    }

    private static Optional<Result> middle(GreyCrop tile) {
        try {
            BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(new GreySource(tile)));
            return Optional.of(new MultiFormatReader().decode(bitmap, IN_THE_MIDDLE));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    private static double topOf(Result result) {
        return Arrays.stream(result.getResultPoints())
                .mapToDouble(ResultPoint::getY)
                .min()
                .orElse(0);
    }
}
