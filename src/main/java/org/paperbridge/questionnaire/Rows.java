package org.paperbridge.questionnaire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.paperbridge.template.layout.TextMeasure;

/** Questions to rows of a form: the question at the left, its answer at the right, or below where that is too wide. */
final class Rows {

    /** Between the paddings of a section of an upright sheet, mm. */
    static final double WIDTH = 182;

    private static final double LEFT = 88;
    private static final double RIGHT = WIDTH - LEFT - 3.8;
    private static final double TEXT_PT = 8.5;
    /** Of a tick box, its gap to its words and to the next option, mm; as the layout engine sets them. */
    private static final double TICK_SHARE = 4.2 + 1.4 + 3.4;

    private static final double LIST_SHARE = 4.2 + 5.6;
    private static final double OPTION_PT = 8.5;
    private static final int MOST_LINES = 30;
    private static final double LIST_WORDS = WIDTH - LIST_SHARE - 1;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final TextMeasure measure;
    private final Map<String, Words> labels = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private final FieldIds ids = new FieldIds();
    private int texts;

    Rows(TextMeasure measure) {
        this.measure = measure;
    }

    /** Rows that stay together. */
    record Block(List<ArrayNode> rows, List<Target> targets, List<String> required) {}

    /** @param fields what an observation is read from */
    record Target(String field, Question question) {}

    Map<String, Words> labels() {
        return labels;
    }

    List<String> warnings() {
        return warnings;
    }

