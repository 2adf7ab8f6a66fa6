package org.paperbridge.cli.bench.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How long actions took, by what was done; several people write at once. */
final class Latencies {

    private final Map<String, List<Long>> nanos = new TreeMap<>();

    synchronized void add(String action, long took) {
        nanos.computeIfAbsent(action, a -> new ArrayList<>()).add(took);
    }

    /** By action: how many, and the median, 95th percentile and longest in ms. */
    synchronized Map<String, Object> describe() {
        Map<String, Object> all = new LinkedHashMap<>();
        nanos.forEach((action, took) -> {
            List<Long> sorted = new ArrayList<>(took);
            Collections.sort(sorted);
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("count", sorted.size());
            one.put("medianMs", ms(sorted, 0.5));
            one.put("p95Ms", ms(sorted, 0.95));
            one.put("longestMs", ms(sorted, 1));
            all.put(action, one);
        });
        return all;
    }

    private static double ms(List<Long> sorted, double share) {
        int at = (int) Math.min(sorted.size() - 1, Math.ceil(share * sorted.size()) - 1);
        return Math.round(sorted.get(Math.max(0, at)) / 1e5) / 10.0;
    }
}
