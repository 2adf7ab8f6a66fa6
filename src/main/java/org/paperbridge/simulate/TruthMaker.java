package org.paperbridge.simulate;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.paperbridge.form.check.CheckDigits;
import org.paperbridge.form.layout.CheckRule;
import org.paperbridge.form.layout.FieldRule;
import org.paperbridge.form.layout.FormTemplate;

/** Invents what a ward could have written on a form: values that agree with each other. */
public final class TruthMaker {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final List<String> NAMES =
            List.of("DEMOULIN", "FICTIFAY", "TESTARD", "EXEMPLON", "MODELLIER", "INVENTEUX", "ESSAYARD", "NULLEPART");
    private static final List<String> GIVEN =
            List.of("ANNE", "BRUNO", "CHLOE", "DENIS", "ELISE", "FELIX", "GILLES", "HUGO", "IRENE", "JULES");

    private final RandomGenerator random;
    private final LocalDateTime now;

    /** @param now ward time; everything was written in the days before */
    public TruthMaker(RandomGenerator random, LocalDateTime now) {
        this.random = random;
        this.now = now;
    }

    /** Field id to values, for all pages of a form. */
    public Map<String, List<String>> make(FormTemplate form) {
        return switch (form.ref().form()) {
            case "admission" -> admission(form);
            case "prescription" -> prescription(form);
            case "observation" -> observation(form);
            default -> new AnyContent(random, now).make(form);
        };
    }

    private Map<String, List<String>> admission(FormTemplate form) {
        Map<String, List<String>> truth = new HashMap<>();
        LocalDateTime arrival = now.minusMinutes(60 + random.nextInt(2000));
        put(truth, "birth-name", pick(NAMES));
        put(truth, "given-name", pick(GIVEN));
        String sex = pick(List.of("M", "F"));
        put(truth, "sex", sex);
        LocalDateTime born = now.minusYears(20 + random.nextInt(70)).minusDays(random.nextInt(365));
        put(truth, "birth-date", DATE.format(born));
        put(truth, "birth-place", digits(5));
        String nir = (sex.equals("M") ? "1" : "2")
                + String.format(Locale.ROOT, "%02d%02d", born.getYear() % 100, born.getMonthValue()) + "99" + digits(6);
        put(truth, "nir", checked(CheckRule.NIR, nir));
        put(truth, "patient-number", checked(CheckRule.MOD97, "77" + digits(6)));
        put(truth, "arrival-date", DATE.format(arrival));
        put(truth, "arrival-time", time(arrival));
        put(truth, "stay-number", checked(CheckRule.MOD97, "66" + digits(6)));
        put(truth, "transport", pick(List.of("own", "ambulance", "firefighters", "emergency")));
        put(truth, "origin", pick(List.of("home", "transfer", "emergency-room")));
        put(truth, "unit-bed", "*");
        put(truth, "reason", "*");
        put(truth, "contact", "*");
        put(truth, "contact-phone", "06" + digits(8));
        put(truth, "allergy", pick(List.of("unknown", "none-known")));
        put(truth, "weight", (45 + random.nextInt(60)) + "," + random.nextInt(1, 10));
        truth.put("cover", List.of("health-insurance", "top-up"));
        put(truth, "author-rpps", checked(CheckRule.RPPS, "10" + digits(8)));
        put(truth, "author-name", "*");
        put(truth, "signature", "*");
        if (has(form, "nir-kind")) {
            desk(truth, arrival);
        }
        truth.keySet().removeIf(field -> !has(form, field));
        bands(form, truth);
        return truth;
    }

    /** What the admissions desk asks beyond the first minutes. */
    private void desk(Map<String, List<String>> truth, LocalDateTime arrival) {
        put(truth, "nir-kind", "nir");
        put(truth, "given-names", "*");
        put(truth, "weight-how", pick(List.of("measured", "said", "guessed")));
        truth.put("patient-number-2", truth.getOrDefault("patient-number", List.of()));
        put(truth, "date-2", DATE.format(arrival));
        put(truth, "document", pick(List.of("card", "passport", "permit")));
        put(truth, "status", pick(List.of("provisional", "validated")));
        put(truth, "remark", "nothing");
        put(truth, "wristband", "yes");
        put(truth, "medical-unit", digits(4));
        put(truth, "trusted", "named");
        put(truth, "trusted-name", "*");
        put(truth, "trusted-phone", "07" + digits(8));
        put(truth, "directives", pick(List.of("yes", "no", "unknown")));
        put(truth, "guardian", "none");
        put(truth, "discreet", "no");
        put(truth, "doctor", pick(List.of("none", "unknown")));
        put(truth, "author-name-2", "*");
        put(truth, "signature-2", "*");
    }

