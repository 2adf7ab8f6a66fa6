package org.paperbridge.questionnaire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.template.file.FormSourceReader;
import org.paperbridge.template.file.TemplateFiles;
import org.paperbridge.template.layout.LayoutEngine;
import org.paperbridge.template.layout.LayoutOverflowException;
import org.paperbridge.template.layout.TextMeasure;

/** A survey to the files of a form draft; pages are filled by asking the layout engine what fits. */
public final class DraftWriter {

    private static final int MOST_PAGES = 15;
    /** Of a section's title and of the head, mm and points, as the layout engine prints them. */
    private static final double SECTION_PT = 9.5;

    private static final double TITLE_WIDTH = 134;
    private static final double TITLE_PT = 20;

    private final TextMeasure measure;
    private final TextFit fit;
    private final Map<String, Map<String, String>> common;

    /** @param common words that every form shares, by language */
    public DraftWriter(TextMeasure measure, Map<String, Map<String, String>> common) {
        this.measure = measure;
        this.fit = new TextFit(measure);
        this.common = Map.copyOf(common);
    }

    /** @throws QuestionnaireRefusedException when the folder lacks the words that every form shares */
    public static DraftWriter with(TemplateFiles files, TextMeasure measure) {
        Map<String, Map<String, String>> common = new HashMap<>();
        for (String language : List.of("fr", "en")) {
            String name = "common." + language + ".yaml";
            String text = files.find(name)
                    .orElseThrow(() -> new QuestionnaireRefusedException(
                            "there is no " + name + " in the folder of forms; copy it from the product's templates."));
            Map<String, String> own = new HashMap<>();
            try {
                new YAMLMapper()
                        .readTree(text)
                        .properties()
                        .forEach(e -> own.put(e.getKey(), e.getValue().asText()));
            } catch (JsonProcessingException e) {
                throw new QuestionnaireRefusedException(name + " is no YAML: " + e.getOriginalMessage(), e);
            }
            common.put(language, own);
        }
        return new DraftWriter(measure, common);
    }

    /**
     * Whether a form in the folder is still what its questionnaire became, word for word.
     *
     * @param survey read from the questionnaire beside it, under the form's name
     */
    public boolean isUnchanged(TemplateFiles files, Survey survey, int number) {
        String folder = survey.name() + "/v1/";
        return write(survey, number).files().entrySet().stream()
                .allMatch(e -> files.find(folder + e.getKey())
                        .filter(e.getValue()::equals)
                        .isPresent());
    }

    /** @throws QuestionnaireRefusedException when it does not fit on the pages a form may have */
    public FormDraft write(Survey survey, int number) {
        Rows rows = new Rows(fit);
        Words title = fittingTitle(survey.title());
        rows.labels().put("title", title);
        rows.labels()
                .put(
                        "subtitle",
                        new Words(
                                "Écrire en MAJUSCULES, un caractère par case, stylo noir. * = à remplir toujours.",
                                "Write in CAPITALS, one character per cell, black pen. * = always fill in."));
        ObjectNode form = JsonNodeFactory.instance.objectNode();
        form.put("form", survey.name()).put("version", 1).put("number", number);
        form.putObject("titles").put("fr", title.fr()).put("en", title.en());
        if (!survey.patient()) {
            form.put("subject", "ward");
        }
        Pages pages = new Pages(form, rows);
        if (!title.equals(survey.title())) {
            pages.add(Optional.empty(), rows.heading(survey.title()));
        }
        for (Question question : survey.questions()) {
            if (question.group()) {
                group(question, pages, rows, true);
            } else {
                add(question, pages, rows);
            }
        }
        pages.close();
        ArrayNode rules = JsonNodeFactory.instance.arrayNode();
        pages.required.forEach(id -> rules.addObject()
                .put("id", "required-" + id)
                .put("kind", "required")
                .putArray("fields")
                .add(id));
        if (!rules.isEmpty()) {
            form.set("rules", rules);
        }
        List<String> warnings = new ArrayList<>(survey.warnings());
        warnings.addAll(rows.warnings());
        Map<String, String> files = new LinkedHashMap<>();
        files.put("form.yaml", "# yaml-language-server: $schema=../../schema/form-template.schema.json\n" + yaml(form));
        files.put("labels.fr.yaml", yaml(labels(rows, true)));
        files.put("labels.en.yaml", yaml(labels(rows, false)));
        files.put("back-entry.yaml", yaml(BackEntryDraft.of(pages.targets)));
        files.put("questionnaire.json", survey.json());
        return new FormDraft(
                survey.name(),
                pages.done.size(),
                files,
                warnings.stream().distinct().toList());
    }

    private Words fittingTitle(Words title) {
        Words cut = title;
        while (fit.width(cut, TITLE_PT, true) > TITLE_WIDTH) {
            cut = new Words(shorter(cut.fr()), shorter(cut.en()));
        }
        return cut;
    }

