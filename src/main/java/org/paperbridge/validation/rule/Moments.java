package org.paperbridge.validation.rule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.paperbridge.form.layout.Alphabet;
import org.paperbridge.form.layout.FieldRule;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.reading.Finding;
import org.paperbridge.form.reading.Finding.Severity;

/** Rules about written dates and times, all in ward time. Silent until everything they compare is known. */
enum Moments implements Rule {
    NOT_AFTER {
        @Override
        public List<String> listMistakes(FieldRule declared, Map<String, FieldZone> zones) {
            List<Alphabet> kinds = alphabets(declared, zones);
            boolean fits = kinds.equals(List.of(Alphabet.DATE, Alphabet.DATE))
                    || kinds.equals(List.of(Alphabet.TIME, Alphabet.TIME))
                    || kinds.equals(List.of(Alphabet.DATE, Alphabet.TIME, Alphabet.DATE, Alphabet.TIME));
            return fits ? List.of() : List.of("needs date, date or time, time or date, time, date, time");
        }

        @Override
        public List<Finding> apply(FieldRule declared, PageValues page) {
            List<String> f = declared.fields();
            boolean wrong = f.size() == 4
                    ? isAfter(moment(page, f.get(0), f.get(1)), moment(page, f.get(2), f.get(3)))
                    : isAfter(page.dateOf(f.get(0)), page.dateOf(f.get(1)))
                            || isAfter(page.timeOf(f.get(0)), page.timeOf(f.get(1)));
            return say(wrong, declared, "not-after.contradicts", Severity.CONTRADICTS);
        }
    },
    NOT_IN_FUTURE {
        @Override
        public List<String> listMistakes(FieldRule declared, Map<String, FieldZone> zones) {
            List<Alphabet> kinds = alphabets(declared, zones);
            boolean fits = kinds.equals(List.of(Alphabet.DATE)) || kinds.equals(List.of(Alphabet.DATE, Alphabet.TIME));
            return fits ? List.of() : List.of("needs a date, or a date and a time");
        }

        @Override
        public List<Finding> apply(FieldRule declared, PageValues page) {
            List<String> f = declared.fields();
            boolean wrong = f.size() == 2
                    ? isAfter(moment(page, f.get(0), f.get(1)), Optional.of(page.wardNow()))
                    : isAfter(page.dateOf(f.get(0)), Optional.of(page.wardNow().toLocalDate()));
            return wrong
                    ? say(true, declared, "not-in-future.contradicts", Severity.CONTRADICTS)
                    : sinceThePrinting(declared, page);
        }

        /** A sheet is seldom dated before it was printed, and never after it came back. */
        private List<Finding> sinceThePrinting(FieldRule declared, PageValues page) {
            String field = declared.fields().getFirst();
            LocalDate first = LocalDate.ofInstant(page.identity().issuedAt(), ZoneOffset.UTC)
                    .minusDays(1);
            LocalDate last = page.wardNow().toLocalDate();
            Predicate<LocalDate> between = date -> !date.isBefore(first) && !date.isAfter(last);
            if (page.dateOf(field).filter(between).isEmpty()) {
                return List.of();
            }
            double left = page.doubtOf(field)
                    .left(other -> WrittenValue.date(other).filter(between).isPresent(), DATED_BACK);
            return List.of(
                    RuleMessages.finding(declared.id(), List.of(field), Severity.SUPPORTS, "not-in-future.agrees")
                            .withDoubtLeft(Map.of(field, left)));
        }
    },
    ASCENDING {
        @Override
        public List<String> listMistakes(FieldRule declared, Map<String, FieldZone> zones) {
            boolean fits = declared.fields().size() >= 2
                    && alphabets(declared, zones).stream().allMatch(a -> a == Alphabet.TIME);
            return fits ? List.of() : List.of("needs two or more times");
        }

        @Override
        public List<Finding> apply(FieldRule declared, PageValues page) {
            List<LocalTime> times = declared.fields().stream()
                    .flatMap(f -> page.timeOf(f).stream())
                    .toList();
            int steps = 0;
            for (int i = 1; i < times.size(); i++) {
                steps += times.get(i).isBefore(times.get(i - 1)) ? 1 : 0;
            }
            // A chart of 24 hours that starts in the morning crosses midnight once.
            boolean backAtStart = !times.isEmpty() && times.getLast().isAfter(times.getFirst());
            boolean wrong = steps > 1 || steps == 1 && backAtStart;
            return wrong
                    ? say(true, declared, "ascending.out-of-order", Severity.WARNS)
                    : steps == 0 ? betweenNeighbours(declared, page) : List.of();
        }

        /** A time that stands between two others can hardly be what lies outside them. */
        private List<Finding> betweenNeighbours(FieldRule declared, PageValues page) {
            List<String> known = declared.fields().stream()
                    .filter(f -> page.timeOf(f).isPresent())
                    .toList();
            Map<String, Double> left = new HashMap<>();
            for (int i = 0; known.size() > 1 && i < known.size(); i++) {
                Optional<String> before = i == 0 ? Optional.empty() : Optional.of(known.get(i - 1));
                Optional<String> after = i == known.size() - 1 ? Optional.empty() : Optional.of(known.get(i + 1));
                LocalTime first = before.flatMap(page::timeOf).orElse(LocalTime.MIN);
                LocalTime last = after.flatMap(page::timeOf).orElse(LocalTime.MAX);
                double slip = OUT_OF_ORDER + doubt(page, before) + doubt(page, after);
                left.put(
                        known.get(i),
                        page.doubtOf(known.get(i))
                                .left(
                                        other -> WrittenValue.time(other)
                                                .filter(t -> !t.isBefore(first) && !t.isAfter(last))
                                                .isPresent(),
                                        Math.min(1, slip)));
            }
            return left.isEmpty()
                    ? List.of()
                    : List.of(RuleMessages.finding(declared.id(), known, Severity.SUPPORTS, "ascending.in-order")
                            .withDoubtLeft(left));
        }

        private double doubt(PageValues page, Optional<String> neighbour) {
            return neighbour.map(f -> 1 - page.doubtOf(f).confidence()).orElse(0.0);
        }
    };

    /** How often the columns of a chart are not filled from left to right: assumed, as midnight falls into few of them. */
    private static final double OUT_OF_ORDER = 0.05;

    /** How often a date before the printing is meant: what was done before, or told later. Assumed, on the high side. */
    private static final double DATED_BACK = 0.1;

    private static <T extends Comparable<? super T>> boolean isAfter(Optional<T> first, Optional<T> second) {
        return first.isPresent() && second.isPresent() && first.get().compareTo(second.get()) > 0;
    }

    private static Optional<LocalDateTime> moment(PageValues page, String date, String time) {
        Optional<LocalDate> day = page.dateOf(date);
        return day.flatMap(d -> page.timeOf(time).map(d::atTime));
    }

    private static List<Alphabet> alphabets(FieldRule declared, Map<String, FieldZone> zones) {
        return declared.fields().stream()
                .map(f -> zones.get(f) instanceof FieldZone.Comb comb ? comb.alphabet() : Alphabet.LETTERS)
                .toList();
    }

    private static List<Finding> say(boolean wrong, FieldRule declared, String key, Severity severity) {
        return wrong ? List.of(RuleMessages.finding(declared.id(), declared.fields(), severity, key)) : List.of();
    }
}
