package org.paperbridge.route;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.paperbridge.store.Store;

/**
 * Originals that stay open between two slices: a file of ten thousand sides has a long table of contents, and reading
 * that again for every sixteen sides would cost more than the sides. Each is lent to one thread at a time.
 */
final class OpenOriginals implements AutoCloseable {

    private final Store store;
    private final PageSource source;
    private final int most;
    private final Deque<Idle> idle = new ArrayDeque<>();

    /** @param most how many are kept open while nobody reads them */
    OpenOriginals(Store store, PageSource source, int most) {
        this.store = store;
        this.source = source;
        this.most = most;
    }

    PageSource.OpenOriginal borrow(String original) throws IOException {
        synchronized (idle) {
            for (Iterator<Idle> each = idle.iterator(); each.hasNext(); ) {
                Idle one = each.next();
                if (one.original.equals(original)) {
                    each.remove();
                    return one.open;
                }
            }
        }
        return source.open(store.objects().open(original));
    }

    void giveBack(String original, PageSource.OpenOriginal open) {
        if (open.isSpent()) {
            open.close();
            return;
        }
        Deque<Idle> over = new ArrayDeque<>();
        synchronized (idle) {
            idle.addFirst(new Idle(original, open));
            while (idle.size() > most) {
                over.add(idle.removeLast());
            }
        }
        over.forEach(one -> one.open.close());
    }

    /** Closes those that nobody reads. */
    @Override
    public void close() {
        Deque<Idle> all;
        synchronized (idle) {
            all = new ArrayDeque<>(idle);
            idle.clear();
        }
        all.forEach(one -> one.open.close());
    }

    private record Idle(String original, PageSource.OpenOriginal open) {}
}
