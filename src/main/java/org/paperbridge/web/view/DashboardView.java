package org.paperbridge.web.view;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.census.Unit;
import org.paperbridge.validation.dashboard.Dashboard;
import org.paperbridge.validation.dashboard.FieldCounts;
import org.paperbridge.validation.dashboard.Pace;
import org.paperbridge.validation.dashboard.PagePlace;
import org.paperbridge.validation.dashboard.ReviewerLoad;
import org.paperbridge.validation.dashboard.UnitProgress;

/** The numbers of a recovery as the screen shows them: in words, and in shares of a bar. */
public final class DashboardView {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    /** From here on minutes would promise too much. */
    private static final long HOURS_ONLY = 10;

    private static final List<Integer> ROUND = List.of(4, 6, 8, 10, 12, 16, 20, 24, 30, 40);

    private final Dashboard board;
    private final Census census;
    private final Words words;
    private final ZoneId ward;

    public DashboardView(Dashboard board, Census census, Words words, ZoneId ward) {
        this.board = board;
        this.census = census;
        this.words = words;
        this.ward = ward;
    }

    public Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        values.put("at", TIME.format(board.at().atZone(ward)));
        values.put("fresh", board.isEmpty());
        values.put("scanned", words.count(board.scanned()));
        values.put("released", words.count(board.pages().getOrDefault(PagePlace.RELEASED, 0L)));
        values.put("waiting", words.count(board.pace().waiting()));
        values.put("missing", words.count(board.missing()));
        values.put("hasMissing", board.missing() > 0);
        values.put("unopened", files("dashboard.unopened", board.files().unopened()));
        values.put("refused", files("dashboard.refused", board.files().refused()));
        values.put("places", places());
        values.put("fields", fields(board.fields()));
        values.put("empty", words.count(board.fields().empty()));
        values.put("fieldCount", words.count(board.fields().total()));
        values.put("hasFields", board.fields().total() > 0);
        pace(values, board.pace());
        values.put("units", board.units().stream().map(this::unit).toList());
        values.put("stays", words.count(board.stays().incomplete()));
        values.put(
                "staysMore",
                words.say(
                        "dashboard.stays-of",
                        board.stays().complete() + board.stays().incomplete()));
        values.put("hasStays", board.stays().incomplete() > 0);
        values.put(
                "nobody",
                board.stays().pagesOfNobody() == 0
                        ? ""
                        : words.say("dashboard.nobody", board.stays().pagesOfNobody()));
        values.put("reviewers", board.reviewers().stream().map(this::reviewer).toList());
        return values;
    }

    private String files(String key, long count) {
        return count == 0 ? "" : words.say(key, count);
    }

    private List<Map<String, Object>> places() {
        List<Share> shares = new ArrayList<>();
        board.pages()
                .forEach((place, count) ->
                        shares.add(new Share(place.code(), words.say("place." + place.code()), count)));
        return shares(shares);
    }

    private List<Map<String, Object>> fields(FieldCounts fields) {
        return shares(List.of(
                new Share("by-reader", words.say("dashboard.by-reader"), fields.byReader()),
                new Share("by-person", words.say("dashboard.by-person"), fields.byPerson()),
                new Share("for-a-person", words.say("dashboard.fields-waiting"), fields.waiting()),
                new Share("unreadable", words.say("dashboard.unreadable"), fields.unreadable())));
    }

    private record Share(String code, String text, long count) {}

    /** Side by side from 0 to 100 %. */
    private List<Map<String, Object>> shares(List<Share> shares) {
        long all = shares.stream().mapToLong(Share::count).sum();
        long before = 0;
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Share share : shares) {
            if (share.count() > 0) {
                Map<String, Object> line = new HashMap<>();
                line.put("code", share.code());
                line.put("text", share.text());
                line.put("count", words.count(share.count()));
                line.put("percent", percentInWords(share.count(), all));
                line.put("x", percent(before, all));
                line.put("width", percent(share.count(), all));
                lines.add(line);
            }
            before += share.count();
        }
        return lines;
    }

    private void pace(Map<String, Object> values, Pace pace) {
        long measured = pace.measured().toMinutes();
        values.put(
                "pace",
                pace.peoplePerHour()
                        .map(p -> measured >= Pace.WINDOW.toMinutes()
                                ? words.say("dashboard.pace-hour", Math.round(p))
                                : words.say("dashboard.pace-minutes", Math.round(p), measured))
                        .orElse(words.say("dashboard.pace-none")));
        values.put("left", pace.left().map(this::duration).orElse(""));
        values.put("idle", pace.waiting() == 0);
        long most = pace.hours().stream()
                .mapToLong(h -> Math.max(h.in(), h.cleared()))
                .max()
                .orElse(0);
        long top = roundUp(most);
        long in = pace.hours().stream().mapToLong(Pace.Hour::in).sum();
        long cleared = pace.hours().stream().mapToLong(Pace.Hour::cleared).sum();
        values.put("hasHours", most > 0);
        values.put("top", words.count(top));
        values.put("half", words.count(top / 2));
        values.put("chart", words.say("dashboard.chart", in, cleared));
        List<Map<String, Object>> hours = new ArrayList<>();
        for (int i = 0; i < pace.hours().size(); i++) {
            hours.add(hour(pace.hours().get(i), i, top));
        }
        values.put("hours", hours);
    }

    private Map<String, Object> hour(Pace.Hour hour, int index, long top) {
        Map<String, Object> line = new HashMap<>();
        line.put("from", TIME.format(hour.from().atZone(ward)));
        line.put("in", words.count(hour.in()));
        line.put("cleared", words.count(hour.cleared()));
        line.put("said", words.say("dashboard.hour", TIME.format(hour.from().atZone(ward)), hour.in(), hour.cleared()));
        line.put("x", index * 10);
        line.put("inHeight", percent(hour.in(), top));
        line.put("inTop", percent(top - hour.in(), top));
        line.put("clearedHeight", percent(hour.cleared(), top));
        line.put("clearedTop", percent(top - hour.cleared(), top));
        line.put("marked", index % 3 == 0);
        return line;
    }

    /** To an even number that people can halve, at least 4. */
    private static long roundUp(long most) {
        long scale = 1;
        while (scale * ROUND.getLast() < most) {
            scale *= 10;
        }
        long step = scale;
        return ROUND.stream()
                .map(r -> r * step)
                .filter(r -> r >= most)
                .findFirst()
                .orElse(most);
    }

    private Map<String, Object> unit(UnitProgress unit) {
        long expected = unit.expected();
        long back = unit.counts().returned() - unit.released();
        Map<String, Object> line = new HashMap<>();
        line.put("code", unit.unit());
        line.put("name", name(unit.unit()));
        line.put("expected", words.count(expected));
        line.put("returned", words.count(unit.counts().returned()));
        line.put("released", words.count(unit.released()));
        line.put("declared", words.count(unit.counts().declared()));
        line.put("missing", words.count(unit.missing()));
        line.put("hasMissing", unit.missing() > 0);
        line.put(
                "bars",
                shares(List.of(
                        new Share("released", "", unit.released()),
                        new Share("back", "", back),
                        new Share("explained", "", unit.counts().declared()),
                        new Share("missing", "", unit.missing()))));
        return line;
    }

    private String name(String code) {
        return code.isEmpty() ? words.say("ledger.no-unit") : unitName(code, census);
    }

    /** The code where the census has no name. */
    static String unitName(String code, Census census) {
        return census.units().stream()
                .filter(u -> u.code().equals(code))
                .findFirst()
                .map(Unit::name)
                .orElse(code);
    }

    private Map<String, Object> reviewer(ReviewerLoad load) {
        Map<String, Object> line = new HashMap<>();
        line.put("name", load.reviewer());
        line.put("pages", words.count(load.pages()));
        line.put("fields", words.count(load.fields()));
        line.put(
                "perField",
                load.perField()
                        .map(d -> words.say("dashboard.seconds", Math.max(1, Math.round(d.toMillis() / 1000.0))))
                        .orElse("–"));
        line.put("held", words.count(load.held()));
        return line;
    }

    private String duration(Duration left) {
        long minutes = Math.max(1, (left.toSeconds() + 59) / 60);
        if (minutes < 60) {
            return words.say("dashboard.minutes", minutes);
        }
        long hours = minutes / 60;
        return hours < HOURS_ONLY && minutes % 60 > 0
                ? words.say("dashboard.hours-minutes", hours, minutes % 60)
                : words.say("dashboard.hours", Math.round(minutes / 60.0));
    }

    private static String percent(long part, long all) {
        return all == 0 ? "0" : String.format(Locale.ROOT, "%.3f", 100.0 * part / all);
    }

    /** What is there is never 0 %, and what lacks something never 100 %. */
    private String percentInWords(long part, long all) {
        long rounded = Math.round(100.0 * part / all);
        if (rounded == 0) {
            return words.say("dashboard.percent-below", 1);
        }
        return rounded == 100 && part < all
                ? words.say("dashboard.percent-above", 99)
                : words.say("dashboard.percent", rounded);
    }
}
