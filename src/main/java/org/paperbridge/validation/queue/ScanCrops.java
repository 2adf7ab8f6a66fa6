package org.paperbridge.validation.queue;

import java.util.Optional;
import org.paperbridge.form.page.ScanRef;

/** Pictures cut from the kept original on request, upright whatever way the page was scanned. PNG, grey. */
public interface ScanCrops {

    /**
     * One field zone with a small margin.
     *
     * @param widthPx of the picture; the height follows
     * @return empty when the page was not located or has no such field
     */
    Optional<byte[]> findCrop(ScanRef scan, String field, int widthPx);

    /**
     * The whole side: in the page frame when it was located, else as scanned.
     *
     * @return empty when the image cannot be decoded
     */
    Optional<byte[]> findPage(ScanRef scan, int widthPx);

    /** As {@link #findPage}, for eyes alone: JPEG, a tenth of the bytes, and kept for a while. */
    Optional<byte[]> findPreview(ScanRef scan, int widthPx);

    /** Begins a preview that will be asked for soon, and returns at once; under load it may be left undone. */
    void prepare(ScanRef scan, int widthPx);
}
