package org.paperbridge.intake.imageio;

import com.twelvemonkeys.imageio.metadata.CompoundDirectory;
import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.io.IOException;
import java.lang.reflect.Array;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.imageio.stream.ImageInputStream;
import org.paperbridge.intake.Pixels;
import org.paperbridge.intake.UndecodableException;
import org.paperbridge.intake.UndecodableException.Reason;

/**
 * Compares what the JPEG strips or tiles of a TIFF page say of their size with the page, before a decoder believes them:
 * it makes room for a picture of 65,535 × 65,535 because twenty bytes ask for it.
 */
final class JpegStrips {

    private static final int OLD_JPEG = 6;
    private static final int JPEG = 7;
    /** A strip or tile may be larger than a narrow or short page, by its padding: this many pixels, 2,048 × 2,048. */
    private static final long PADDING = 1L << 22;

    private static final int MARKER = 0xff;
    private static final int SCAN = 0xda;
    /** Each marker segment before the scan is at most this long; more than this many of them hold no picture. */
    private static final int MOST_SEGMENTS = 64;

    private final ImageInputStream input;
    private final Optional<CompoundDirectory> pages;

    private JpegStrips(ImageInputStream input, Optional<CompoundDirectory> pages) {
        this.input = input;
        this.pages = pages;
    }

    /** @param input read from wherever its position is; the position is put back */
    static JpegStrips of(ImageInputStream input) throws IOException {
        long at = input.getStreamPosition();
        try {
            input.seek(0);
            return new JpegStrips(
                    input,
                    new TIFFReader().read(input) instanceof CompoundDirectory all
                            ? Optional.of(all)
                            : Optional.empty());
        } catch (IOException | RuntimeException e) {
            // the picture reader says in its own way what is wrong with the file
            return new JpegStrips(input, Optional.empty());
        } finally {
            input.seek(at);
        }
    }

    /**
     * Checks the strips of one page.
     *
     * @param width of the page, px
     * @param height of the page, px
     * @throws UndecodableException when one claims to be far larger than the page
     */
    void check(int index, int width, int height) throws IOException {
        if (pages.isEmpty() || index >= pages.get().directoryCount()) {
            return;
        }
        Directory page = pages.get().getDirectory(index);
        long compression = numbers(page, TIFF.TAG_COMPRESSION).findFirst().orElse(0);
        if (compression != JPEG && compression != OLD_JPEG) {
            return;
        }
        long[] offsets = LongStream.concat(
                        LongStream.concat(numbers(page, TIFF.TAG_STRIP_OFFSETS), numbers(page, TIFF.TAG_TILE_OFFSETS)),
                        numbers(page, TIFF.TAG_JPEG_INTERCHANGE_FORMAT))
                .toArray();
        long at = input.getStreamPosition();
        for (long offset : offsets) {
            checkFrame(offset, (long) width * height + PADDING);
        }
        input.seek(at);
    }

    /** Walks the marker segments of a JPEG stream up to the one that names its size (ITU-T T.81, B.1 and B.2.2). */
    private void checkFrame(long offset, long mostPixels) throws IOException {
        if (offset < 0 || offset >= input.length()) {
            return;
        }
        input.seek(offset);
        for (int segment = 0; segment < MOST_SEGMENTS; segment++) {
            if (input.read() != MARKER) {
                return;
            }
            int marker = input.read();
            while (marker == MARKER) {
                marker = input.read();
            }
            if (marker < 0 || marker == SCAN) {
                return;
            }
            if (hasNoLength(marker)) {
                continue;
            }
            long start = input.getStreamPosition();
            int length = twoBytes();
            if (isFrame(marker)) {
                input.read();
                int height = twoBytes();
                int width = twoBytes();
                if ((long) width * height > mostPixels) {
                    Pixels.checkSize(width, height);
                    throw new UndecodableException(Reason.CORRUPT);
                }
                return;
            }
            input.seek(start + Math.max(2, length));
        }
    }

    private static boolean hasNoLength(int marker) {
        return marker == 0x01 || marker >= 0xd0 && marker <= 0xd8;
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    /** Big-endian; what lies beyond the end counts as ones. */
    private int twoBytes() throws IOException {
        return (input.read() & 0xff) << 8 | input.read() & 0xff;
    }

    private static LongStream numbers(Directory page, int tag) {
        Entry entry = page.getEntryById(tag);
        Object value = entry == null ? null : entry.getValue();
        if (value instanceof Number number) {
            return LongStream.of(number.longValue());
        }
        if (value != null
                && value.getClass().isArray()
                && value.getClass().getComponentType().isPrimitive()) {
            return LongStream.range(0, Array.getLength(value)).map(i -> Array.getLong(value, (int) i));
        }
        return LongStream.empty();
    }
}
