package org.paperbridge.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.form.page.PageImage;

/** A decoder that hangs, or eats stack or memory, costs its side and nothing else. */
final class BoundedSourceTest {

    private static final PageImage SIDE = new PageImage(1, 1, new byte[1], 300, Set.of());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void aDecoderThatReadsForEverLosesItsFile() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        PageSource endless = content -> sides(index -> {
            try {
                while (true) {
                    content.position(0).read(ByteBuffer.allocate(1));
                }
            } catch (IOException e) {
                ended.countDown();
                throw new java.io.UncheckedIOException(e);
            }
        });
        PageSource.OpenOriginal open = new BoundedSource(endless, Duration.ofMillis(50)).open(file());

        assertThatThrownBy(() -> open.decode(0))
                .isInstanceOf(PageUndecodableException.class)
                .hasMessageContaining("took-too-long");
        assertThat(open.isSpent()).isTrue();
        assertThat(ended.await(30, TimeUnit.SECONDS)).as("the decoder ended").isTrue();
    }

    @Test
    void aDecoderThatNeverEndsIsLeftBehind() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        PageSource stuck = content -> sides(index -> {
            if (index == 0) {
                awaitQuietly(never);
            }
            return SIDE;
        });
        BoundedSource bounded = new BoundedSource(stuck, Duration.ofMillis(50));
        PageSource.OpenOriginal open = bounded.open(file());
        assertThatThrownBy(() -> open.decode(0)).hasMessageContaining("took-too-long");

        assertThat(bounded.open(file()).decode(1))
                .as("the next side, opened anew")
                .isSameAs(SIDE);
        never.countDown();
    }

    @Test
    void endlessNestingAndTooMuchMemoryAreRefused() throws Exception {
        PageSource hungry = content -> sides(index -> {
            if (index == 0) {
                throw new StackOverflowError();
            }
            throw new OutOfMemoryError();
        });
        PageSource.OpenOriginal open = new BoundedSource(hungry, Duration.ofMinutes(1)).open(file());

        assertThatThrownBy(() -> open.decode(0)).hasMessageContaining("corrupt");
        assertThatThrownBy(() -> open.decode(1)).hasMessageContaining("too-large");
        assertThat(open.isSpent()).isFalse();
    }

    @Test
    void openingIsBoundedToo() {
        PageSource endless = content -> {
            awaitQuietly(new CountDownLatch(1));
            return sides(index -> SIDE);
        };

        assertThatThrownBy(() -> new BoundedSource(endless, Duration.ofMillis(50)).open(file()))
                .isInstanceOf(OriginalRefusedException.class)
                .hasMessageContaining("took-too-long");
    }

    private SeekableByteChannel file() throws IOException {
        return Files.newByteChannel(Files.write(folder.resolve("file"), new byte[10]));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        boolean waiting = true;
        while (waiting) {
            try {
                latch.await();
                waiting = false;
            } catch (InterruptedException e) {
                // native code does not listen, either
            }
        }
    }

    private static PageSource.OpenOriginal sides(IntFunction<PageImage> decode) {
        return new PageSource.OpenOriginal() {
            @Override
            public int pages() {
                return 2;
            }

            @Override
            public PageImage decode(int index) {
                return decode.apply(index);
            }

            @Override
            public void close() {}
        };
    }
}
