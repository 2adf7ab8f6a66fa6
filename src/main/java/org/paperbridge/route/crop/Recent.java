package org.paperbridge.route.crop;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * What was made last, so that it need not be made again. Whoever asks for what is being made waits for that; what could
 * not be made is tried again at the next asking.
 *
 * @param <K> what is asked for
 * @param <V> what is made of it
 */
final class Recent<K, V> {

    private final Function<K, Optional<V>> make;
    private final Map<K, CompletableFuture<Optional<V>>> made;

    /** @param most kept at a time; what was asked for longest ago goes first */
    Recent(int most, Function<K, Optional<V>> make) {
        this.make = make;
        this.made = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, CompletableFuture<Optional<V>>> eldest) {
                return size() > most;
            }
        };
    }

    boolean has(K key) {
        synchronized (made) {
            return made.containsKey(key);
        }
    }

    Optional<V> find(K key) {
        CompletableFuture<Optional<V>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<V>> known;
        synchronized (made) {
            known = made.putIfAbsent(key, mine);
        }
        if (known != null) {
            return known.join();
        }
        try {
            Optional<V> value = make.apply(key);
            if (value.isEmpty()) {
                forget(key);
            }
            mine.complete(value);
            return value;
        } catch (RuntimeException e) {
            forget(key);
            mine.completeExceptionally(e);
            throw e;
        }
    }

    private void forget(K key) {
        synchronized (made) {
            made.remove(key);
        }
    }
}
