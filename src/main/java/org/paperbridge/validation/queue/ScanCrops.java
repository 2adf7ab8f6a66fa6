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
}
