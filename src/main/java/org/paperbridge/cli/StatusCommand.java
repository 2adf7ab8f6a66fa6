package org.paperbridge.cli;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.paperbridge.store.StoreCounts;
import org.paperbridge.validation.situation.Progress;
import org.paperbridge.validation.situation.Situation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {
            "Counts how much is where: files, sides, tasks, records, deliveries.",
            "Works while a server runs, and when it does not. Needs no keys and shows no patient."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:counted", "69:there is no store here, or it cannot be opened", "78:the settings are wrong"})
public final class StatusCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private Home home = new Home();

    @Option(names = "--json", description = "One JSON object; docs/reference/status.schema.json says what is in it.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        return StoreInquiry.answer(spec.commandLine(), home, "start one with serve.", settings -> {
            Situation situation = StoreCounts.count(settings.store(), Clock.systemUTC());
            Map<String, Object> answer =
                    answer(situation, settings.home().toFile().getUsableSpace());
            return json ? write(answer) : text(situation, answer);
        });
    }

    private static Map<String, Object> answer(Situation situation, long freeBytes) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("at", situation.at());
        answer.put("batches", situation.batches());
        answer.put("originals", situation.originals());
        answer.put("scans", situation.scans());
        answer.put("outcomes", situation.outcomes());
        answer.put("fields", situation.fields());
        answer.put("tasks", situation.tasks());
        answer.put("records", situation.records());
        answer.put("deliveries", situation.deliveries());
        answer.put("oldestWaiting", situation.oldestWaiting());
        answer.put("progress", describe(situation.progress()));
        answer.put("freeBytes", freeBytes);
        return answer;
    }

    private static Map<String, Object> describe(Progress progress) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("read", progress.read());
        map.put("waiting", progress.waiting());
        map.put("files", progress.files());
        map.put("perMinute", progress.perMinute().map(p -> Math.round(p * 10) / 10.0));
        map.put("secondsLeft", progress.left().map(Duration::toSeconds));
        return map;
    }

    private static String describeInWords(Progress p) {
        if (p.isIdle()) {
            return p.read() + " sides read, none waits";
        }
        String waiting = p.read() + " sides read, " + p.waiting() + " wait"
                + (p.files() > 0 ? ", " + p.files() + " files not opened yet" : "");
        return p.isStalled()
                ? waiting + "; none was read in the last minutes"
                : waiting
                        + p.perMinute()
                                .map(n -> String.format(", %.0f a minute", n))
                                .orElse("")
                        + p.left()
                                .map(d -> ", about " + Math.max(1, d.toMinutes()) + " min left")
                                .orElse("");
    }

    private static String write(Map<String, Object> answer) throws IOException {
        return JsonMapper.builder()
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(answer);
    }

    private static String text(Situation s, Map<String, Object> answer) {
        StringBuilder text = new StringBuilder();
        answer.forEach((key, value) -> {
            if (!List.of("oldestWaiting", "freeBytes", "progress").contains(key)) {
                text.append(String.format("%-12s %s%n", key, plain(value)));
            }
        });
        text.append(String.format("%-12s %s%n", "reading", describeInWords(s.progress())));
        s.oldestWaiting().ifPresent(at -> text.append(String.format("%-12s %s%n", "waiting since", at)));
        text.append(String.format("%-12s %d MiB free", "disk", (Long) answer.getOrDefault("freeBytes", 0L) >> 20));
        return text.toString();
    }

    private static String plain(Object value) {
        return value instanceof Map<?, ?> counts
                ? counts.isEmpty() ? "-" : counts.toString().replaceAll("[{}]", "")
                : value.toString();
    }
}
