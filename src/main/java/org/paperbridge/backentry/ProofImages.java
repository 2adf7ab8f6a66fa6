package org.paperbridge.backentry;

import java.util.Optional;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.form.record.ClinicalRecord;

/** Where the scanned proof of a record comes from. */
public interface ProofImages {

    /** Only the address of the scan travels. */
    ProofImages NONE = new ProofImages() {
        @Override
        public Optional<ProofImage> page(ScanRef scan) {
            return Optional.empty();
        }

        @Override
        public Optional<ProofImage> crop(ClinicalRecord record) {
            return Optional.empty();
        }
    };

    /** The whole page. */
    Optional<ProofImage> page(ScanRef scan);

    /** The part of the page that the record was read from. */
    Optional<ProofImage> crop(ClinicalRecord record);
}
