package org.paperbridge.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.form.batch.BatchLabel;
import org.paperbridge.form.page.FormProposal;
import org.paperbridge.form.page.PageIdentity;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.PageRegistration;
import org.paperbridge.form.reading.Action;
import org.paperbridge.form.reading.Candidate;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.validation.PageJudge.Judgement;
import org.paperbridge.validation.identity.IdentityCheck;

/** The published shape of {@code read --json}; schema in {@code docs/reference/read.schema.json}. */
final class ReadJson {

    private static final double TEN_THOUSANDTHS = 10_000;

    private ReadJson() {}

    /** One side of one file. */
    record Side(Path file, int index, PageOutcome outcome, Judgement judgement, double ms) {

        Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("file", String.valueOf(file.getFileName()));
            map.put("index", index);
            map.put("outcome", code());
            describe(map);
            map.put("ms", Math.round(ms * 10) / 10.0);
            return map;
        }

        String toText() {
            StringBuilder text = new StringBuilder(file.getFileName() + " #" + index + "  " + code());
            if (outcome instanceof PageOutcome.Read read) {
                text.append("  ")
                        .append(read.identity().form())
                        .append(" page ")
                        .append(read.identity().page());
                Map<String, Action> actions = actions();
                for (FieldReading reading : read.readings()) {
                    if (!reading.values().isEmpty()) {
                        text.append(String.format(
                                Locale.ROOT,
                                "%n    %-24s %-24s %.4f  %s",
                                reading.field(),
                                String.join(" ", reading.values()),
                                reading.confidence(),
                                actions.getOrDefault(reading.field(), Action.NONE)
                                        .code()));
                    }
                }
            } else {
                Map<String, Object> map = new LinkedHashMap<>();
                describe(map);
                text.append("  ").append(map);
            }
            return text.toString();
        }

        private String code() {
            return outcome instanceof PageOutcome.Read read ? judgement.outcomeCode(read) : outcome.code();
        }

        /** What else on the page says whose it is; words and places, never what was read there. */
        private List<Map<String, Object>> evidence() {
            return judgement.findings().stream()
                    .filter(f -> f.rule().startsWith(IdentityCheck.PREFIX))
                    .map(f -> {
                        Map<String, Object> map = new LinkedHashMap<>();
                        map.put("what", f.rule().substring(IdentityCheck.PREFIX.length()));
                        map.put("says", f.severity().name().toLowerCase(Locale.ROOT));
                        map.put("fields", f.fields());
                        return map;
                    })
                    .toList();
        }

        private void describe(Map<String, Object> map) {
            switch (outcome) {
                case PageOutcome.Read read -> {
                    map.put("identity", identity(read.identity()));
                    if (!evidence().isEmpty()) {
                        map.put("identityEvidence", evidence());
                    }
                    map.put("registration", registration(read.registration()));
                    map.put("fields", fields(read.readings()));
                }
                case PageOutcome.Unregistered lost -> {
                    map.put("identity", identity(lost.identity()));
                    map.put(
                            "reason",
                            lost.scale().isEmpty()
                                    ? lost.fiducialsFound() + " corner marks, residual " + round(lost.residualMm())
                                            + " mm"
                                    : lost.reason() + ": "
                                            + Math.round(lost.scale().getAsDouble() * 100) + " %");
                }
                case PageOutcome.Unidentified unknown -> {
                    map.put("reason", unknown.reason());
                    if (!unknown.proposals().isEmpty()) {
                        map.put(
                                "proposals",
                                unknown.proposals().stream().map(Side::proposal).toList());
                    }
                    if (!unknown.stickers().isEmpty()) {
                        map.put("stickers", unknown.stickers());
                    }
                }
                case PageOutcome.Forged forged -> map.put("reason", forged.reason());
                case PageOutcome.Foreign foreign ->
                    map.put("reason", "site " + foreign.site() + ", key " + foreign.keyId());
                case PageOutcome.UnknownForm form ->
                    map.put("reason", "form " + form.formNumber() + " version " + form.version() + " is not installed");
                case PageOutcome.Conflicting both -> {
                    map.put("identity", identity(both.first()));
                    map.put("conflictsWith", identity(both.second()));
                }
                case PageOutcome.Blank blank -> map.put("inkShare", round(blank.inkShare()));
                case PageOutcome.Rescan rescan -> map.put("identity", identity(rescan.identity()));
                case PageOutcome.BatchHeader header -> map.put("batch", batch(header.label()));
                case PageOutcome.BatchTrailer trailer -> map.put("batch", batch(trailer.label()));
                case PageOutcome.Separator separator ->
                    map.put("reason", "patch code T on " + separator.edges() + " edges");
                case PageOutcome.Undecodable bad -> map.put("reason", bad.reason());
            }
        }

