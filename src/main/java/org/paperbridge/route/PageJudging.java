package org.paperbridge.route;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.store.Store;
import org.paperbridge.store.sql.Scans;
import org.paperbridge.validation.PageJudge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rules, policy and what follows from them, for every side that waits for it. */
public final class PageJudging {

    private static final Logger LOG = LoggerFactory.getLogger(PageJudging.class);
    private static final int SLICE = 100;

    private final Store store;
    private final PageJudge judge;
    private final Scans.RescanJudge rescans;
    private final ZoneId ward;
    private final Clock clock;

    /** @param rescans says what a page is beside an earlier scan of it */
    public PageJudging(Store store, PageJudge judge, Scans.RescanJudge rescans, ZoneId ward, Clock clock) {
        this.store = store;
        this.judge = judge;
        this.rescans = rescans;
        this.ward = ward;
        this.clock = clock;
    }

    /** @return {@code released} when records may be waiting for delivery */
    public String judgeWaiting() {
        List<ScanRef> waiting = store.scans().listUnjudged(SLICE);
        while (!waiting.isEmpty()) {
            for (ScanRef scan : waiting) {
                LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ward);
                store.scans()
                        .judge(scan, (form, page, notes, set) -> judge.judge(form, page, notes, set, now), rescans);
            }
            waiting = store.scans().listUnjudged(SLICE);
        }
        boolean released = false;
        List<ScanRef> accepted = store.scans().listAccepted(SLICE);
        while (!accepted.isEmpty()) {
            for (ScanRef scan : accepted) {
                if (store.releases().releaseByPolicy(scan)) {
                    released = true;
                    LOG.info("Side {} released by policy", scan);
                }
            }
            accepted = store.scans().listAccepted(SLICE);
        }
        return released ? Wake.RELEASED : Wake.NOTHING;
    }
}
