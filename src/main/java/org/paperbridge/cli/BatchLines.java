package org.paperbridge.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.paperbridge.validation.batch.ScannedBatch;

/** Batches as {@code ledger} prints them. */
final class BatchLines {

    private BatchLines() {}

    static Map<String, Object> describe(ScannedBatch batch) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("file", batch.original().substring(0, 12));
        map.put("files", batch.files());
        map.put("firstSide", batch.from());
        map.put("batch", batch.batch());
        map.put("unit", batch.unit());
        map.put("shift", batch.shift());
        batch.expected().ifPresent(n -> map.put("expected", n));
        map.put("sheets", batch.sheets());
        map.put("sides", batch.sides());
        map.put("read", batch.read());
        map.put("blank", batch.blank());
        map.put("twoSided", batch.twoSided());
        map.put(
                "troubles",
                batch.troubles().stream()
                        .map(t -> {
                            Map<String, Object> trouble = new LinkedHashMap<>();
                            trouble.put("kind", t.kind().code());
                            trouble.put("side", t.side());
                            trouble.put("count", t.count());
                            return trouble;
                        })
                        .toList());
        return map;
    }

    /** Batches with a sheet of their own, and others that need a look. */
    static String text(List<ScannedBatch> batches) {
        return batches.stream()
                .filter(b -> !b.batch().isEmpty() || !b.troubles().isEmpty())
                .map(BatchLines::line)
                .collect(Collectors.joining());
    }

    private static String line(ScannedBatch b) {
        return String.format(
                "%nbatch %s %s %s: %d sheets%s%s",
                b.batch().isEmpty() ? b.original().substring(0, 12) : b.batch(),
                b.unit(),
                b.shift(),
                b.sheets(),
                b.expected().map(n -> " of " + n + " counted").orElse(""),
                b.troubles().stream()
                        .map(t -> ", " + t.kind().code() + " " + t.count())
                        .collect(Collectors.joining()));
    }
}
