package org.paperbridge.read.zxing;

import com.google.zxing.LuminanceSource;
import org.jspecify.annotations.Nullable;
import org.paperbridge.read.ink.GreyCrop;

/** Lets ZXing read a crop in place, upright or turned. */
final class GreySource extends LuminanceSource {

    private final GreyCrop grey;

    GreySource(GreyCrop grey) {
        super(grey.width(), grey.height());
        this.grey = grey;
    }

    @Override
    public byte[] getRow(int y, byte @Nullable [] row) {
        byte[] out = row != null && row.length >= getWidth() ? row : new byte[getWidth()];
        System.arraycopy(grey.values(), y * getWidth(), out, 0, getWidth());
        return out;
    }

    @Override
    public byte[] getMatrix() {
        return grey.values();
    }

    @Override
    public boolean isCropSupported() {
        return true;
    }

    @Override
    public LuminanceSource crop(int left, int top, int width, int height) {
        return new GreySource(grey.part(left, top, width, height));
    }

    @Override
    public boolean isRotateSupported() {
        return true;
    }

    @Override
    public LuminanceSource rotateCounterClockwise() {
        int width = grey.height();
        int height = grey.width();
        byte[] turned = new byte[width * height];
        for (int y = 0; y < grey.height(); y++) {
            for (int x = 0; x < grey.width(); x++) {
                turned[(height - 1 - x) * width + y] = grey.values()[y * grey.width() + x];
            }
        }
        return new GreySource(new GreyCrop(width, height, turned));
    }
}
