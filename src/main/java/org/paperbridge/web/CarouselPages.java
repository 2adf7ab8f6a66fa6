package org.paperbridge.web;

import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.validation.carousel.CarouselField;
import org.paperbridge.validation.queue.Answer;
import org.paperbridge.validation.queue.AnswerRefusedException;
import org.paperbridge.validation.queue.ReviewTask;
import org.paperbridge.validation.queue.StaleTaskException;
import org.paperbridge.validation.queue.TaskContent;
import org.paperbridge.validation.queue.TaskFilter;
import org.paperbridge.validation.queue.TaskKind;
import org.paperbridge.validation.queue.TaskState;
import org.paperbridge.web.view.PageReview;
import org.paperbridge.web.view.Words;

/**
 * One field of many pages at a time: a screenful of pictures, and the reviewer marks the wrong ones. What is marked
 * stays a question of its page; what is not is confirmed as shown. The pages are held while they are on the screen.
 */
final class CarouselPages {

    private static final int CARDS = 24;
    /** Pages looked through for a screenful; the next screenful looks anew. */
    private static final int PAGES = 60;

    private static final TaskFilter CHECKS =
            new TaskFilter(Optional.of(TaskState.OPEN), Optional.of(TaskKind.CHECK_VALUES), Optional.empty());
    private static final TaskFilter ANSWERED =
            new TaskFilter(Optional.of(TaskState.ANSWERED), Optional.of(TaskKind.CHECK_VALUES), Optional.empty());
    private static final int RELEASES = 50;

    private final WebPorts ports;
    private final WebSettings settings;

    CarouselPages(WebPorts ports, WebSettings settings) {
        this.ports = ports;
        this.settings = settings;
    }

    void show(Visit visit) {
        Map<String, List<CarouselField>> families = waiting(visit.who());
        String asked = Optional.ofNullable(visit.http().queryParam("of")).orElse("");
        String chosen = families.containsKey(asked) ? asked : largest(families);
        List<CarouselField> held = hold(visit, families.getOrDefault(chosen, List.of()));
        held.forEach(f -> ports.audit()
                .append(visit.who(), "view", f.task(), Map.of("field", f.zone().id())));
        Map<String, Object> values = new HashMap<>();
        values.put(
                "families",
                families.entrySet().stream()
                        .map(e -> Map.of(
                                "key", e.getKey(),
                                "name", name(e.getValue().getFirst(), visit.words()),
                                "count", e.getValue().size(),
                                "chosen", e.getKey().equals(chosen)))
                        .toList());
        values.put("chosen", chosen);
        values.put("name", held.isEmpty() ? "" : name(held.getFirst(), visit.words()));
        values.put(
                "cards",
                held.stream()
                        .sorted(Comparator.comparing((CarouselField f) -> String.join(",", f.values())))
                        .map(f -> card(f, visit.words()))
                        .toList());
        values.put("complete", ports.queue().listTasks(ANSWERED, 0, 1).total());
        values.put("done", number(visit, "done"));
        values.put("gone", number(visit, "gone"));
        values.put("left", number(visit, "left"));
        values.put("released", number(visit, "released"));
        visit.show("carousel", values);
    }

    /** What was shown and not marked is right. */
    void confirm(Visit visit) {
        Set<String> wrong = Set.copyOf(visit.http().formParams("wrong"));
        Map<String, List<String>> byTask = new LinkedHashMap<>();
        for (String item : visit.http().formParams("item")) {
            byTask.computeIfAbsent(item.split(":", 2)[0], t -> new ArrayList<>())
                    .add(item);
        }
        int done = 0;
        int gone = 0;
        for (Map.Entry<String, List<String>> page : byTask.entrySet()) {
            List<String> right =
                    page.getValue().stream().filter(i -> !wrong.contains(i)).toList();
            boolean taken = right.isEmpty() || confirm(page.getKey(), right, visit.who());
            done += taken ? right.size() : 0;
            gone += taken ? 0 : right.size();
            ports.queue().giveBack(page.getKey(), visit.who());
        }
        visit.http()
                .redirect("/carousel?done=" + done + "&gone=" + gone + "&left=" + wrong.size(), HttpStatus.SEE_OTHER);
    }

