package org.paperbridge.cli;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.paperbridge.store.StoreCounts;
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
        answer.put("freeBytes", freeBytes);
        return answer;
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
            if (!key.equals("oldestWaiting") && !key.equals("freeBytes")) {
                text.append(String.format("%-12s %s%n", key, plain(value)));
            }
        });
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
