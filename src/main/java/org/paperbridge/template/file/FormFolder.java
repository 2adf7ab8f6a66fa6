package org.paperbridge.template.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.form.layout.BackEntryTarget;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.template.InvalidTemplateException;
import org.paperbridge.template.TemplateFinding;
import org.paperbridge.template.author.FormSource;

/**
 * The files of one form version, parsed.
 *
 * @param form {@code form.yaml}
 * @param labels {@code labels.fr.yaml} and {@code labels.en.yaml}
 * @param backEntry {@code back-entry.yaml}
 */
public record FormFolder(YamlDocument form, Map<String, YamlDocument> labels, YamlDocument backEntry) {

    public static final List<String> LANGUAGES = List.of("fr", "en");

    public FormFolder {
        labels = Map.copyOf(labels);
    }

    /** @throws InvalidTemplateException when files are missing or no YAML */
    public static FormFolder load(TemplateFiles files, FormRef ref) {
        List<TemplateFinding> findings = new ArrayList<>();
        Map<String, YamlDocument> documents = new HashMap<>();
        for (String name : List.of("form.yaml", "labels.fr.yaml", "labels.en.yaml", "back-entry.yaml")) {
            String path = pathOf(ref) + name;
            try {
                documents.put(name, parse(files, path));
            } catch (InvalidTemplateException e) {
                findings.addAll(e.findings());
            }
        }
        if (!findings.isEmpty()) {
            throw new InvalidTemplateException(findings);
        }
        Map<String, YamlDocument> labels = new HashMap<>();
        LANGUAGES.forEach(l -> labels.put(l, get(documents, "labels." + l + ".yaml")));
        return new FormFolder(get(documents, "form.yaml"), labels, get(documents, "back-entry.yaml"));
    }

    private static YamlDocument get(Map<String, YamlDocument> documents, String name) {
        return Optional.ofNullable(documents.get(name)).orElseThrow();
    }

    static YamlDocument parse(TemplateFiles files, String path) {
        String text = files.find(path)
                .orElseThrow(() -> new InvalidTemplateException(
                        List.of(new TemplateFinding("templates/" + path, 0, "the file is missing"))));
        return YamlDocument.parse("templates/" + path, text);
    }

    public static String pathOf(FormRef ref) {
        return ref.form() + "/v" + ref.version() + "/";
    }

    public FormSource source() {
        return FormSourceReader.read(form.root());
    }

    public List<BackEntryTarget> targets() {
        return BackEntryReader.readTargets(backEntry.root());
    }

    /** The form's own words by language; words every form shares are below them. */
    public Map<String, Map<String, String>> words(TemplateFiles files) {
        Map<String, Map<String, String>> words = new HashMap<>();
        labels.forEach((language, own) -> {
            Map<String, String> all = new HashMap<>(FormSourceReader.strings(
                    parse(files, "common." + language + ".yaml").root()));
            all.putAll(FormSourceReader.strings(own.root()));
            words.put(language, all);
        });
        return words;
    }
}
