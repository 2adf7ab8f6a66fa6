package org.paperbridge.store.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperbridge.store.object.ObjectStore.StoredObject;
import org.paperbridge.store.seal.SealBrokenException;
import org.paperbridge.store.seal.StoreKeys;

final class FolderObjectStoreTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private FolderObjectStore store;

    @BeforeEach
    void openStore() {
        store = open(1);
    }

    @ParameterizedTest(name = "{0} bytes come back")
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 1_000_003})
    void whatWasKeptComesBack(int size) throws IOException {
        byte[] content = bytes(size, 3);
        StoredObject object = store.put(new ByteArrayInputStream(content));
        assertThat(object.size()).isEqualTo(size);
        assertThat(store.has(object.sha256())).isTrue();
        assertThat(read(object)).isEqualTo(content);
    }

    @Test
    void theSameBytesAreKeptOnce() throws IOException {
        StoredObject first = store.put(new ByteArrayInputStream(bytes(1000, 1)));
        StoredObject second = store.put(new ByteArrayInputStream(bytes(1000, 1)));
        assertThat(second).isEqualTo(first);
        assertThat(files()).hasSize(1);
    }

    @Test
    void theFolderShowsNeitherContentNorItsHash() throws IOException {
        byte[] content = "DURAND Jeanne 12/03/1950".repeat(50).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        StoredObject object = store.put(new ByteArrayInputStream(content));
        Path file = files().getFirst();
        assertThat(file.getFileName().toString()).doesNotContain(object.sha256().substring(0, 8));
        assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("DURAND");
    }

    @Test
    void everyChangedByteIsRefused() throws IOException {
        StoredObject object = store.put(new ByteArrayInputStream(bytes(70_000, 5)));
        Path file = files().getFirst();
        byte[] good = Files.readAllBytes(file);
        Random random = new Random(11);
        for (int round = 0; round < 60; round++) {
            byte[] bad = good.clone();
            bad[round < 20 ? round : random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bad);
            assertRefused(object);
        }
    }

    @Test
    void aShortenedObjectIsRefused() throws IOException {
        StoredObject object = store.put(new ByteArrayInputStream(bytes(200_000, 5)));
        Path file = files().getFirst();
        byte[] good = Files.readAllBytes(file);
        for (int keep : List.of(0, 10, 20, 1000, 20 + 65_552, 20 + 2 * 65_552, good.length - 1)) {
            Files.write(file, Arrays.copyOf(good, keep));
            assertRefused(object);
        }
    }

    @Test
    void twoObjectsThatChangedPlacesAreRefused() throws IOException {
        StoredObject first = store.put(new ByteArrayInputStream(bytes(5000, 1)));
        Path a = files().getFirst();
        StoredObject second = store.put(new ByteArrayInputStream(bytes(5000, 2)));
        Path b = files().stream().filter(f -> !f.equals(a)).findFirst().orElseThrow();
        byte[] kept = Files.readAllBytes(a);
        Files.write(a, Files.readAllBytes(b));
        Files.write(b, kept);
        assertRefused(first);
        assertRefused(second);
    }

    @Test
    void anotherKeyRingFindsNothing() throws IOException {
        StoredObject object = store.put(new ByteArrayInputStream(bytes(10, 1)));
        FolderObjectStore other = open(2);
        assertThat(other.has(object.sha256())).isFalse();
        assertThatThrownBy(() -> other.open(object.sha256())).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aStreamThatBreaksLeavesNothing() throws IOException {
        InputStream breaking = new InputStream() {
            private int given;

            @Override
            public int read() throws IOException {
                if (given++ > 100_000) {
                    throw new IOException("cable pulled");
                }
                return 7;
            }
        };
        assertThatThrownBy(() -> store.put(breaking)).hasMessage("cable pulled");
        assertThat(files()).isEmpty();
    }

    private void assertRefused(StoredObject object) {
        assertThatThrownBy(() -> read(object)).isInstanceOf(SealBrokenException.class);
    }

    @Test
    void anyPartOpensWithoutTheOthers() throws IOException {
        byte[] content = bytes(300_000, 9);
        StoredObject object = store.put(new ByteArrayInputStream(content));
        Random random = new Random(4);
        try (SeekableByteChannel channel = store.open(object.sha256())) {
            assertThat(channel.size()).isEqualTo(content.length);
            for (int round = 0; round < 200; round++) {
                int from = random.nextInt(content.length);
                ByteBuffer part = ByteBuffer.allocate(1 + random.nextInt(90_000));
                channel.position(from);
                while (part.hasRemaining() && channel.read(part) >= 0) {}
                int to = Math.min(content.length, from + part.capacity());
                assertThat(Arrays.copyOf(part.array(), to - from)).isEqualTo(Arrays.copyOfRange(content, from, to));
            }
        }
    }

    private byte[] read(StoredObject object) throws IOException {
        try (SeekableByteChannel channel = store.open(object.sha256())) {
            return Channels.newInputStream(channel).readAllBytes();
        }
    }

    private FolderObjectStore open(int key) {
        byte[] master = new byte[32];
        master[0] = (byte) key;
        try {
            return new FolderObjectStore(folder.resolve("objects"), StoreKeys.of(master));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("objects"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static byte[] bytes(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
