package org.paperbridge.template.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.paperbridge.form.layout.BackEntryTarget;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.Layout;
import org.paperbridge.form.layout.TickOption;
import org.paperbridge.template.TemplateFinding;
import org.paperbridge.template.file.FormFolder;
import org.paperbridge.template.file.MeaningFile;

/**
 * What may not change once paper is out, even where the geometry is not touched: the fields and their options as the
 * author declares them, the numbers in printed words, which option a word belongs to, and which record a field becomes.
 * Spelling, captions, rules and codes may be corrected.
 */
public final class FrozenMeaning {

    /** Numbers and what compares them: "10–99", "≥ 100", "8 h". */
    private static final Pattern NUMBERS = Pattern.compile("[<>≤≥]|\\d+(?:[.,]\\d+)?");

    private FrozenMeaning() {}

    /**
     * @param released as frozen
     * @param computed from the files as they are now
     */
    public static List<TemplateFinding> check(
            FormFolder folder, Layout released, Layout computed, MeaningFile meaning) {
        List<TemplateFinding> findings = new ArrayList<>();
        int next = released.form().version() + 1;
        checkFields(folder, released, computed, next, findings);
        checkWords(folder, meaning, next, findings);
        checkTargets(folder, meaning, next, findings);
        return findings;
    }

    private static void checkFields(
            FormFolder folder, Layout released, Layout computed, int next, List<TemplateFinding> findings) {
        Map<String, String> now = describe(computed);
        Map<String, String> then = describe(released);
        then.forEach((id, was) -> {
            String is = now.getOrDefault(id, "gone");
            if (!is.equals(was)) {
                findings.add(LineFinder.finding(
                        folder.form(), id, "is " + is + "; on released paper it is " + was + ". Make v" + next));
            }
        });
        now.keySet().stream()
                .filter(id -> !then.containsKey(id))
                .sorted()
                .forEach(id ->
                        findings.add(LineFinder.finding(folder.form(), id, "is not on released paper. Make v" + next)));
    }

    private static Map<String, String> describe(Layout layout) {
        Map<String, String> all = new HashMap<>();
        layout.pages()
                .forEach(page -> page.fields().forEach(f -> all.put(f.id(), describe(f) + " on page " + page.page())));
        return all;
    }

    private static String describe(FieldZone field) {
        String what = switch (field) {
            case FieldZone.Tick tick ->
                "tick " + (tick.multiple() ? "many of " : "one of ")
                        + tick.options().stream().map(TickOption::value).toList();
            case FieldZone.Comb comb ->
                "comb " + comb.alphabet() + " "
                        + comb.mask().orElse(comb.cells().size() + " cells")
                        + comb.unit().map(u -> " " + u).orElse("")
                        + comb.check().map(c -> " check " + c).orElse("")
                        + comb.range()
                                .map(r -> " " + r.lowest() + " to " + r.highest())
                                .orElse("");
            case FieldZone.Line line ->
                "line" + line.lexicon().map(l -> " of " + l).orElse("");
            case FieldZone.Area area -> "area";
            case FieldZone.Signature signature -> "signature";
            case FieldZone.Label label -> "label";
            case FieldZone.Print print -> "print of " + print.source();
        };
        return what + ", criticality " + field.criticality().name().toLowerCase(java.util.Locale.ROOT);
    }

    private static void checkWords(FormFolder folder, MeaningFile meaning, int next, List<TemplateFinding> findings) {
        meaning.words()
                .forEach((language, then) -> Optional.ofNullable(folder.labels().get(language))
                        .ifPresent(file -> then.forEach((key, was) -> {
                            String is = file.root().path(key).asText(was);
                            if (!numbers(is).equals(numbers(was))) {
                                findings.add(file.finding(
                                        "/" + key,
                                        "\"" + is + "\" has other numbers than \"" + was
                                                + "\", which is on released paper." + " Make v" + next));
                            } else if (!is.equals(was)
                                    && takenFrom(then, key, is).isPresent()) {
                                findings.add(file.finding(
                                        "/" + key,
                                        "\"" + is + "\" means "
                                                + takenFrom(then, key, is).get() + " on released paper. Make v"
                                                + next));
                            }
                        })));
    }

    /** Another option of the same field that had these words. */
    private static Optional<String> takenFrom(Map<String, String> then, String key, String words) {
        int dot = key.lastIndexOf('.');
        return then.entrySet().stream()
                .filter(e -> dot > 0 && !e.getKey().equals(key))
                .filter(e -> e.getKey().startsWith(key.substring(0, dot + 1)))
                .filter(e -> e.getValue().equalsIgnoreCase(words))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static List<String> numbers(String words) {
        Matcher matcher = NUMBERS.matcher(words);
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    /** The id of a target is part of the identifier of its records. */
    private static void checkTargets(FormFolder folder, MeaningFile meaning, int next, List<TemplateFinding> findings) {
        Map<String, BackEntryTarget> now = new HashMap<>();
        folder.targets().forEach(t -> now.put(t.id(), t));
        for (BackEntryTarget was : meaning.targets()) {
            BackEntryTarget is = now.get(was.id());
            if (is == null || !is.kind().equals(was.kind())) {
                findings.add(folder.backEntry()
                        .finding(
                                "/targets",
                                was.id() + " is a " + was.kind() + " on released paper, and records may bear its name."
                                        + " Keep it, or make v" + next));
            } else {
                was.fields().entrySet().stream()
                        .filter(e -> !e.getValue().equals(is.fields().getOrDefault(e.getKey(), e.getValue())))
                        .sorted(Map.Entry.comparingByKey())
                        .forEach(e -> findings.add(folder.backEntry()
                                .finding(
                                        "/targets",
                                        was.id() + " took its " + e.getKey() + " from " + e.getValue()
                                                + " when it was released. Make v" + next)));
            }
        }
    }
}
