package org.paperbridge.template;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.layout.Layout;
import org.paperbridge.template.author.FormSource;
import org.paperbridge.template.file.FormFolder;
import org.paperbridge.template.file.LayoutFile;
import org.paperbridge.template.file.TemplateFiles;
import org.paperbridge.template.layout.Fingerprint;

/**
 * Every form version named in {@code released.txt}, with its frozen {@code layout.json}. Nothing is computed here: an
 * edited template or a later engine cannot move the zones of paper already printed.
 */
public final class ReleasedForms implements FormCatalogue {

    private final List<FormTemplate> forms;

    private ReleasedForms(List<FormTemplate> forms) {
        this.forms = List.copyOf(forms);
    }

    /** @throws InvalidTemplateException when a released file is missing or was changed: all of them listed */
    public static ReleasedForms load(TemplateFiles files) {
        List<TemplateFinding> findings = new ArrayList<>();
        List<FormTemplate> forms = new ArrayList<>();
        for (Line line : lines(files.find("released.txt").orElse(""))) {
            String path = FormFolder.pathOf(line.ref()) + "layout.json";
            Optional<String> json = files.find(path);
            if (json.isEmpty()) {
                findings.add(new TemplateFinding("templates/" + path, 0, "the frozen layout is missing"));
            } else if (!sha256(json.get()).equals(line.sha256())) {
                findings.add(new TemplateFinding(
                        "templates/" + path,
                        0,
                        "changed after its release; paper printed from it could be misread. Restore it and make v"
                                + (line.ref().version() + 1)));
            } else {
                forms.add(form(files, line.ref(), LayoutFile.read(json.get())));
            }
        }
        if (!findings.isEmpty()) {
            throw new InvalidTemplateException(findings);
        }
        return new ReleasedForms(forms);
    }

    /** A form as it would be if it were released with this layout: to be looked at, never to be printed. */
    public static FormTemplate draft(TemplateFiles files, Layout layout) {
        return form(files, layout.form(), layout);
    }

    private static FormTemplate form(TemplateFiles files, FormRef ref, Layout layout) {
        if (Fingerprint.of(layout.pages()) != layout.fingerprint()) {
            throw new InvalidTemplateException(List.of(new TemplateFinding(
                    "templates/" + FormFolder.pathOf(ref) + "layout.json",
                    0,
                    "its fingerprint is not that of its geometry")));
        }
        FormFolder folder = FormFolder.load(files, ref);
        FormSource source = folder.source();
        Map<String, Map<String, String>> words = folder.words(files);
        Map<String, Map<String, String>> labels = new HashMap<>();
        words.forEach((language, own) -> {
            Map<String, String> all = new HashMap<>(own);
            all.putAll(FieldWords.of(source, own));
            labels.put(language, all);
        });
        return new FormTemplate(
                ref,
                source.number(),
                source.titles(),
                source.rows(),
                layout,
                labels,
                source.rules(),
                folder.targets(),
                source.paper().copies());
    }

    /** One line of {@code released.txt}: form, version, SHA-256 of its layout file. */
    public record Line(FormRef ref, String sha256) {
        @Override
        public String toString() {
            return ref.form() + " " + ref.version() + " " + sha256;
        }
    }

    public static List<Line> lines(String released) {
        return released.lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty() && !l.startsWith("#"))
                .map(l -> Arrays.asList(l.split(" +")))
                .map(w -> new Line(new FormRef(w.get(0), Integer.parseInt(w.get(1))), w.get(2)))
                .toList();
    }

    public static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    @Override
    public List<FormTemplate> listForms() {
        return forms;
    }

    @Override
    public Optional<FormTemplate> findForm(int number, int version) {
        return forms.stream()
                .filter(f -> f.number() == number && f.ref().version() == version)
                .findFirst();
    }

    @Override
    public Optional<FormTemplate> findForm(FormRef ref) {
        return forms.stream().filter(f -> f.ref().equals(ref)).findFirst();
    }

    @Override
    public Optional<FormTemplate> findNewest(String form) {
        return forms.stream()
                .filter(f -> f.ref().form().equals(form))
                .max(Comparator.comparingInt(f -> f.ref().version()));
    }
}
