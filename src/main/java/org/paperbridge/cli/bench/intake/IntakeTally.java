package org.paperbridge.cli.bench.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.paperbridge.form.page.PageIdentity.IdentifiedBy;

/** What became of the pages of one level. Safe to share between threads. */
final class IntakeTally {

    private int pages;
    private int byCode;
    private int byShortCode;
    private int wrongIdentity;
    private int offUnnoticed;
    private final List<Double> worstMm = new ArrayList<>();
    private final Map<String, Integer> notIdentified = new LinkedHashMap<>();
    private int notRegistered;

    synchronized void registered(IdentifiedBy by, double worstFieldMm, double mostMm) {
        identified(by);
        worstMm.add(worstFieldMm);
        offUnnoticed += worstFieldMm > mostMm ? 1 : 0;
    }

    synchronized void unregistered(IdentifiedBy by) {
        identified(by);
        notRegistered++;
    }

    synchronized void unidentified(String outcome) {
        pages++;
        notIdentified.merge(outcome, 1, Integer::sum);
    }

    synchronized void wrong() {
        pages++;
        wrongIdentity++;
    }

    private void identified(IdentifiedBy by) {
        pages++;
        if (by == IdentifiedBy.PAGE_CODE) {
            byCode++;
        } else {
            byShortCode++;
        }
    }

    synchronized int pages() {
        return pages;
    }

    synchronized double identifiedShare() {
        return pages == 0 ? 0 : (double) (byCode + byShortCode) / pages;
    }

    synchronized double registeredShare() {
        return pages == 0 ? 0 : (double) worstMm.size() / pages;
    }

    synchronized int wrongOnes() {
        return wrongIdentity + offUnnoticed;
    }

    /** Of each page's worst field, mm; 0 when no page was registered. */
    synchronized double worstFieldMm(double quantile) {
        List<Double> sorted = worstMm.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1.0, sorted.size() * quantile));
    }

    synchronized Map<String, Object> toJson() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("pages", pages);
        row.put("identifiedPercent", percent(identifiedShare()));
        row.put("byPageCode", byCode);
        row.put("byShortCode", byShortCode);
        row.put("registeredPercent", percent(registeredShare()));
        row.put("notIdentified", new LinkedHashMap<>(notIdentified));
        row.put("notRegistered", notRegistered);
        row.put("medianWorstFieldMm", mm(worstFieldMm(0.5)));
        row.put("p95WorstFieldMm", mm(worstFieldMm(0.95)));
        row.put("maxWorstFieldMm", mm(worstFieldMm(1)));
        row.put("wrongIdentity", wrongIdentity);
        row.put("misplacedUnnoticed", offUnnoticed);
        return row;
    }

    private static double percent(double share) {
        return Math.floor(share * 10000) / 100;
    }

    private static double mm(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
