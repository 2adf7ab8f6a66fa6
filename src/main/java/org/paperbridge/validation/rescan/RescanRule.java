package org.paperbridge.validation.rescan;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.ScanNote;
import org.paperbridge.form.reading.FieldReading;

/**
 * Judges two located scans of one printed page. Ink is never lost from paper by itself: where the later scan has less,
 * somebody whitened something, or one image is bad, or the scans came in the other order, and a person has to look.
 */
public final class RescanRule {

    /** A difference of resolution that shows, as factor. */
    private static final double FINER = 1.15;
    /** A difference of residual that shows, mm; below it both are exact. */
    private static final double STRAIGHTER_MM = 0.1;

    private RescanRule() {}

    /** @param page of the form, for the kinds of its fields */
    public static RescanVerdict judge(LayoutPage page, Scan earlier, Scan later, InkChange ink) {
        Set<String> differing = new TreeSet<>(ink.lost());
        Map<String, FieldReading> before = new HashMap<>();
        earlier.read().readings().forEach(r -> before.put(r.field(), r));
        for (FieldReading now : later.read().readings()) {
            FieldReading then = before.get(now.field());
            if (then != null && !ink.added().contains(now.field()) && isWritten(page, now) && contradict(then, now)) {
                differing.add(now.field());
            }
        }
        if (!differing.isEmpty() || ink.lostBeside()) {
            return new RescanVerdict.Differs(differing);
        }
        if (!ink.added().isEmpty() || ink.addedBeside()) {
            return new RescanVerdict.Newer(ink.added(), ink.addedBeside());
        }
        return betterBy(earlier, later)
                .<RescanVerdict>map(reason -> new RescanVerdict.Better(true, reason))
                .orElse(new RescanVerdict.Same());
    }

    /** Printed text is not written by anybody, and a sticker is told from its barcode. */
    private static boolean isWritten(LayoutPage page, FieldReading reading) {
        return page.fields().stream()
                .filter(z -> z.id().equals(reading.field()))
                .noneMatch(z -> z instanceof FieldZone.Print || z instanceof FieldZone.Label);
    }

    /** A reader that is unsure of one image contradicts nothing. */
    private static boolean contradict(FieldReading a, FieldReading b) {
        return says(a) && says(b) && !(a.state() == b.state() && a.values().equals(b.values()));
    }

    private static boolean says(FieldReading reading) {
        return switch (reading.state()) {
            case READ, BLANK, STRUCK_OUT -> true;
            case DOUBTFUL, UNREADABLE -> false;
        };
    }

    private static Optional<String> betterBy(Scan earlier, Scan later) {
        for (Criterion criterion : Criterion.values()) {
            int order = criterion.compare(later, earlier);
            if (order != 0) {
                return order > 0 ? Optional.of(criterion.word) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private enum Criterion {
        WHOLE("whole") {
            @Override
            int compare(Scan a, Scan b) {
                int damaged = without(ScanNote.DAMAGED, a, b);
                return damaged != 0 ? damaged : without(ScanNote.TRUNCATED, a, b);
            }
        },
        EXACT_DIGITS("exact-digits") {
            @Override
            int compare(Scan a, Scan b) {
                return without(ScanNote.JBIG2, a, b);
            }
        },
        GREY("grey") {
            @Override
            int compare(Scan a, Scan b) {
                return without(ScanNote.BILEVEL, a, b);
            }
        },
        RESOLUTION("resolution") {
            @Override
            int compare(Scan a, Scan b) {
                return a.dpi() > b.dpi() * FINER ? 1 : b.dpi() > a.dpi() * FINER ? -1 : 0;
            }
        },
        STRAIGHT("straight") {
            @Override
            int compare(Scan a, Scan b) {
                double difference = b.read().registration().residualMm()
                        - a.read().registration().residualMm();
                return Math.abs(difference) < STRAIGHTER_MM ? 0 : (int) Math.signum(difference);
            }
        };

        private final String word;

        Criterion(String word) {
            this.word = word;
        }

        /** Positive when {@code a} is the better scan. */
        abstract int compare(Scan a, Scan b);

        private static int without(ScanNote note, Scan a, Scan b) {
            return Boolean.compare(b.notes().contains(note), a.notes().contains(note));
        }
    }

    /**
     * A located scan.
     *
     * @param dpi as measured by registration
     */
    public record Scan(PageOutcome.Read read, Set<ScanNote> notes, double dpi) {
        public Scan {
            notes = Set.copyOf(notes);
        }
    }
}
