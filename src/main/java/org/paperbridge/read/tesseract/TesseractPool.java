package org.paperbridge.read.tesseract;

import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import net.sourceforge.tess4j.ITessAPI.TessBaseAPI;
import net.sourceforge.tess4j.ITessAPI.TessPageSegMode;
import net.sourceforge.tess4j.TessAPI1;
import org.paperbridge.natives.NativeLibraryException;
import org.paperbridge.read.PrintedText;
import org.paperbridge.read.ink.GreyCrop;

/**
 * Tesseract handles that are opened once and lent to one thread at a time: a fresh handle costs three times the line it
 * reads.
 */
public final class TesseractPool implements AutoCloseable {

    private static final String LANGUAGES = "fra+eng";
    private static final int DPI = 300;

    private final Path folder;
    private final BlockingQueue<TessBaseAPI> idle;
    private final int size;

    private TesseractPool(Path folder, BlockingQueue<TessBaseAPI> idle, int size) {
        this.folder = folder;
        this.idle = idle;
        this.size = size;
    }

    /**
     * @param folder private to this installation; natives and language data are unpacked there
     * @param size how many threads may read at once
     * @throws NativeLibraryException when Tesseract does not run on this machine
     */
    public static TesseractPool open(Path folder, int size) {
        Path languages = TesseractFiles.unpack(folder);
        System.setProperty("jna.library.path", folder.toAbsolutePath().toString());
        BlockingQueue<TessBaseAPI> idle = new ArrayBlockingQueue<>(size);
        for (int i = 0; i < size; i++) {
            idle.add(handle(languages));
        }
        return new TesseractPool(folder, idle, size);
    }

    /**
     * Reads one line of print.
     *
     * @param whitelist the only characters it may hold; empty for any
     */
    public PrintedText line(GreyCrop grey, String whitelist) {
        TessBaseAPI handle = borrow();
        try {
            TessAPI1.TessBaseAPISetPageSegMode(handle, TessPageSegMode.PSM_SINGLE_LINE);
            TessAPI1.TessBaseAPISetVariable(handle, "tessedit_char_whitelist", whitelist);
            ByteBuffer pixels = ByteBuffer.allocateDirect(grey.values().length);
            pixels.put(grey.values()).flip();
            TessAPI1.TessBaseAPISetImage(handle, pixels, grey.width(), grey.height(), 1, grey.width());
            TessAPI1.TessBaseAPISetSourceResolution(handle, DPI);
            Pointer text = TessAPI1.TessBaseAPIGetUTF8Text(handle);
            try {
                int confidence = TessAPI1.TessBaseAPIMeanTextConf(handle);
                String read = text.getString(0, StandardCharsets.UTF_8.name());
                return new PrintedText(read.strip(), Math.clamp(confidence / 100.0, 0, 1));
            } finally {
                TessAPI1.TessDeleteText(text);
                TessAPI1.TessBaseAPIClear(handle);
            }
        } finally {
            idle.add(handle);
        }
    }

    /** Where the natives lie. */
    public Path folder() {
        return folder;
    }

    /** Waits for readers to finish. */
    @Override
    public void close() {
        for (int i = 0; i < size; i++) {
            TessBaseAPI handle = borrow();
            TessAPI1.TessBaseAPIEnd(handle);
            TessAPI1.TessBaseAPIDelete(handle);
        }
    }

    private TessBaseAPI borrow() {
        try {
            return idle.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for Tesseract", e);
        }
    }

    private static TessBaseAPI handle(Path languages) {
        try {
            TessBaseAPI handle = TessAPI1.TessBaseAPICreate();
            if (TessAPI1.TessBaseAPIInit3(handle, languages.toString(), LANGUAGES) != 0) {
                TessAPI1.TessBaseAPIDelete(handle);
                throw new IllegalStateException("Tesseract cannot read its language data in " + languages);
            }
            return handle;
        } catch (LinkageError e) {
            throw new NativeLibraryException("Tesseract", e);
        }
    }
}
