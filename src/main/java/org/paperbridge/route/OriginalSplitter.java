package org.paperbridge.route;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.paperbridge.store.Store;
import org.paperbridge.store.sql.Originals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the sides of files that wait for it. */
public final class OriginalSplitter {

    private static final Logger LOG = LoggerFactory.getLogger(OriginalSplitter.class);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final int MOST_ATTEMPTS = 5;

    private final Store store;
    private final PageSource source;
    private final Crew crew;

    public OriginalSplitter(Store store, PageSource source, Crew crew) {
        this.store = store;
        this.source = source;
        this.crew = crew;
    }

    /** Splits until no file waits, and wakes every worker. */
    public List<String> splitWaiting() throws IOException {
        Optional<Originals.Leased> next = store.originals().lease(crew.name(), LEASE);
        boolean any = next.isPresent();
        while (next.isPresent()) {
            split(next.get());
            next = store.originals().lease(crew.name(), LEASE);
        }
        return any ? Collections.nCopies(crew.workers(), Wake.LOOK) : List.of();
    }

    private void split(Originals.Leased leased) throws IOException {
        String original = leased.original();
        if (leased.attempt() > MOST_ATTEMPTS) {
            refuse(original, "gave-up");
            return;
        }
        try (PageSource.OpenOriginal open = source.open(store.objects().open(original))) {
            store.originals().split(original, open.pages());
            LOG.info("File {} has {} sides", original.substring(0, 12), open.pages());
        } catch (OriginalRefusedException e) {
            refuse(original, e.reason());
        }
    }

    private void refuse(String original, String reason) {
        store.originals().refuse(original, reason);
        LOG.warn(
                "File {} refused: {}. The original is kept; a reviewer has to look.",
                original.substring(0, 12),
                reason);
    }
}
