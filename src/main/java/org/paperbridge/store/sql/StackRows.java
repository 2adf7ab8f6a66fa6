package org.paperbridge.store.sql;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.paperbridge.store.sql.FileSeries.Delivered;

/** Which files went through a scanner in one go. */
final class StackRows {

    /** No stack takes longer from its first file to its last. */
    private static final long LONGEST_MS = Duration.ofHours(6).toMillis();

    private static final String OF_FILES = """
            SELECT series, min(made_at) - :longest AS since, max(made_at) + :longest AS until
            FROM batch WHERE series <> '' AND original IN (<originals>) GROUP BY series
            """;
    private static final String OF_SERIES = """
            SELECT b.original, b.number, b.made_at, b.repeated, o.pages FROM batch b JOIN original o ON o.id = b.original
            WHERE b.series = :series AND b.made_at BETWEEN :since AND :until ORDER BY b.made_at, b.number, b.id
            """;

    private StackRows() {}

    /**
     * A stack.
     *
     * @param files in order
     * @param backsLeftOut whether its device drops empty backs
     */
    record Stack(List<Delivered> files, boolean backsLeftOut) {}

    /** In which time, ms, files of a series may belong to those asked for. */
    private record Span(String series, long since, long until) {}

    /**
     * The stacks of these files, whole.
     *
     * @return in the order of the files that were asked for; each stack once
     */
    static List<Stack> list(Handle h, List<String> originals) {
        Map<String, List<Stack>> stacks = new HashMap<>();
        Set<String> leaveOut = leaveOut(h, originals);
        h.createQuery(OF_FILES)
                .bindList("originals", originals)
                .bind("longest", LONGEST_MS)
                .map((r, c) -> new Span(r.getString("series"), r.getLong("since"), r.getLong("until")))
                .list()
                .forEach(span -> ofSeries(h, span).forEach(files -> {
                    boolean out = files.stream().anyMatch(f -> leaveOut.contains(f.original()));
                    Stack stack = new Stack(files, out);
                    new HashSet<>(files.stream().map(Delivered::original).toList())
                            .forEach(o -> stacks.computeIfAbsent(o, k -> new ArrayList<>())
                                    .add(stack));
                }));
        Set<Stack> asked = new LinkedHashSet<>();
        for (String original : originals) {
            Stack alone = new Stack(List.of(new Delivered(original, 0, 0, false, 0)), leaveOut.contains(original));
            stacks.getOrDefault(original, List.of(alone)).forEach(asked::add);
        }
        return List.copyOf(asked);
    }

    private static List<List<Delivered>> ofSeries(Handle h, Span span) {
        return FileSeries.of(h.createQuery(OF_SERIES)
                .bind("series", span.series())
                .bind("since", span.since())
                .bind("until", span.until())
                .map((r, c) -> new Delivered(
                        r.getString("original"),
                        r.getLong("number"),
                        r.getLong("made_at"),
                        r.getInt("repeated") == 1,
                        r.getInt("pages")))
                .list());
    }

    private static Set<String> leaveOut(Handle h, List<String> originals) {
        return new HashSet<>(
                h.createQuery("SELECT original FROM batch WHERE backs_left_out = 1 AND original IN (<originals>)")
                        .bindList("originals", originals)
                        .mapTo(String.class)
                        .list());
    }
}
