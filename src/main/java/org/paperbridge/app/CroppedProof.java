package org.paperbridge.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.backentry.ProofImage;
import org.paperbridge.backentry.ProofImages;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.form.record.ClinicalRecord;
import org.paperbridge.validation.queue.ScanCrops;

/** The scanned page and the answer on it, cut from the kept original, as proof of a record. */
final class CroppedProof implements ProofImages {

    /** 150 dpi: every stroke can be read, and a page stays below a megabyte. */
    private static final int PAGE_WIDTH_PX = 1240;

    private static final int CROP_WIDTH_PX = 620;
    /** Records of one page leave one after the other; its picture is made once. */
    private static final int KEPT_PAGES = 4;

    private final ScanCrops crops;
    private final Map<ScanRef, Optional<ProofImage>> pages = new LinkedHashMap<>(8, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ScanRef, Optional<ProofImage>> eldest) {
            return size() > KEPT_PAGES;
        }
    };

    CroppedProof(ScanCrops crops) {
        this.crops = crops;
    }

    @Override
    public synchronized Optional<ProofImage> page(ScanRef scan) {
        Optional<ProofImage> known = pages.getOrDefault(scan, Optional.empty());
        if (known.isPresent()) {
            return known;
        }
        Optional<ProofImage> made = crops.findPage(scan, PAGE_WIDTH_PX).map(png -> new ProofImage("image/png", png));
        pages.put(scan, made);
        return made;
    }

    @Override
    public Optional<ProofImage> crop(ClinicalRecord record) {
        return List.of("value", "drug", "text", "birth-name").stream()
                .flatMap(role -> Optional.ofNullable(record.target().fields().get(role)).stream())
                .flatMap(field -> crops.findCrop(record.proof(), field, CROP_WIDTH_PX).stream())
                .findFirst()
                .map(png -> new ProofImage("image/png", png));
    }
}
