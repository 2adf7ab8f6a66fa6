package org.paperbridge.intake.openjpeg;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.List;
import org.paperbridge.intake.Pixels;
import org.paperbridge.intake.UndecodableException;
import org.paperbridge.intake.UndecodableException.Reason;
import org.paperbridge.natives.openjpeg.OpenJpeg;

/**
 * Decodes a code stream that was looked through before. OpenJPEG remarks on what it passes over; here that is an error,
 * because a page with a silent hole is no page.
 */
final class Jp2Decoder {

    private static final long BUFFER_BYTES = 1 << 20;

    /** In {@code opj_image_t}, bytes. */
    private static final int COMPONENT_COUNT = 16;

    private static final int COMPONENTS = 24;

    /** In and of {@code opj_image_comp_t}, bytes. */
    private static final int WIDTH = 8;

    private static final int HEIGHT = 12;
    private static final int DATA = 48;
    private static final int COMPONENT_BYTES = 64;

    private final OpenJpeg library = OpenJpeg.load();
    private final byte[] content;
    private final Jp2Boxes boxes;
    private final CodeStream stream;
    private final List<String> remarks = new ArrayList<>();
    private int at;

    private Jp2Decoder(byte[] content, Jp2Boxes boxes, CodeStream stream) {
        this.content = content;
        this.boxes = boxes;
        this.stream = stream;
        this.at = boxes.codeStream();
    }

    /** Rows from the top-left, 0 black to 255 white. */
    @SuppressWarnings("ArrayRecordComponent")
    record Grey(int width, int height, byte[] pixels) {}

    /** @param halvings of width and height; no more than the stream allows */
    static Grey decode(byte[] content, Jp2Boxes boxes, CodeStream stream, int halvings) {
        return new Jp2Decoder(content, boxes, stream).decode(halvings);
    }

    private Grey decode(int halvings) {
        // these must outlive the calls that use them
        OpenJpeg.Message remark = (message, data) -> remarks.add(message);
        OpenJpeg.Read read = (into, bytes, data) -> read(into, bytes);
        OpenJpeg.Move skip = (bytes, data) -> moveTo(at + bytes) ? bytes : -1;
        OpenJpeg.Move seek = (bytes, data) -> moveTo(boxes.codeStream() + bytes) ? 1 : 0;
        Pointer codec = library.opj_create_decompress(OpenJpeg.CODEC_CODE_STREAM);
        Pointer source = library.opj_stream_create(BUFFER_BYTES, 1);
        PointerByReference image = new PointerByReference();
        try (Memory parameters = new Memory(OpenJpeg.PARAMETERS_BYTES)) {
            library.opj_stream_set_read_function(source, read);
            library.opj_stream_set_skip_function(source, skip);
            library.opj_stream_set_seek_function(source, seek);
            library.opj_stream_set_user_data(source, null, null);
            library.opj_stream_set_user_data_length(source, boxes.end() - boxes.codeStream());
            library.opj_set_warning_handler(codec, remark, null);
            library.opj_set_error_handler(codec, remark, null);
            library.opj_set_default_decoder_parameters(parameters);
            parameters.setInt(0, halvings);
            boolean whole = library.opj_setup_decoder(codec, parameters) != 0
                    && library.opj_decoder_set_strict_mode(codec, 1) != 0
                    && library.opj_read_header(source, codec, image) != 0
                    && (!isGreyFirst() || library.opj_set_decoded_components(codec, 1, new int[1], 0) != 0)
                    && library.opj_decode(codec, source, image.getValue()) != 0
                    && library.opj_end_decompress(codec, source) != 0;
            if (!whole || !remarks.isEmpty()) {
                throw new UndecodableException(Reason.CORRUPT, new IllegalArgumentException(remarks.toString()));
            }
            return grey(image.getValue());
        } finally {
            if (image.getValue() != null) {
                library.opj_image_destroy(image.getValue());
            }
            library.opj_stream_destroy(source);
            library.opj_destroy_codec(codec);
            java.lang.ref.Reference.reachabilityFence(List.of(remark, read, skip, seek));
        }
    }

    private boolean isGreyFirst() {
        return boxes.greyFirst() || stream.isGreyFirst();
    }

    private long read(Pointer into, long bytes) {
        int part = (int) Math.min(bytes, boxes.end() - at);
        if (part <= 0) {
            return -1;
        }
        into.write(0, content, at, part);
        at += part;
        return part;
    }

    private boolean moveTo(long place) {
        boolean inside = place >= boxes.codeStream() && place <= boxes.end();
        at = inside ? (int) place : at;
        return inside;
    }

    private Grey grey(Pointer image) {
        Pointer components = image.getPointer(COMPONENTS);
        int width = components.getInt(WIDTH);
        int height = components.getInt(HEIGHT);
        Pixels.checkSize(width, height);
        byte[] pixels = new byte[width * height];
        if (isGreyFirst()) {
            Row row = new Row(image, 0, width, height);
            for (int y = 0; y < height; y++) {
                int[] values = row.at(y);
                for (int x = 0; x < width; x++) {
                    pixels[y * width + x] = (byte) values[x];
                }
            }
        } else {
            Row red = new Row(image, 0, width, height);
            Row green = new Row(image, 1, width, height);
            Row blue = new Row(image, 2, width, height);
            for (int y = 0; y < height; y++) {
                int[] r = red.at(y);
                int[] g = green.at(y);
                int[] b = blue.at(y);
                for (int x = 0; x < width; x++) {
                    pixels[y * width + x] = (byte) Pixels.luma(r[x], g[x], b[x]);
                }
            }
        }
        return new Grey(width, height, pixels);
    }

    /** Rows of one component, 0 to 255. */
    private final class Row {

        private final Pointer data;
        private final int[] values;

        Row(Pointer image, int index, int width, int height) {
            Pointer component = image.getPointer(COMPONENTS).share((long) index * COMPONENT_BYTES);
            Pointer decoded = index < image.getInt(COMPONENT_COUNT) ? component.getPointer(DATA) : null;
            if (decoded == null || component.getInt(WIDTH) != width || component.getInt(HEIGHT) != height) {
                throw new UndecodableException(Reason.CORRUPT);
            }
            this.data = decoded;
            this.values = new int[width];
        }

        int[] at(int y) {
            data.read(4L * y * values.length, values, 0, values.length);
            int most = (1 << stream.bits()) - 1;
            int shift = stream.signed() ? 1 << stream.bits() - 1 : 0;
            if (most != 255 || shift != 0) {
                for (int x = 0; x < values.length; x++) {
                    values[x] = Math.clamp(values[x] + shift, 0, most) * 255 / most;
                }
            }
            return values;
        }
    }
}
