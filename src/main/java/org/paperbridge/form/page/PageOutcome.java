package org.paperbridge.form.page;

import java.util.List;
import java.util.OptionalDouble;
import org.paperbridge.form.batch.BatchLabel;
import org.paperbridge.form.reading.FieldReading;

/** What became of one scanned side. Every side of a batch ends in exactly one of these. */
public sealed interface PageOutcome {

    /** The word used in JSON and in the database. */
    String code();

    /**
     * Identified, located and read.
     *
     * @param print what the identity block says in clear; empty on pages printed for nobody
     */
    record Read(
            PageIdentity identity, PageRegistration registration, List<FieldReading> readings, List<SeenPrint> print)
            implements PageOutcome {
        public Read {
            readings = List.copyOf(readings);
            print = List.copyOf(print);
        }

        /** A page whose print nobody looked at. */
        public Read(PageIdentity identity, PageRegistration registration, List<FieldReading> readings) {
            this(identity, registration, readings, List.of());
        }

        @Override
        public String code() {
            return "read";
        }
    }

    /**
     * No readable page code. A reviewer names the page.
     *
     * @param reason {@code no-marks-of-ours}: foreign paper, or a page beyond recognition; {@code known-by-layout}: one of
     *     ours whose codes are gone; {@code no-readable-page-code}: perhaps one of ours; {@code short-code-...}: a name
     *     that leads nowhere
     * @param proposals forms it looks like, best first
     * @param stickers what the codes of a sticker on it say
     */
    record Unidentified(String reason, List<FormProposal> proposals, List<String> stickers) implements PageOutcome {
        public Unidentified {
            proposals = List.copyOf(proposals);
            stickers = List.copyOf(stickers);
        }

        public Unidentified(String reason) {
            this(reason, List.of(), List.of());
        }

        @Override
        public String code() {
            return "unidentified";
        }
    }

    /**
     * The page is known, but it could not be located well enough to read its fields.
     *
     * @param scale at which it was printed or copied, 1 for true size; only when that is why
     */
    record Unregistered(PageIdentity identity, int fiducialsFound, double residualMm, OptionalDouble scale)
            implements PageOutcome {

        public Unregistered(PageIdentity identity, int fiducialsFound, double residualMm) {
            this(identity, fiducialsFound, residualMm, OptionalDouble.empty());
        }

        /** Machine word for why. */
        public String reason() {
            if (scale.isEmpty()) {
                return code();
            }
            return scale.getAsDouble() < 1 ? "printed-too-small" : "printed-too-large";
        }

        @Override
        public String code() {
            return "unregistered";
        }
    }

    /** A page code of this site that fails its authentication, or names a geometry that was never released. */
    record Forged(String reason) implements PageOutcome {
        @Override
        public String code() {
            return "forged";
        }
    }

    /** A page code of another site, or printed with keys this site does not hold. */
    record Foreign(int site, int keyId) implements PageOutcome {
        @Override
        public String code() {
            return "foreign";
        }
    }

    /** Identified, but printed from a form version this installation does not have. */
    record UnknownForm(int formNumber, int version) implements PageOutcome {
        @Override
        public String code() {
            return "unknown-form";
        }
    }

    /** Codes on one side contradict each other. Both are shown to a reviewer. */
    record Conflicting(PageIdentity first, PageIdentity second) implements PageOutcome {
        @Override
        public String code() {
            return "conflicting";
        }
    }

    /** An empty side. Counted, and ignored. */
    record Blank(double inkShare) implements PageOutcome {
        @Override
        public String code() {
            return "blank";
        }
    }

    /** This printed page was scanned before. */
    record Rescan(PageIdentity identity, ScanRef earlier) implements PageOutcome {
        @Override
        public String code() {
            return "rescan";
        }
    }

    /** Our sheet at the head of a batch. It holds no form. */
    record BatchHeader(BatchLabel label) implements PageOutcome {
        @Override
        public String code() {
            return "batch-header";
        }
    }

    /** Our sheet at the end of a batch. It holds no form. */
    record BatchTrailer(BatchLabel label) implements PageOutcome {
        @Override
        public String code() {
            return "batch-trailer";
        }
    }

    /**
     * A sheet with patch code T on several edges and no code of ours: a batch ends here.
     *
     * @param edges on how many edges the patch was found
     */
    record Separator(int edges) implements PageOutcome {
        @Override
        public String code() {
            return "separator";
        }
    }

    /** The image of this side cannot be decoded. The original is kept. */
    record Undecodable(String reason) implements PageOutcome {
        @Override
        public String code() {
            return "undecodable";
        }
    }
}
