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
import org.paperbridge.template.file.FormSourceReader;
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
        folder.source().paper().copies().forEach(name -> keys.add("copy." + name));
        words.forEach((language, own) -> keys.stream()
                .filter(k -> !own.containsKey(k))
                .sorted()
                .forEach(k -> findings.add(missing(folder, language, k))));
    }

    /** At the line of the word's nearest neighbour in the other language, else at the end of the file. */
    private static TemplateFinding missing(FormFolder folder, String language, String key) {
        String message = "no words for \"" + key + "\"";
        YamlDocument labels = folder.labels().get(language);
        if (labels == null) {
            return new TemplateFinding("labels." + language + ".yaml", 0, message);
        }
        String nearest = "";
        for (YamlDocument other : folder.labels().values()) {
            List<String> keys = new ArrayList<>();
            other.root().fieldNames().forEachRemaining(keys::add);
            int at = keys.indexOf(key);
            for (int i = at - 1; i >= 0 && nearest.isEmpty(); i--) {
                nearest = labels.root().has(keys.get(i)) ? keys.get(i) : "";
            }
        }
        if (nearest.isEmpty()) {
            java.util.Iterator<String> keys = labels.root().fieldNames();
            while (keys.hasNext()) {
                nearest = keys.next();
            }
        }
        return labels.finding("/" + nearest, message);
    }

    private static void checkRules(FormFolder folder, Set<String> ids, List<TemplateFinding> findings) {
        JsonNode rules = folder.form().root().path("rules");
        for (int i = 0; i < rules.size(); i++) {
            for (int n = 1; n <= rules.get(i).path("repeat").asInt(1); n++) {
                for (JsonNode field : rules.get(i).path("fields")) {
                    String place = "/rules/" + i;
                    FormSourceReader.series(field.asText().replace("{n}", Integer.toString(n)))
                            .filter(id -> !ids.contains(id))
                            .forEach(id -> findings.add(
                                    folder.form().finding(place, "rule names field " + id + ", which does not exist")));
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
        if (KeptOnPaper.wholeForm(folder).isPresent()) {
            return;
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
