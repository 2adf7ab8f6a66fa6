package org.paperbridge.source.sane;

import java.util.Optional;
import org.paperbridge.source.ScanTrouble;

/** Exit codes of {@code scanimage}: the statuses of the SANE standard, version 1.06, section 4.2.7. */
final class SaneStatus {

    /** None of the standard's. */
    static final int UNKNOWN = -1;

    private static final int GOOD = 0;
    private static final int NO_DOCS = 7;

    private SaneStatus() {}

    static Optional<ScanTrouble> trouble(int code, int kept) {
        return switch (code) {
            case GOOD -> kept == 0 ? Optional.of(ScanTrouble.FEEDER_EMPTY) : Optional.empty();
            case 2 -> Optional.of(ScanTrouble.CANCELLED);
            case 3 -> Optional.of(ScanTrouble.BUSY);
            case 1, 4 -> Optional.of(ScanTrouble.CANNOT);
            case 6 -> Optional.of(ScanTrouble.PAPER_JAM);
            // how a batch ends once everything is through
            case NO_DOCS -> kept == 0 ? Optional.of(ScanTrouble.FEEDER_EMPTY) : Optional.empty();
            case 8 -> Optional.of(ScanTrouble.COVER_OPEN);
            case 9 -> Optional.of(ScanTrouble.BROKE_OFF);
            case 11 -> Optional.of(ScanTrouble.NOT_ALLOWED);
            default -> Optional.of(ScanTrouble.FAILED);
        };
    }
}
