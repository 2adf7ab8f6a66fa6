package org.paperbridge.template.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.paperbridge.form.layout.BackEntryTarget;
import org.paperbridge.form.layout.Drawing;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.Layout;
import org.paperbridge.template.TemplateFinding;
import org.paperbridge.template.file.FormFolder;
import org.paperbridge.template.file.KeptOnPaper;
import org.paperbridge.template.file.YamlDocument;

/** Meaning: words exist in every language, rules and mappings name real fields, every field has a future. */
public final class MeaningCheck {

    private MeaningCheck() {}

    public static List<TemplateFinding> check(
            FormFolder folder, Layout layout, Map<String, Map<String, String>> words) {
        List<TemplateFinding> findings = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        layout.pages()
                .forEach(p -> p.fields().forEach(f -> {
                    if (!ids.add(f.id())) {
                        findings.add(LineFinder.finding(folder.form(), f.id(), "exists twice"));
                    }
                }));
        checkWords(folder, layout, words, findings);
        checkRules(folder, ids, findings);
        checkMapping(folder, layout, ids, findings);
        return findings;
    }

    private static void checkWords(
            FormFolder folder, Layout layout, Map<String, Map<String, String>> words, List<TemplateFinding> findings) {
        Set<String> keys = new HashSet<>();
        layout.pages()
                .forEach(p -> p.drawings().forEach(d -> {
                    if (d instanceof Drawing.Text text && !text.key().startsWith("=")) {
                        keys.add(text.key());
                    }
                }));
        words.forEach((language, own) -> keys.stream()
                .filter(k -> !own.containsKey(k))
                .sorted()
                .forEach(k ->
                        findings.add(new TemplateFinding(fileOf(folder, language), 0, "no words for \"" + k + "\""))));
    }

    private static String fileOf(FormFolder folder, String language) {
        YamlDocument labels = folder.labels().get(language);
        return labels == null ? "labels." + language + ".yaml" : labels.file();
    }

    private static void checkRules(FormFolder folder, Set<String> ids, List<TemplateFinding> findings) {
        JsonNode rules = folder.form().root().path("rules");
        for (int i = 0; i < rules.size(); i++) {
            for (int n = 1; n <= rules.get(i).path("repeat").asInt(1); n++) {
                for (JsonNode field : rules.get(i).path("fields")) {
                    String id = field.asText().replace("{n}", Integer.toString(n));
                    if (!ids.contains(id)) {
                        findings.add(folder.form()
                                .finding("/rules/" + i, "rule names field " + id + ", which does not exist"));
                    }
                }
            }
        }
    }

    private static void checkMapping(
            FormFolder folder, Layout layout, Set<String> ids, List<TemplateFinding> findings) {
        YamlDocument file = folder.backEntry();
        Set<String> mapped = new HashSet<>();
        for (BackEntryTarget target : folder.targets()) {
            mapped.addAll(target.fields().values());
            List<String> named = new ArrayList<>(target.fields().values());
            named.addAll(target.needs());
            named.stream()
                    .filter(id -> !ids.contains(id))
                    .distinct()
                    .forEach(id -> findings.add(
                            file.finding("/targets", target.id() + " names field " + id + ", which does not exist")));
        }
        Set<String> kept = KeptOnPaper.of(folder);
        layout.pages()
                .forEach(p -> p.fields().stream()
                        .filter(f -> !(f instanceof FieldZone.Print) && !(f instanceof FieldZone.Label))
                        .filter(f -> !mapped.contains(f.id()) && !kept.contains(f.id()))
                        .forEach(f -> findings.add(LineFinder.finding(
                                folder.form(),
                                f.id(),
                                "becomes nothing: map it in back-entry.yaml or say keepOnPaper"))));
    }
}