    private static String shorter(String text) {
        String words = text.endsWith("…") ? text.substring(0, text.length() - 1) : text;
        return words.length() < 12
                ? text
                : words.substring(0, words.length() - 1).strip() + "…";
    }

    private void group(Question group, Pages pages, Rows rows, boolean top) {
        for (int place = 1; place <= group.places(); place++) {
            Words title = group.places() > 1 ? group.text().plus(Words.same("(" + place + ")")) : group.text();
            for (Words guidance : group.guidance()) {
                title = title.isEmpty() ? guidance : title.plus(Words.same("—")).plus(guidance);
            }
            if (top && fit.width(title, SECTION_PT, true) < Rows.WIDTH) {
                pages.section(title);
            } else {
                if (top) {
                    pages.section(Words.NONE);
                }
                if (!title.isEmpty()) {
                    pages.add(Optional.empty(), rows.heading(title));
                }
            }
            for (Question question : group.questions()) {
                if (question.group()) {
                    group(question, pages, rows, false);
                } else {
                    add(question, pages, rows);
                }
            }
        }
        if (top) {
            pages.section(Words.NONE);
        }
    }

    private void add(Question question, Pages pages, Rows rows) {
        pages.add(Optional.of(question), rows.question(question));
        question.questions().forEach(below -> {
            if (below.group()) {
                group(below, pages, rows, false);
            } else {
                add(below, pages, rows);
            }
        });
    }

    private static ObjectNode labels(Rows rows, boolean french) {
        ObjectNode labels = JsonNodeFactory.instance.objectNode();
        rows.labels().forEach((key, words) -> labels.put(key, french ? words.fr() : words.en()));
        return labels;
    }

    private static String yaml(ObjectNode node) {
        try {
            return new YAMLMapper().writeValueAsString(node).replaceFirst("^---\\s*\n", "");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of plain values is always YAML", e);
        }
    }

    /** Fills one page after the other. */
    private final class Pages {

        final List<ObjectNode> done = new ArrayList<>();
        final List<Rows.Target> targets = new ArrayList<>();
        final List<String> required = new ArrayList<>();
        private final ObjectNode form;
        private final Rows rows;
        private final LayoutEngine engine = new LayoutEngine(measure);
        private ObjectNode page = JsonNodeFactory.instance.objectNode();
        private Optional<String> title = Optional.empty();
        private boolean fresh = true;
        private int titles;

        Pages(ObjectNode form, Rows rows) {
            this.form = form;
            this.rows = rows;
            page.putArray("sections");
            form.putArray("pages");
        }

        void section(Words words) {
            fresh = true;
            title = Optional.empty();
            if (!words.isEmpty()) {
                title = Optional.of("section-" + ++titles);
                rows.labels().put("section-" + titles, words);
            }
        }

        void add(Optional<Question> question, Rows.Block block) {
            if (!fits(block)) {
                if (page.path("sections").isEmpty()) {
                    throw tooLong(question);
                }
                close();
                fresh = true;
                if (!fits(block)) {
                    throw tooLong(question);
                }
            }
            place(page, block);
            fresh = false;
            targets.addAll(block.targets());
            required.addAll(block.required());
        }

        void close() {
            if (page.path("sections").isEmpty()) {
                return;
            }
            done.add(page);
            form.withArray("pages").add(page);
            if (done.size() > MOST_PAGES) {
                throw new QuestionnaireRefusedException(
                        "The questionnaire needs more than " + MOST_PAGES + " pages; split it into several.");
            }
            page = JsonNodeFactory.instance.objectNode();
            page.putArray("sections");
        }

        private boolean fits(Rows.Block block) {
            ObjectNode trial = page.deepCopy();
            place(trial, block);
            ObjectNode alone = form.deepCopy();
            alone.putArray("pages").add(trial);
            Map<String, Map<String, String>> words = new LinkedHashMap<>(common);
            words.replaceAll((language, shared) -> {
                Map<String, String> all = new LinkedHashMap<>(shared);
                rows.labels().forEach((k, w) -> all.put(k, language.equals("fr") ? w.fr() : w.en()));
                return all;
            });
            try {
                engine.compute(FormSourceReader.read(alone), words);
                return true;
            } catch (LayoutOverflowException e) {
                if (e.field().isEmpty()) {
                    return false;
                }
                throw new QuestionnaireRefusedException("Field " + e.field() + " does not fit: " + e.reason(), e);
            }
        }

        private void place(ObjectNode into, Rows.Block block) {
            ArrayNode sections = into.withArray("sections");
            if (fresh || sections.isEmpty()) {
                ObjectNode section = sections.addObject();
                title.ifPresent(key -> section.put("title", key));
                section.putArray("rows");
            }
            ArrayNode last = (ArrayNode) sections.get(sections.size() - 1).withArray("rows");
            block.rows().forEach(last::add);
        }

        private static QuestionnaireRefusedException tooLong(Optional<Question> question) {
            return new QuestionnaireRefusedException("Item "
                    + question.map(Question::linkId).orElse("(a title)") + " does not fit on a page of its own.");
        }
    }
}
