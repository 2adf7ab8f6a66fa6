package org.paperbridge.cli;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.store.StoreCounts;
import org.paperbridge.validation.dashboard.Dashboard;
import org.paperbridge.validation.dashboard.Dashboards;
import org.paperbridge.validation.dashboard.FieldCounts;
import org.paperbridge.validation.dashboard.Lack;
import org.paperbridge.validation.dashboard.Pace;
import org.paperbridge.validation.dashboard.ReviewerLoad;
import org.paperbridge.validation.dashboard.StayAtRisk;
import org.paperbridge.validation.dashboard.UnitProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "dashboard",
        mixinStandardHelpOptions = true,
        description = {
            "How the recovery goes, in the numbers of the screen Dashboard: pages and fields by place,",
            "pages by the hour, time left, units, stays that cannot be billed yet, people at the queue.",
            "Works while a server runs, and when it does not. Needs no keys and shows no patient."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:counted", "69:there is no store here, or it cannot be opened", "78:the settings are wrong"})
public final class DashboardCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private Home home = new Home();

    @Mixin
    private Forms forms = new Forms();

    @Option(
            names = "--stays",
            paramLabel = "N",
            defaultValue = "50",
            description = "Most stays listed, named by a sheet; default ${DEFAULT-VALUE}.")
    private int most;

    @Option(names = "--json", description = "One JSON object; docs/reference/dashboard.schema.json says what is in it.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        return StoreInquiry.answer(spec.commandLine(), home, "print a kit or start one with serve.", settings -> {
            FormCatalogue catalogue = forms.released();
            return StoreCounts.dashboards(settings.store(), catalogue, Clock.systemUTC(), this::answer);
        });
    }

    private String answer(Dashboards dashboards) {
        Dashboard board = dashboards.count();
        return json ? Json.pretty(describe(board, dashboards.listStays(most))) : text(board);
    }

    private static Map<String, Object> describe(Dashboard board, List<StayAtRisk> stays) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("at", board.at());
        answer.put("scanned", board.scanned());
        answer.put("pages", pages(board));
        answer.put("missing", board.missing());
        answer.put("filesUnopened", board.files().unopened());
        answer.put("filesRefused", board.files().refused());
        answer.put("fields", fields(board.fields()));
        answer.put("pace", describe(board.pace()));
        answer.put(
                "units", board.units().stream().map(DashboardCommand::describe).toList());
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("complete", board.stays().complete());
        counts.put("incomplete", board.stays().incomplete());
        counts.put("pagesOfNobody", board.stays().pagesOfNobody());
        counts.put("oldest", stays.stream().map(DashboardCommand::describe).toList());
        answer.put("stays", counts);
        answer.put(
                "reviewers",
                board.reviewers().stream().map(DashboardCommand::describe).toList());
        return answer;
    }

    private static Map<String, Object> pages(Dashboard board) {
        Map<String, Object> pages = new LinkedHashMap<>();
        board.pages().forEach((place, count) -> pages.put(place.code(), count));
        return pages;
    }

    private static Map<String, Object> fields(FieldCounts fields) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("byReader", fields.byReader());
        map.put("byPerson", fields.byPerson());
        map.put("waiting", fields.waiting());
        map.put("unreadable", fields.unreadable());
        map.put("empty", fields.empty());
        return map;
    }

    private static Map<String, Object> describe(Pace pace) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("waiting", pace.waiting());
        pace.peoplePerHour().ifPresent(p -> map.put("peoplePerHour", Math.round(p * 10) / 10.0));
        map.put("measuredMinutes", pace.measured().toMinutes());
        pace.left().map(Duration::toMinutes).ifPresent(m -> map.put("minutesLeft", m));
        map.put("hours", pace.hours());
        return map;
    }

    private static Map<String, Object> describe(UnitProgress unit) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("unit", unit.unit());
        map.put("expected", unit.expected());
        map.put("returned", unit.counts().returned());
        map.put("released", unit.released());
        map.put("declared", unit.counts().declared());
        map.put("missing", unit.missing());
        return map;
    }

    private static Map<String, Object> describe(StayAtRisk stay) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("sheet", stay.sheet());
        map.put("unit", stay.unit());
        map.put("since", stay.since());
        map.put("lacks", stay.lacks().stream().map(DashboardCommand::describe).toList());
        return map;
    }

    private static Map<String, Object> describe(Lack lack) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", lack.kind().code());
        map.put("form", lack.form().form());
        map.put("version", lack.form().version());
        if (lack.page() > 0) {
            map.put("page", lack.page());
        }
        map.put("sheet", lack.serial());
        if (!lack.fields().isEmpty()) {
            map.put("fields", lack.fields());
        }
        return map;
    }

    private static Map<String, Object> describe(ReviewerLoad load) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("reviewer", load.reviewer());
        map.put("pages", load.pages());
        map.put("fields", load.fields());
        load.perField().ifPresent(d -> map.put("medianSecondsPerField", d.toMillis() / 1000.0));
        map.put("held", load.held());
        return map;
    }

    private static String text(Dashboard board) {
        StringBuilder text = new StringBuilder();
        line(text, "pages", board.scanned() + " came in, " + list(pages(board)));
        line(text, "fields", list(fields(board.fields())));
        line(text, "waiting", board.pace().waiting() + " for a person" + pace(board.pace()));
        line(text, "missing", board.missing() + " printed pages are neither back nor explained");
        line(
                text,
                "stays",
                board.stays().incomplete() + " cannot be billed yet, "
                        + board.stays().complete() + " are complete");
        for (ReviewerLoad load : board.reviewers()) {
            line(
                    text,
                    load.reviewer(),
                    load.pages() + " pages, " + load.fields() + " fields in 24 h, holds " + load.held());
        }
        return text.toString().stripTrailing();
    }

    private static String pace(Pace pace) {
        return pace.left()
                .map(left -> String.format(
                        ", %.0f an hour at the pace of the last %d min, about %d min left",
                        pace.peoplePerHour().orElse(0.0), pace.measured().toMinutes(), Math.max(1, left.toMinutes())))
                .orElse("");
    }

    private static String list(Map<String, Object> counts) {
        return counts.toString().replaceAll("[{}]", "");
    }

    private static void line(StringBuilder text, String name, String said) {
        text.append(String.format("%-12s %s%n", name, said));
    }
}
