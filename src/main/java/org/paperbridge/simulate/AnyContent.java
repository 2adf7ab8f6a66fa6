package org.paperbridge.simulate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.paperbridge.form.check.CheckDigits;
import org.paperbridge.form.layout.FieldRule;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.FormTemplate;

/**
 * Something written in every field of any form, without knowing what the form is about: the first lines of its tables,
 * numbers within their range, right check digits, and the second channels that can be worked out from the rest. Free
 * writing is {@code *}.
 */
final class AnyContent {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final Pattern NUMBERED = Pattern.compile("-(\\d+)$");
    private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";

    private final RandomGenerator random;
    private final LocalDateTime now;

    AnyContent(RandomGenerator random, LocalDateTime now) {
        this.random = random;
        this.now = now;
    }

    Map<String, List<String>> make(FormTemplate form) {
        Map<String, List<String>> truth = new HashMap<>();
        int lines = 2 + random.nextInt(3);
        form.layout()
                .pages()
                .forEach(page -> page.fields().stream()
                        .filter(field -> lineOf(field) <= lines)
                        .forEach(field -> value(field).ifPresent(v -> truth.put(field.id(), List.of(v)))));
        form.rules().forEach(rule -> settle(rule, form, truth));
        return truth;
    }

    private static int lineOf(FieldZone field) {
        Matcher matcher = NUMBERED.matcher(field.id());
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private Optional<String> value(FieldZone field) {
        return switch (field) {
            case FieldZone.Tick tick ->
                Optional.of(tick.options()
                        .get(random.nextInt(tick.options().size()))
                        .value());
            case FieldZone.Comb comb -> Optional.of(written(comb));
            case FieldZone.Line line -> Optional.of("*");
            case FieldZone.Area area -> Optional.of("*");
            case FieldZone.Signature signature -> Optional.of("*");
            case FieldZone.Label label -> Optional.empty();
            case FieldZone.Print print -> Optional.empty();
        };
    }

    private String written(FieldZone.Comb comb) {
        // a date and the time beside it are drawn apart: today's would lie in the future half of the time
        LocalDateTime at = now.minusDays(1).minusMinutes(random.nextInt(20000));
        return switch (comb.alphabet()) {
            case DATE -> DATE.format(at);
            case TIME -> String.format(Locale.ROOT, "%02d:%02d", at.getHour(), at.getMinute());
            case DIGITS, DECIMAL -> comb.range().isPresent() ? number(comb) : masked(comb, "123456789");
            case LETTERS -> masked(comb, LETTERS);
            case ALPHANUMERIC -> masked(comb, LETTERS + "23456789");
        };
    }

    private String number(FieldZone.Comb comb) {
        double low = comb.range().orElseThrow().lowest();
        double high = Math.min(comb.range().orElseThrow().highest(), low + 400);
        int decimals = decimals(comb);
        double value = low + random.nextDouble() * (high - low);
        return String.format(Locale.ROOT, "%." + decimals + "f", value).replace('.', ',');
    }

    private static int decimals(FieldZone.Comb comb) {
        return comb.mask()
                .filter(mask -> mask.contains(","))
                .map(mask -> mask.length() - mask.indexOf(',') - 1)
                .orElse(0);
    }

    private String masked(FieldZone.Comb comb, String characters) {
        int check = comb.check().map(CheckDigits::lengthOf).orElse(0);
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < comb.cells().size() - check; i++) {
            cells.append(characters.charAt(random.nextInt(characters.length())));
        }
        comb.check()
                .flatMap(rule -> CheckDigits.checkOf(rule, cells.toString()))
                .ifPresent(cells::append);
        StringBuilder shown = new StringBuilder();
        int next = 0;
        for (char c : comb.mask().orElse("#".repeat(comb.cells().size())).toCharArray()) {
            shown.append(c == '#' && next < cells.length() ? cells.charAt(next++) : c);
        }
        return shown.toString();
    }

    /** Second channels that follow from the rest; a total that does not fit its cells is left as it is. */
    private void settle(FieldRule rule, FormTemplate form, Map<String, List<String>> truth) {
        List<String> parts = rule.fields().subList(0, rule.fields().size() - 1);
        String last = rule.fields().getLast();
        switch (rule.kind()) {
            case "band-agrees" ->
                number(truth, last).flatMap(n -> band(rule, n)).ifPresent(b -> truth.put(parts.getFirst(), List.of(b)));
            case "exactly-one", "at-most-one" -> {
                List<String> said =
                        rule.fields().stream().filter(truth::containsKey).toList();
                if (said.size() > 1) {
                    String kept = said.get(random.nextInt(said.size()));
                    said.stream().filter(f -> !f.equals(kept)).forEach(truth::remove);
                }
            }
            case "not-after" -> inOrder(rule.fields(), truth);
            case "same" -> Optional.ofNullable(truth.get(parts.getFirst())).ifPresent(v -> truth.put(last, v));
            case "count-agrees" ->
                truth.put(last, List.of(Integer.toString((int)
                        parts.stream().filter(truth::containsKey).count())));
            case "sum-agrees" -> {
                BigDecimal sum =
                        parts.stream().flatMap(p -> number(truth, p).stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
                comb(form, last).filter(c -> truth.containsKey(last)).ifPresent(c -> {
                    String shown = sum.setScale(decimals(c), RoundingMode.HALF_UP)
                            .toPlainString()
                            .replace('.', ',');
                    if (shown.replace(",", "").length() <= c.cells().size()) {
                        truth.put(last, List.of(shown));
                    }
                });
            }
            default -> {}
        }
    }

    /** Of a date and a time twice, or a date or time twice, the earlier comes first. */
    private static void inOrder(List<String> fields, Map<String, List<String>> truth) {
        if (!truth.keySet().containsAll(fields)) {
            return;
        }
        int half = fields.size() / 2;
        List<List<String>> values = fields.stream().map(truth::get).toList();
        if (sortable(values.subList(0, half)).compareTo(sortable(values.subList(half, fields.size()))) > 0) {
            for (int i = 0; i < fields.size(); i++) {
                truth.put(fields.get(i), values.get((i + half) % fields.size()));
            }
        }
    }

    /** {@code 12/03/2026} as {@code 20260312}, times as they are. */
    private static String sortable(List<List<String>> values) {
        return values.stream()
                .map(List::getFirst)
                .map(v -> v.length() == 10 ? v.substring(6) + v.substring(3, 5) + v.substring(0, 2) : v)
                .collect(Collectors.joining(" "));
    }

    private static Optional<String> band(FieldRule rule, BigDecimal value) {
        return rule.parameters().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(e -> TruthMaker.lies(value.doubleValue(), e.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Optional<FieldZone.Comb> comb(FormTemplate form, String id) {
        return form.layout().pages().stream()
                .flatMap(p -> p.fields().stream())
                .filter(f -> f.id().equals(id) && f instanceof FieldZone.Comb)
                .map(FieldZone.Comb.class::cast)
                .findFirst();
    }

    private static Optional<BigDecimal> number(Map<String, List<String>> truth, String field) {
        return Optional.ofNullable(truth.get(field))
                .map(v -> v.getFirst().replace(',', '.'))
                .filter(v -> v.matches("\\d+(\\.\\d+)?"))
                .map(BigDecimal::new);
    }
}
