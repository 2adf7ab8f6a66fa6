package org.paperbridge.route;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.ScanNote;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.store.Store;
import org.paperbridge.store.sql.Scans;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads waiting sides, a slice of one file at a time; each side is kept as soon as it was read. */
public final class PageWorker {

    private static final Logger LOG = LoggerFactory.getLogger(PageWorker.class);
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final int SLICE = 16;

    private final Store store;
    private final OpenOriginals originals;
    private final PageReader reader;
    private final Crew crew;
    private final AtomicLong turns = new AtomicLong();

    public PageWorker(Store store, PageSource source, PageReader reader, Crew crew) {
        this.store = store;
        this.originals = new OpenOriginals(store, source, crew.workers());
        this.reader = reader;
        this.crew = crew;
    }

    /** @return {@code more} when something was read */
    public String readSlice() throws IOException {
        String worker = crew.name() + "-" + turns.incrementAndGet();
        List<Scans.Leased> slice = store.scans().lease(worker, SLICE, LEASE);
        if (slice.isEmpty()) {
            originals.close();
            return Wake.NOTHING;
        }
        String original = slice.getFirst().scan().original();
        try {
            PageSource.OpenOriginal open = originals.borrow(original);
            try {
                for (Scans.Leased leased : slice) {
                    if (open.isSpent()) {
                        open.close();
                        open = originals.borrow(original);
                    }
                    read(worker, open, leased);
                }
            } finally {
                originals.giveBack(original, open);
            }
        } catch (OriginalRefusedException e) {
            // It opened when it was split; now it does not: say so on every side instead of trying for ever.
            for (Scans.Leased leased : slice) {
                store.scans().keep(worker, leased.scan(), new PageOutcome.Undecodable(e.reason()), Set.of(), 0);
            }
        }
        LOG.info("File {}: {} sides read", original.substring(0, 12), slice.size());
        return Wake.MORE;
    }

    private void read(String worker, PageSource.OpenOriginal open, Scans.Leased leased) {
        ScanRef scan = leased.scan();
        long start = System.nanoTime();
        Set<ScanNote> notes = Set.of();
        PageOutcome outcome;
        try {
            PageImage image = open.decode(scan.index());
            notes = image.notes();
            outcome = reader.read(image, leased.named());
        } catch (PageUndecodableException e) {
            outcome = new PageOutcome.Undecodable(e.reason());
        } catch (RuntimeException e) {
            // A reader that falls over must not take the other sides with it. The message may quote the page: only its
            // kind is told.
            LOG.warn(
                    "Side {} could not be read: {}. It is tried again.",
                    scan,
                    e.getClass().getSimpleName());
            store.scans().giveBack(scan);
            return;
        }
        store.scans().keep(worker, scan, outcome, notes, (System.nanoTime() - start) / 1e6);
    }
}
