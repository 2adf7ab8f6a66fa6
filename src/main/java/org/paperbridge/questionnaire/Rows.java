package org.paperbridge.questionnaire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Questions to rows of a form: the question at the left, its answer at the right, or below where that is too wide. */
final class Rows {

    /** Between the paddings of a section of an upright sheet, mm. */
    static final double WIDTH = 182;

    private static final double LEFT = 88;
    /** Beside a question, mm. */
    static final double RIGHT = WIDTH - LEFT - 3.8;

    private static final int MOST_LINES = 30;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final TextFit fit;
    private final Map<String, Words> labels = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private final AnswerFields fields;
    private final FieldIds ids = new FieldIds();
    private int texts;

    Rows(TextFit fit) {
        this.fit = fit;
        this.fields = new AnswerFields(fit, labels, warnings);
    }

    /** Rows that stay together. */
    record Block(List<ArrayNode> rows, List<Target> targets, List<String> required) {}

    /** @param field what an observation is read from */
    record Target(String field, Question question) {}

    Map<String, Words> labels() {
        return labels;
    }

    List<String> warnings() {
        return warnings;
    }

    Block heading(Words words) {
        return new Block(paragraphs(words, true), List.of(), List.of());
    }

    Block question(Question question) {
        List<ArrayNode> rows = new ArrayList<>();
        List<Target> targets = new ArrayList<>();
        List<String> required = new ArrayList<>();
        Words text = question.required() ? question.text().plus(Words.same("*")) : question.text();
        for (Words guidance : question.guidance()) {
            text = new Words(text.fr() + "\n" + guidance.fr(), text.en() + "\n" + guidance.en());
        }
        Words asked = new Words(text.fr().replace("\n", " — "), text.en().replace("\n", " — "));
        String id = ids.next(question);
        for (int place = 1; place <= question.places(); place++) {
            String numbered = place == 1 ? id : id + "-r" + place;
            List<ObjectNode> answer = fields.of(numbered, question.answer());
            if (answer.isEmpty()) {
                rows.addAll(paragraphs(asked, false));
                continue;
            }
            boolean beside = answer.stream().mapToDouble(fields::widthOf).sum() + (answer.size() - 1) * 3.8 <= RIGHT
                    && fit.lines(asked, LEFT) <= 6;
            rows.addAll(
                    beside
                            ? beside(place == 1 ? asked : Words.NONE, answer)
                            : below(place == 1 ? asked : Words.NONE, answer));
            if (question.required() && place == 1) {
                required.add(answer.getFirst().path("id").asText());
            }
            if (question.loinc().isPresent()) {
                targets.add(new Target(numbered, question));
            }
        }
        return new Block(rows, targets, required);
    }

    private List<ArrayNode> beside(Words asked, List<ObjectNode> answer) {
        ArrayNode row = NODES.arrayNode();
        row.add(text(asked.isEmpty() ? Words.same("…") : asked, LEFT, false));
        answer.forEach(row::add);
        return List.of(row);
    }

    private List<ArrayNode> below(Words asked, List<ObjectNode> answer) {
        List<ArrayNode> rows = new ArrayList<>(asked.isEmpty() ? List.of() : paragraphs(asked, false));
        double used = 0;
        ArrayNode row = NODES.arrayNode();
        for (ObjectNode field : answer) {
            double width = fields.widthOf(field) + 3.8;
            if (!row.isEmpty() && used + width > WIDTH) {
                rows.add(row);
                row = NODES.arrayNode();
                used = 0;
            }
            row.add(field);
            used += width;
        }
        rows.add(row);
        return rows;
    }

    private List<ArrayNode> paragraphs(Words words, boolean bold) {
        List<ArrayNode> rows = new ArrayList<>();
        Words rest = words;
        while (!rest.isEmpty()) {
            Words now = new Words(TextFit.head(rest.fr()), TextFit.head(rest.en()));
            rows.add(NODES.arrayNode().add(text(now, WIDTH - 1, bold)));
            rest = new Words(
                    rest.fr().substring(now.fr().length()).strip(),
                    rest.en().substring(now.en().length()).strip());
        }
        return rows;
    }

    private ObjectNode text(Words words, double width, boolean bold) {
        String key = "text-" + ++texts;
        Words breakable = new Words(fit.breakable(words.fr(), width), fit.breakable(words.en(), width));
        labels.put(key, breakable);
        ObjectNode node =
                NODES.objectNode().put("kind", "text").put("caption", key).put("width", width);
        node.put("lines", Math.min(MOST_LINES, fit.lines(breakable, width)));
        return bold ? node.put("bold", true) : node;
    }
}