    double width(Words words, double pt, boolean bold) {
        return Math.max(measure.widthMm(words.fr(), pt, bold), measure.widthMm(words.en(), pt, bold));
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
            List<ObjectNode> fields = fields(numbered, question.answer());
            if (fields.isEmpty()) {
                rows.addAll(paragraphs(asked, false));
                continue;
            }
            boolean beside = fields.stream().mapToDouble(this::widthOf).sum() + (fields.size() - 1) * 3.8 <= RIGHT
                    && lines(asked, LEFT) <= 6;
            rows.addAll(
                    beside
                            ? beside(place == 1 ? asked : Words.NONE, fields)
                            : below(place == 1 ? asked : Words.NONE, fields));
            if (question.required() && place == 1) {
                required.add(fields.getFirst().path("id").asText());
            }
            if (question.loinc().isPresent()) {
                targets.add(new Target(numbered, question));
            }
        }
        return new Block(rows, targets, required);
    }

    private List<ArrayNode> beside(Words asked, List<ObjectNode> fields) {
        ArrayNode row = NODES.arrayNode();
        row.add(text(asked.isEmpty() ? Words.same("…") : asked, LEFT, false));
        fields.forEach(row::add);
        return List.of(row);
    }

    private List<ArrayNode> below(Words asked, List<ObjectNode> fields) {
        List<ArrayNode> rows = new ArrayList<>(asked.isEmpty() ? List.of() : paragraphs(asked, false));
        double used = 0;
        ArrayNode row = NODES.arrayNode();
        for (ObjectNode field : fields) {
            double width = widthOf(field) + 3.8;
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
            Words now = new Words(head(rest.fr()), head(rest.en()));
            rows.add(NODES.arrayNode().add(text(now, WIDTH - 1, bold)));
            rest = new Words(
                    rest.fr().substring(now.fr().length()).strip(),
                    rest.en().substring(now.en().length()).strip());
        }
        return rows;
    }

    /** Long texts are cut between words: a block has to fit on a page. */
    private static String head(String text) {
        int most = 2200;
        if (text.length() <= most) {
            return text;
        }
        int space = text.lastIndexOf(' ', most);
        return text.substring(0, space > 0 ? space : most);
    }

    private ObjectNode text(Words words, double width, boolean bold) {
        String key = "text-" + ++texts;
        Words breakable = new Words(breakable(words.fr(), width), breakable(words.en(), width));
        labels.put(key, breakable);
        ObjectNode node =
                NODES.objectNode().put("kind", "text").put("caption", key).put("width", width);
        node.put("lines", Math.min(MOST_LINES, lines(breakable, width)));
        return bold ? node.put("bold", true) : node;
    }

    /** A word wider than its column is cut, because paper cannot scroll. */
    private String breakable(String text, double width) {
        StringBuilder all = new StringBuilder();
        for (String word : text.split(" ")) {
            String rest = word;
            while (measure.widthMm(rest, TEXT_PT, true) > width && rest.length() > 8) {
                int cut = (int) Math.max(8, rest.length() * width / measure.widthMm(rest, TEXT_PT, true) * 0.9);
                all.append(rest, 0, cut).append(' ');
                rest = rest.substring(cut);
            }
            all.append(rest).append(' ');
        }
        return all.toString().strip();
    }

    private int lines(Words words, double width) {
        return Math.max(lines(words.fr(), width), lines(words.en(), width));
    }

    private int lines(String text, double width) {
        int lines = 1;
        double used = 0;
        double space = measure.widthMm("n n", TEXT_PT, true) - measure.widthMm("nn", TEXT_PT, true);
        for (String word : text.split(" ")) {
            double wide = measure.widthMm(word, TEXT_PT, true);
            if (used > 0 && used + space + wide > width - 0.5) {
                lines++;
                used = wide;
            } else {
                used += (used > 0 ? space : 0) + wide;
            }
        }
        return lines;
    }

    private List<ObjectNode> fields(String id, Answer answer) {
        return switch (answer) {
            case Answer.Nothing nothing -> List.of();
            case Answer.YesNo yesNo ->
                List.of(tick(
                        id,
                        List.of(
                                new Answer.Option("yes", "", "", new Words("oui", "yes")),
                                new Answer.Option("no", "", "", new Words("non", "no"))),
                        false));
            case Answer.Choice choice -> {
                List<ObjectNode> fields = new ArrayList<>();
                fields.add(tick(id, choice.options(), choice.many()));
                if (choice.open()) {
                    ObjectNode other = field(id + "-other", "line", new Words("autre", "other"));
                    fields.add(other.put("width", 60));
                }
                yield fields;
            }
            case Answer.Number number -> List.of(number(id, number));
            case Answer.Moment moment -> {
                List<ObjectNode> fields = new ArrayList<>();
                if (moment.date()) {
                    fields.add(field(id, "comb", new Words("JJ / MM / AAAA", "DD / MM / YYYY"))
                            .put("alphabet", "date")
                            .put("mask", "##/##/####"));
                }
                if (moment.time()) {
                    fields.add(field(moment.date() ? id + "-time" : id, "comb", new Words("HH : MM", "HH : MM"))
                            .put("alphabet", "time")
                            .put("mask", "##:##"));
                }
                yield fields;
            }
            case Answer.Text text
            when text.lines() == 1 && text.length() > 0 && text.length() <= 16 ->
                List.of(field(id, "comb", Words.NONE)
                        .put("alphabet", "alphanumeric")
                        .put("cells", text.length()));
            case Answer.Text text
            when text.lines() == 1 -> List.of(field(id, "line", Words.NONE).put("width", RIGHT - 1));
            case Answer.Text text ->
                List.of(field(id, "area", Words.NONE).put("width", WIDTH - 1).put("lines", text.lines()));
        };
    }

    private ObjectNode field(String id, String kind, Words caption) {
        String key = "of-" + id;
        labels.put(key, caption);
        return NODES.objectNode().put("id", id).put("kind", kind).put("caption", key);
    }

    private ObjectNode number(String id, Answer.Number number) {
        int digits = number.most()
                .map(most -> Integer.toString((int) Math.min(most, 999_999_999)).length())
                .orElse(4);
        ObjectNode field = field(id, "comb", Words.NONE);
        if (number.whole()) {
            field.put("alphabet", "digits").put("cells", digits);
        } else {
            field.put("alphabet", "decimal").put("mask", "#".repeat(digits) + ",##");
        }
        number.unit().ifPresent(unit -> field.put("unit", unit));
        if (number.most().isPresent()) {
            field.putArray("range")
                    .add(number.least().orElse(0.0))
                    .add(number.most().get());
        } else {
            number.least()
                    .filter(l -> l > 0)
                    .ifPresent(least -> warnings.add("field " + id + " has a lowest value " + least
                            + " and no highest; its range is not checked"));
            warnings.add("field " + id + " has no highest value; " + digits + " digits are printed");
        }
        return field;
    }

    private ObjectNode tick(String id, List<Answer.Option> options, boolean many) {
        ObjectNode field = field(id, "tick", Words.NONE);
        ArrayNode values = field.putArray("options");
        for (Answer.Option option : options) {
            values.add(option.value());
            labels.put("of-" + id + "." + option.value(), fitting(id, option.words()));
        }
        if (many) {
            field.put("multiple", true);
        }
        double row = sumOf(options, o -> width(label(id, o), OPTION_PT, false) + TICK_SHARE);
        double widest = options.stream()
                .mapToDouble(o -> width(label(id, o), OPTION_PT, false))
                .max()
                .orElse(0);
        if (row > WIDTH || (options.size() > 3 && row > RIGHT && widest + LIST_SHARE <= RIGHT)) {
            int fit = (int) Math.floor((widest + LIST_SHARE <= RIGHT ? RIGHT : WIDTH) / (widest + LIST_SHARE));
            field.put("columns", Math.max(1, Math.min(Math.min(8, fit), options.size())));
        }
        return field;
    }

    private Words label(String id, Answer.Option option) {
        return Optional.ofNullable(labels.get("of-" + id + "." + option.value()))
                .orElse(Words.NONE);
    }

    private Words fitting(String id, Words words) {
        Words cut = new Words(cut(words.fr()), cut(words.en()));
        if (!cut.equals(words)) {
            warnings.add("field " + id + ": an option was too long for a line and is cut: " + words.en());
        }
        return cut;
    }

    private String cut(String text) {
        String rest = text;
        while (measure.widthMm(rest + "…", OPTION_PT, false) > LIST_WORDS) {
            rest = rest.substring(0, rest.length() - 1);
        }
        return rest.equals(text) ? text : rest.strip() + "…";
    }

    private double widthOf(ObjectNode field) {
        if (field.has("width")) {
            return field.path("width").asDouble();
        }
        double caption = width(
                Optional.ofNullable(labels.get(field.path("caption").asText())).orElse(Words.NONE), 7.5, false);
        if (field.path("kind").asText().equals("tick")) {
            ToDoubleFunction<String> option = value -> width(
                    Optional.ofNullable(labels.get(field.path("caption").asText() + "." + value))
                            .orElse(Words.NONE),
                    OPTION_PT,
                    false);
            double sum = 0;
            double widest = 0;
            for (var value : field.path("options")) {
                sum += option.applyAsDouble(value.asText()) + TICK_SHARE;
                widest = Math.max(widest, option.applyAsDouble(value.asText()));
            }
            int columns = field.path("columns").asInt();
            return Math.max(caption, columns > 0 ? columns * (widest + LIST_SHARE) : sum - 3.4);
        }
        String mask = field.path("mask").asText("#".repeat(field.path("cells").asInt()));
        double cells = mask.chars().mapToDouble(c -> c == '#' ? 5.2 : 1.8).sum();
        double unit = field.has("unit") ? measure.widthMm(field.path("unit").asText(), OPTION_PT, false) + 1.4 : 0;
        return Math.max(caption, cells + unit);
    }

    private static double sumOf(List<Answer.Option> options, ToDoubleFunction<Answer.Option> width) {
        return options.stream().mapToDouble(width).sum();
    }
}
