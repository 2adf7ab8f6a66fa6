package org.paperbridge.route;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.paperbridge.form.page.PageImage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens files nobody vouches for, with an end. No decoder can be interrupted from outside: one that takes too long is left
 * behind on its thread, and its file is taken away from it, so that it stops when it asks for the next bytes. What
 * exhausts stack or memory is refused like what is corrupt.
 */
public final class BoundedSource implements PageSource {

    private static final Logger LOG = LoggerFactory.getLogger(BoundedSource.class);
    private static final String TOO_LONG = "took-too-long";
    private static final String TOO_LARGE = "too-large";
    private static final String TOO_DEEP = "corrupt";

    private final PageSource source;
    private final Duration most;
    private final AtomicInteger leftBehind = new AtomicInteger();
    private final ExecutorService threads;

    /** @param most how long opening a file, or decoding one side, may take */
    public BoundedSource(PageSource source, Duration most) {
        this.source = source;
        this.most = most;
        this.threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "decoder");
            // one that never ends must not keep the server from ending
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public OpenOriginal open(SeekableByteChannel content) throws IOException {
        PluggedChannel plug = new PluggedChannel(content);
        return new Bounded(plug, bounded(plug, () -> source.open(plug), OriginalRefusedException::new));
    }

    private final class Bounded implements OpenOriginal {

        private final PluggedChannel plug;
        private final OpenOriginal open;

        Bounded(PluggedChannel plug, OpenOriginal open) {
            this.plug = plug;
            this.open = open;
        }

        @Override
        public int pages() {
            return open.pages();
        }

        @Override
        public PageImage decode(int index) {
            try {
                return bounded(plug, () -> open.decode(index), PageUndecodableException::new);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @Override
        public boolean isSpent() {
            return plug.isPulled();
        }

        @Override
        public void close() {
            if (!plug.isPulled()) {
                open.close();
            }
        }
    }

    private <T> T bounded(PluggedChannel plug, Callable<T> work, Refusal refusal) throws IOException {
        Future<T> future = threads.submit(() -> {
            try {
                return work.call();
            } finally {
                if (plug.isPulled()) {
                    leftBehind.decrementAndGet();
                    plug.close();
                }
            }
        });
        try {
            return future.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            int running = leftBehind.incrementAndGet();
            plug.pull();
            future.cancel(true);
            LOG.warn("A decoder did not end within {} s and is left behind; {} such run.", most.toSeconds(), running);
            throw refusal.because(TOO_LONG);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while decoding", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException known -> throw known;
                case RuntimeException known -> throw known;
                case StackOverflowError tooDeep -> throw refusal.because(TOO_DEEP);
                case OutOfMemoryError tooLarge -> throw refusal.because(TOO_LARGE);
                case Error known -> throw known;
                case null, default -> throw new IOException(e);
            }
        }
    }

    /** How a file, or a side of it, is refused. */
    private interface Refusal {
        RuntimeException because(String reason);
    }
}
