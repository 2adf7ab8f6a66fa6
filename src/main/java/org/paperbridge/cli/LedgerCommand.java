package org.paperbridge.cli;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.store.StoreCounts;
import org.paperbridge.validation.batch.ScannedBatch;
import org.paperbridge.validation.ledger.Ledger;
import org.paperbridge.validation.ledger.LedgerSummary;
import org.paperbridge.validation.ledger.OpenSheet;
import org.paperbridge.validation.ledger.PageCounts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        description = {
            "Accounts for every printed page: back, to be looked for, explained, blank stock, replaced;",
            "and for every stack with a batch sheet: what was counted beside what was scanned.",
            "Works while a server runs, and when it does not. Needs no keys and shows no patient."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:counted", "69:there is no store here, or it cannot be opened", "78:the settings are wrong"})
public final class LedgerCommand implements Callable<Integer> {

    private static final int NEWEST_FILES = 100;
    private static final String LINE = "%-16s %8s %8s %8s %9s %8s %8s%n";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private Home home = new Home();

    @Mixin
    private Forms forms = new Forms();

    @Option(names = "--unit", paramLabel = "CODE", description = "Sheets to look for in this unit only.")
    private Optional<String> unit = Optional.empty();

    @Option(
            names = "--chase",
            paramLabel = "N",
            defaultValue = "50",
            description = "Most sheets listed; default ${DEFAULT-VALUE}.")
    private int most;

    @Option(names = "--json", description = "One JSON object; docs/reference/ledger.schema.json says what is in it.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        return StoreInquiry.answer(spec.commandLine(), home, "print a kit or a form first.", settings -> {
            FormCatalogue catalogue = forms.released();
            List<ScannedBatch> batches = StoreCounts.batches(settings.store(), catalogue, b -> b.list(NEWEST_FILES));
            return StoreCounts.ledger(
                    settings.store(), catalogue, Clock.systemUTC(), ledger -> answer(ledger, batches));
        });
    }

    private String answer(Ledger ledger, List<ScannedBatch> batches) {
        LedgerSummary summary = ledger.count();
        List<OpenSheet> chase = ledger.chase(unit, most);
        return json ? Json.pretty(describe(summary, chase, batches)) : text(summary, chase) + BatchLines.text(batches);
    }

    private static Map<String, Object> describe(
            LedgerSummary summary, List<OpenSheet> chase, List<ScannedBatch> batches) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("at", summary.at().toString());
        answer.put("pages", describe(summary.total()));
        answer.put("unlisted", summary.unlisted());
        answer.put("sides", summary.sides());
        answer.put("duplicates", sum(summary.duplicates()));
        answer.put("foreign", summary.foreign());
        answer.put("voided", sum(summary.voided()));
        answer.put("repeatedFiles", summary.repeatedFiles());
        answer.put(
                "units",
                summary.units().entrySet().stream()
                        .map(e -> {
                            Map<String, Object> line = new LinkedHashMap<>();
                            line.put("unit", e.getKey());
                            line.putAll(describe(e.getValue()));
                            line.put("duplicates", summary.duplicates().getOrDefault(e.getKey(), 0L));
                            line.put("voided", summary.voided().getOrDefault(e.getKey(), 0L));
                            return line;
                        })
                        .toList());
        answer.put("chase", chase.stream().map(LedgerCommand::describe).toList());
        answer.put("batches", batches.stream().map(BatchLines::describe).toList());
        return answer;
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Map<String, Object> describe(PageCounts counts) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("printed", counts.printed());
        map.put("returned", counts.returned());
        map.put("begun", counts.begun());
        map.put("outstanding", counts.outstanding());
        map.put("declared", counts.declared());
        map.put("stock", counts.stock());
        map.put("replaced", counts.replaced());
        return map;
    }

    private static Map<String, Object> describe(OpenSheet sheet) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("serial", sheet.serial());
        if (sheet.copy() > 1) {
            map.put("copy", sheet.copy());
        }
        map.put("form", sheet.form().form());
        map.put("version", sheet.form().version());
        map.put("unit", sheet.unit());
        map.put("pages", sheet.pages());
        map.put("missing", sheet.missing());
        sheet.printedAt().map(Instant::toString).ifPresent(at -> map.put("printedAt", at));
        return map;
    }

    private static String text(LedgerSummary summary, List<OpenSheet> chase) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(LINE, "unit", "printed", "back", "to find", "explained", "stock", "replaced"));
        summary.units().forEach((code, counts) -> text.append(line(code.isEmpty() ? "(no unit)" : code, counts)));
        text.append(line("all", summary.total()));
        text.append(String.format(
                "scanned again %d, of another hospital %d, void %d, files delivered again %d%n",
                sum(summary.duplicates()), summary.foreign(), sum(summary.voided()), summary.repeatedFiles()));
        for (OpenSheet sheet : chase) {
            text.append(String.format(
                    "%n%-16s %s %s-%s%s page %s of %d%s",
                    sheet.unit(),
                    sheet.form(),
                    sheet.serial().substring(0, 5),
                    sheet.serial().substring(5),
                    sheet.copy() > 1 ? " copy " + sheet.copy() : "",
                    sheet.missing().toString().replaceAll("[\\[\\]]", ""),
                    sheet.pages(),
                    sheet.begun() ? ", the rest is back" : ""));
        }
        return text.toString();
    }

    private static String line(String name, PageCounts counts) {
        return String.format(
                LINE,
                name,
                counts.printed(),
                counts.returned(),
                counts.begun() + counts.outstanding(),
                counts.declared(),
                counts.stock(),
                counts.replaced());
    }
}
