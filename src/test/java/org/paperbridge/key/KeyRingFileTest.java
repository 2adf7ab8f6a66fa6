package org.paperbridge.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyRingFileTest {

    private static final String WORD = "correct horse battery staple é";
    private final SecureRandom random = new SecureRandom();

    @TempDir
    private Path home = Path.of("");

    @Test
    void aRingComesBackWithAllItsKeys() {
        KeyRing ring = KeyRing.generate(1234, random).withNewPageKey(random).withNewPageKey(random);
        KeyRingFile.create(file(), ring, WORD, random);
        KeyRing again = KeyRingFile.open(file(), WORD);
        assertThat(again.site()).isEqualTo(1234);
        assertThat(again.currentPageKey()).isEqualTo(3);
        assertThat(again.storeKey()).isEqualTo(ring.storeKey());
        for (int id = 1; id <= 3; id++) {
            assertThat(again.findPageKey(id)).isPresent().isEqualTo(ring.findPageKey(id));
        }
        assertThat(again.findPageKey(4)).isEmpty();
    }

    @Test
    void theFileTellsNobodyAKey() throws IOException {
        KeyRing ring = KeyRing.generate(7, random);
        KeyRingFile.create(file(), ring, WORD, random);
        String text = Files.readString(file());
        assertThat(text)
                .doesNotContain(Base64.getEncoder().encodeToString(ring.storeKey()))
                .doesNotContain("pageKeys");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        try (var files = Files.list(home)) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void aWrongPassphraseIsSaidInOneLine() {
        KeyRingFile.create(file(), KeyRing.generate(7, random), WORD, random);
        assertThatThrownBy(() -> KeyRingFile.open(file(), WORD + "x"))
                .isInstanceOf(KeyRingException.class)
                .hasMessageContaining("passphrase does not open")
                .hasMessageNotContaining(WORD);
    }

    @ParameterizedTest(name = "{0} altered: {2}")
    @CsvSource({
        "rounds, 0, damaged",
        "rounds, 2000000000, damaged",
        "salt, '', damaged",
        "ring, '', altered",
        "ring, '!!', damaged",
        "nonce, AAAAAAAAAAAAAAAA, passphrase",
        "format, other, no key ring"
    })
    void anAlteredFileIsSaidInOneLine(String name, String value, String said) throws IOException {
        KeyRingFile.create(file(), KeyRing.generate(7, random), WORD, random);
        ObjectMapper json = new ObjectMapper();
        ObjectNode box = (ObjectNode) json.readTree(file().toFile());
        box.put(name, value);
        Files.writeString(file(), box.toString());
        assertThatThrownBy(() -> KeyRingFile.open(file(), WORD))
                .isInstanceOf(KeyRingException.class)
                .hasMessageContaining(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"format\":", "42"})
    void someOtherFileIsSaidInOneLine(String content) throws IOException {
        Files.writeString(file(), content);
        assertThatThrownBy(() -> KeyRingFile.open(file(), WORD)).isInstanceOf(KeyRingException.class);
    }

    @Test
    void bytesThatAreNoTextAreDamage() throws IOException {
        Files.write(file(), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThatThrownBy(() -> KeyRingFile.open(file(), WORD)).hasMessageContaining("damaged");
    }

    @Test
    void aMissingRingSaysHowToMakeOne() {
        assertThatThrownBy(() -> KeyRingFile.open(file(), WORD)).hasMessageContaining("paperbridge key init");
    }

    @Test
    void aRingInUseIsNeverOverwritten() throws IOException {
        KeyRingFile.create(file(), KeyRing.generate(7, random), WORD, random);
        String before = Files.readString(file());
        assertThatThrownBy(() -> KeyRingFile.create(file(), KeyRing.generate(8, random), WORD, random))
                .hasMessageContaining("already");
        assertThat(Files.readString(file())).isEqualTo(before);
    }

    @Test
    void ofFourWhoMakeARingAtOnceOneWins() throws Exception {
        Callable<Boolean> maker = () -> {
            try {
                KeyRingFile.create(file(), KeyRing.generate(7, random), WORD, random);
                return true;
            } catch (KeyRingException e) {
                return false;
            }
        };
        int made = 0;
        try (ExecutorService people = Executors.newFixedThreadPool(4)) {
            for (Future<Boolean> one : people.invokeAll(java.util.List.of(maker, maker, maker, maker))) {
                made += one.get() ? 1 : 0;
            }
        }
        assertThat(made).isEqualTo(1);
        assertThatCode(() -> KeyRingFile.open(file(), WORD)).doesNotThrowAnyException();
    }

    @Test
    void aHomeThatIsAFileIsSaidInOneLine() throws IOException {
        Files.writeString(home.resolve("taken"), "");
        Path file = home.resolve("taken").resolve("keys.json");
        assertThatThrownBy(() -> KeyRingFile.create(file, KeyRing.generate(7, random), WORD, random))
                .isInstanceOf(KeyRingException.class)
                .hasMessageContaining("PAPERBRIDGE_HOME");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 65536})
    void aSiteHasANumber(int site) {
        assertThatThrownBy(() -> KeyRing.generate(site, random)).hasMessageContaining("site number");
    }

    private Path file() {
        return home.resolve("keys.json");
    }
}