    /** True when the page was still as it was shown. */
    private boolean confirm(String task, List<String> items, String reviewer) {
        try {
            List<CarouselField> now =
                    ports.queue().findContent(task).map(this::fields).orElse(List.of());
            List<Answer> answers = now.stream()
                    .filter(f -> items.contains(key(f)))
                    .<Answer>map(f -> new Answer.Value(f.zone().id(), f.values()))
                    .toList();
            if (answers.size() != items.size()) {
                return false;
            }
            ports.decisions().decide(task, now.getFirst().version(), reviewer, answers);
            return true;
        } catch (StaleTaskException | AnswerRefusedException e) {
            return false;
        }
    }

    /** Lets go pages on which nothing is open any more; what speaks against one leaves it to its own screen. */
    void release(Visit visit) {
        int released = 0;
        for (ReviewTask task : ports.queue().listTasks(ANSWERED, 0, RELEASES).tasks()) {
            Optional<ReviewTask> mine = ports.queue().lease(task.id(), visit.who(), settings.lease());
            if (mine.isEmpty()) {
                continue;
            }
            try {
                ports.releases().release(task.id(), mine.get().version(), visit.who());
                released++;
            } catch (StaleTaskException | AnswerRefusedException e) {
                ports.queue().giveBack(task.id(), visit.who());
            }
        }
        visit.http().redirect("/carousel?released=" + released, HttpStatus.SEE_OTHER);
    }

    /** By form and field, over the most urgent pages that nobody else holds. */
    private Map<String, List<CarouselField>> waiting(String reviewer) {
        Map<String, List<CarouselField>> families = new TreeMap<>();
        for (ReviewTask task : ports.queue().listTasks(CHECKS, 0, PAGES).tasks()) {
            boolean othersHold = task.lease()
                    .filter(l -> l.holds(ports.clock().instant()))
                    .filter(l -> !l.reviewer().equals(reviewer))
                    .isPresent();
            if (!othersHold) {
                ports.queue()
                        .findContent(task.id())
                        .map(this::fields)
                        .orElse(List.of())
                        .forEach(f -> families.computeIfAbsent(f.form() + "/" + f.family(), k -> new ArrayList<>())
                                .add(f));
            }
        }
        return families;
    }

    private List<CarouselField> fields(TaskContent content) {
        return PageReview.identityOf(content)
                .flatMap(i -> ports.forms().findForm(i.form()))
                .map(form -> CarouselField.listOf(form, content))
                .orElse(List.of());
    }

    /** Those of them whose pages this reviewer now holds. */
    private List<CarouselField> hold(Visit visit, List<CarouselField> some) {
        Map<String, Boolean> held = new HashMap<>();
        return some.stream()
                .limit(CARDS)
                .filter(f -> held.computeIfAbsent(
                        f.task(),
                        t -> ports.queue()
                                .lease(t, visit.who(), settings.lease())
                                .filter(now -> now.version() == f.version())
                                .isPresent()))
                .toList();
    }

    private static String largest(Map<String, List<CarouselField>> families) {
        return families.entrySet().stream()
                .max(Comparator.comparingInt(e -> e.getValue().size()))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private String name(CarouselField field, Words words) {
        FormRef form = field.form();
        return ports.forms()
                .findForm(form)
                .map(f -> words.pick(f.titles(), form.form()) + " · "
                        + f.labels()
                                .getOrDefault(words.language(), Map.of())
                                .getOrDefault("field." + field.zone().id(), field.family())
                                .replaceFirst(" [0-9]+$", ""))
                .orElse(field.family());
    }

    private Map<String, Object> card(CarouselField field, Words words) {
        Map<String, String> labels = ports.forms()
                .findForm(field.form())
                .map(f -> f.labels().getOrDefault(words.language(), Map.<String, String>of()))
                .orElse(Map.of());
        String id = field.zone().id();
        String shown = field.zone() instanceof FieldZone.Tick
                ? field.values().stream()
                        .map(v -> labels.getOrDefault("field." + id + "." + v, v))
                        .collect(Collectors.joining(", "))
                : String.join(" ", field.values());
        return Map.of("key", key(field), "task", field.task(), "field", id, "shown", shown);
    }

    /** Names the field as it was shown; task ids have no colon. */
    private static String key(CarouselField field) {
        return field.task() + ":" + field.version() + ":" + field.zone().id();
    }

    private static long number(Visit visit, String name) {
        String text = Optional.ofNullable(visit.http().queryParam(name)).orElse("");
        return text.matches("[0-9]{1,6}") ? Long.parseLong(text) : 0;
    }
}
