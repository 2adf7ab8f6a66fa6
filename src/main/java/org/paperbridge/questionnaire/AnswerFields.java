package org.paperbridge.questionnaire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Answers to fields of a form, with their words. */
final class AnswerFields {

    /** Of a tick box, its gap to its words and to the next option, mm; as the layout engine sets them. */
    private static final double TICK_SHARE = 4.2 + 1.4 + 3.4;

    private static final double LIST_SHARE = 4.2 + 5.6;
    private static final double OPTION_PT = 8.5;
    private static final double LIST_WORDS = Rows.WIDTH - LIST_SHARE - 1;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final TextFit fit;
    private final Map<String, Words> labels;
    private final List<String> warnings;

    /**
     * @param labels takes the words of the fields
     * @param warnings takes what is printed otherwise than asked
     */
    AnswerFields(TextFit fit, Map<String, Words> labels, List<String> warnings) {
        this.fit = fit;
        this.labels = labels;
        this.warnings = warnings;
    }

    /** None where nothing is answered. */
    List<ObjectNode> of(String id, Answer answer) {
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
            when text.lines() == 1 -> List.of(field(id, "line", Words.NONE).put("width", Rows.RIGHT - 1));
            case Answer.Text text ->
                List.of(field(id, "area", Words.NONE)
                        .put("width", Rows.WIDTH - 1)
                        .put("lines", text.lines()));
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
        double row = sumOf(options, o -> fit.width(label(id, o), OPTION_PT, false) + TICK_SHARE);
        double widest = options.stream()
                .mapToDouble(o -> fit.width(label(id, o), OPTION_PT, false))
                .max()
                .orElse(0);
        if (row > Rows.WIDTH || (options.size() > 3 && row > Rows.RIGHT && widest + LIST_SHARE <= Rows.RIGHT)) {
            int fit = (int)
                    Math.floor((widest + LIST_SHARE <= Rows.RIGHT ? Rows.RIGHT : Rows.WIDTH) / (widest + LIST_SHARE));
            field.put("columns", Math.max(1, Math.min(Math.min(8, fit), options.size())));
        }
        return field;
    }

    private Words label(String id, Answer.Option option) {
        return Optional.ofNullable(labels.get("of-" + id + "." + option.value()))
                .orElse(Words.NONE);
    }

    private Words fitting(String id, Words words) {
        Words cut = new Words(fit.cut(words.fr(), OPTION_PT, LIST_WORDS), fit.cut(words.en(), OPTION_PT, LIST_WORDS));
        if (!cut.equals(words)) {
            warnings.add("field " + id + ": an option was too long for a line and is cut: " + words.en());
        }
        return cut;
    }

    /** What the layout engine needs for a field and its caption, mm. */
    double widthOf(ObjectNode field) {
        if (field.has("width")) {
            return field.path("width").asDouble();
        }
        double caption = fit.width(
                Optional.ofNullable(labels.get(field.path("caption").asText())).orElse(Words.NONE), 7.5, false);
        if (field.path("kind").asText().equals("tick")) {
            ToDoubleFunction<String> option = value -> fit.width(
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
        double unit =
                field.has("unit") ? fit.width(Words.same(field.path("unit").asText()), OPTION_PT, false) + 1.4 : 0;
        return Math.max(caption, cells + unit);
    }

    private static double sumOf(List<Answer.Option> options, ToDoubleFunction<Answer.Option> width) {
        return options.stream().mapToDouble(width).sum();
    }
}