        private List<Map<String, Object>> fields(List<FieldReading> readings) {
            Map<String, Action> actions = actions();
            List<Map<String, Object>> fields = new ArrayList<>();
            for (FieldReading reading : readings) {
                Map<String, Object> map = new LinkedHashMap<>();
                map.put("id", reading.field());
                map.put("state", reading.state().code());
                map.put("value", value(reading));
                map.put("confidence", round(reading.confidence()));
                map.put(
                        "action",
                        actions.getOrDefault(reading.field(), Action.NONE).code());
                map.put(
                        "candidates",
                        reading.candidates().stream().map(Side::candidate).toList());
                map.put("box", LayoutJson.box(reading.box()));
                fields.add(map);
            }
            return fields;
        }

        private Map<String, Action> actions() {
            Map<String, Action> actions = new HashMap<>();
            judgement.verdicts().forEach(v -> actions.put(v.field(), v.action()));
            return actions;
        }

        private static Map<String, Object> proposal(FormProposal proposal) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("form", proposal.form().form());
            map.put("version", proposal.form().version());
            map.put("page", proposal.page());
            map.put("share", proposal.share());
            map.put("named", proposal.named());
            return map;
        }

        private static Map<String, Object> candidate(Candidate candidate) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("value", candidate.value());
            map.put("confidence", round(candidate.confidence()));
            return map;
        }
    }

    static Side of(Path file, int index, PageOutcome outcome, Judgement judgement, double ms) {
        return new Side(file, index, outcome, judgement, ms);
    }

    /** A file that cannot be opened. */
    static Side ofFile(Path file, String reason) {
        return new Side(file, -1, new PageOutcome.Undecodable(reason), new Judgement(List.of(), List.of()), 0);
    }

    private static Object value(FieldReading reading) {
        return switch (reading.values().size()) {
            case 0 -> Optional.empty();
            case 1 -> reading.values().getFirst();
            default -> reading.values();
        };
    }

    private static Map<String, Object> identity(PageIdentity identity) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("form", identity.form().form());
        map.put("version", identity.form().version());
        map.put("serial", identity.serial());
        map.put("page", identity.page());
        map.put("copy", identity.copy());
        map.put("by", identity.by().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        map.put("patientId", identity.patientId());
        map.put("encounterId", identity.encounterId());
        return map;
    }

    private static Map<String, Object> batch(BatchLabel label) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("batch", label.batch());
        map.put("unit", label.unit());
        map.put("shift", label.shift());
        map.put("operator", label.operator());
        label.expected().ifPresent(n -> map.put("expected", n));
        map.put("issuedAt", label.issuedAt().toString());
        return map;
    }

    private static Map<String, Object> registration(PageRegistration registration) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("residualMm", round(registration.residualMm()));
        map.put("rotationDegrees", registration.rotationDegrees());
        return map;
    }

    private static double round(double value) {
        return Math.round(value * TEN_THOUSANDTHS) / TEN_THOUSANDTHS;
    }
}
