package org.paperbridge.natives.openjpeg;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import org.jspecify.annotations.Nullable;
import org.paperbridge.natives.NativeLibraryException;

/**
 * What is called of OpenJPEG 2.5, under its own names, see openjpeg.h. It comes with Leptonica, which Tesseract needs
 * anyway, so there is no further library; OpenCV's own decoder of JPEG 2000 is Jasper 1.900, too old for hostile files.
 */
public interface OpenJpeg extends Library {

    int CODEC_CODE_STREAM = 0;
    int CODEC_JP2 = 2;

    /** Larger than {@code opj_dparameters_t}; its first word is {@code cp_reduce}. */
    int PARAMETERS_BYTES = 16_384;

    Pointer opj_create_decompress(int codec);

    void opj_set_default_decoder_parameters(Pointer parameters);

    int opj_setup_decoder(Pointer codec, Pointer parameters);

    int opj_decoder_set_strict_mode(Pointer codec, int strict);

    int opj_set_warning_handler(Pointer codec, Message handler, @Nullable Pointer data);

    int opj_set_error_handler(Pointer codec, Message handler, @Nullable Pointer data);

    Pointer opj_stream_create(long bufferBytes, int reads);

    void opj_stream_set_read_function(Pointer stream, Read read);

    void opj_stream_set_skip_function(Pointer stream, Move skip);

    void opj_stream_set_seek_function(Pointer stream, Move seek);

    void opj_stream_set_user_data(Pointer stream, @Nullable Pointer data, @Nullable Pointer free);

    void opj_stream_set_user_data_length(Pointer stream, long bytes);

    int opj_read_header(Pointer stream, Pointer codec, PointerByReference image);

    int opj_set_decoded_components(Pointer codec, int count, int[] components, int transform);

    int opj_decode(Pointer codec, Pointer stream, Pointer image);

    int opj_end_decompress(Pointer codec, Pointer stream);

    void opj_image_destroy(Pointer image);

    void opj_stream_destroy(Pointer stream);

    void opj_destroy_codec(Pointer codec);

    /** {@code opj_msg_callback}. */
    interface Message extends Callback {
        void say(String message, @Nullable Pointer data);
    }

    /** {@code opj_stream_read_fn}; -1 at the end. */
    interface Read extends Callback {
        long read(Pointer into, long bytes, @Nullable Pointer data);
    }

    /** {@code opj_stream_skip_fn} and {@code opj_stream_seek_fn}. */
    interface Move extends Callback {
        long move(long bytes, @Nullable Pointer data);
    }

    /** @throws NativeLibraryException when it does not run here */
    static OpenJpeg load() {
        return Loaded.get();
    }
}