    private Map<String, List<String>> prescription(FormTemplate form) {
        Map<String, List<String>> truth = new HashMap<>();
        LocalDateTime written = now.minusMinutes(60 + random.nextInt(2000));
        put(truth, "allergy", pick(List.of("unknown", "none-known")));
        put(truth, "weight", (45 + random.nextInt(60)) + "," + random.nextInt(1, 10));
        int lines = 1 + random.nextInt(2);
        for (int n = 4; n > 4 - lines; n--) {
            put(truth, "drug-" + n, "*");
            put(truth, "dose-" + n, pick(List.of("500", "250", "40", "75", "2,5", "1000", "0,25")));
            put(truth, "unit-" + n, "mg");
            put(truth, "route-" + n, pick(List.of("oral", "iv", "sc")));
            truth.put("times-" + n, List.of("h8", "h18"));
            put(truth, "per-day-" + n, "2");
        }
        put(truth, "date", DATE.format(written));
        put(truth, "time", time(written));
        put(truth, "author-rpps", checked(CheckRule.RPPS, "10" + digits(8)));
        put(truth, "lines-used", Integer.toString(lines));
        put(truth, "author-name", "*");
        put(truth, "signature", "*");
        bands(form, truth);
        return truth;
    }

    private Map<String, List<String>> observation(FormTemplate form) {
        Map<String, List<String>> truth = new HashMap<>();
        LocalDateTime day = now.minusDays(1 + random.nextInt(5));
        int columns = 2 + random.nextInt(4);
        int total = 0;
        put(truth, "date", DATE.format(day));
        put(truth, "date-2", DATE.format(day));
        put(truth, "date-3", DATE.format(day));
        put(truth, "author-name", "*");
        put(truth, "scale", "standard");
        for (int n = 1; n <= columns; n++) {
            LocalDateTime at = day.withHour(n * 3 + random.nextInt(3)).withMinute(random.nextInt(12) * 5);
            put(truth, "time-" + n, time(at));
            put(truth, "time2-" + n, time(at));
            put(truth, "time3-" + n, time(at));
            put(truth, "respiration-" + n, Integer.toString(10 + random.nextInt(18)));
            put(truth, "saturation-" + n, Integer.toString(89 + random.nextInt(11)));
            put(truth, "oxygen-" + n, pick(List.of("air", "oxygen")));
            int systolic = 85 + random.nextInt(95);
            put(truth, "systolic-" + n, Integer.toString(systolic));
            put(truth, "diastolic-" + n, Integer.toString(Math.min(45 + random.nextInt(50), systolic - 15)));
            put(truth, "pulse-" + n, Integer.toString(45 + random.nextInt(85)));
            put(truth, "temperature-" + n, (35 + random.nextInt(5)) + "," + random.nextInt(10));
            put(truth, "consciousness-" + n, "A");
            put(truth, "pain-" + n, Integer.toString(random.nextInt(10)));
            int urine = 50 * (1 + random.nextInt(12));
            total += urine;
            put(truth, "urine-" + n, Integer.toString(urine));
            put(truth, "initials-" + n, "*");
            put(truth, "initials1-" + n, "*");
            put(truth, "initials3-" + n, "*");
        }
        if (has(form, "urine-total")) {
            put(truth, "urine-total", Integer.toString(total));
            put(truth, "weight", (45 + random.nextInt(60)) + "," + random.nextInt(10));
            for (int n = 1; n <= columns; n++) {
                put(
                        truth,
                        "glucose-" + n,
                        String.format(Locale.ROOT, "%d,%02d", random.nextInt(4), random.nextInt(45, 100)));
                if (truth.getOrDefault("oxygen-" + n, List.of()).contains("oxygen")) {
                    put(truth, "oxygen-flow-" + n, (1 + random.nextInt(14)) + "," + 5 * random.nextInt(2));
                }
            }
        }
        truth.keySet().removeIf(field -> !has(form, field));
        bands(form, truth);
        return truth;
    }

    private static boolean has(FormTemplate form, String field) {
        return form.layout().pages().stream()
                .flatMap(page -> page.fields().stream())
                .anyMatch(zone -> zone.id().equals(field));
    }

    /** Marks the band of every number that has one. */
    private static void bands(FormTemplate form, Map<String, List<String>> truth) {
        for (FieldRule rule : form.rules()) {
            if (rule.kind().equals("band-agrees")) {
                String digits = String.join("", truth.getOrDefault(rule.fields().get(1), List.of()));
                if (!digits.isEmpty()) {
                    put(truth, rule.fields().get(0), band(rule, Double.parseDouble(digits.replace(',', '.'))));
                }
            }
        }
    }

    private static String band(FieldRule rule, double value) {
        return rule.parameters().entrySet().stream()
                .filter(e -> lies(value, e.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No band of " + rule.id() + " holds " + value));
    }

    static boolean lies(double value, String limits) {
        int dots = limits.indexOf("..");
        String lowest = limits.substring(0, dots);
        String highest = limits.substring(dots + 2);
        return (lowest.isEmpty() || value >= Double.parseDouble(lowest) - 1e-9)
                && (highest.isEmpty() || value <= Double.parseDouble(highest) + 1e-9);
    }

    private static void put(Map<String, List<String>> truth, String field, String value) {
        truth.put(field, List.of(value));
    }

    private static String checked(CheckRule rule, String body) {
        return body + CheckDigits.checkOf(rule, body).orElseThrow();
    }

    private static String time(LocalDateTime at) {
        return String.format(Locale.ROOT, "%02d:%02d", at.getHour(), at.getMinute());
    }

    private String digits(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(random.nextInt(1, 10));
        }
        return text.toString();
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
