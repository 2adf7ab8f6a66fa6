package org.paperbridge.pagecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.decoder.Mode;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperbridge.key.KeyRing;
import org.paperbridge.pagecode.OpenedCode.Foreign;
import org.paperbridge.pagecode.OpenedCode.Forged;
import org.paperbridge.pagecode.OpenedCode.NotOurs;
import org.paperbridge.pagecode.OpenedCode.Opened;

/** All identifiers here are invented. */
final class PageCodecTest {

    private static final Instant NOW = Instant.parse("2026-02-09T03:12:00Z");
    private final KeyRing keys = KeyRing.generate(7, new SecureRandom());
    private final PageCodec codec = new PageCodec(keys);

    @ParameterizedTest(name = "patient {0}, visit {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -",
                "0, -",
                "000123456789, 0000000042",
                "12345678901234567890, 09876543210987654321",
                "IPP0042.A-7, NDA-2026-000123",
                "urn/oid/42, 7/7",
                "pat-example-17, enc.9",
                "6f1c9c1e-0000-4b6e-9d3a-0c8e1f2a3b4c, -",
                "6f1c9c1e-0000-4b6e-9d3a-0c8e1f2a3b4c, ffffffff-ffff-ffff-ffff-ffffffffffff",
                "6F1C9C1E-0000-4B6E-9D3A-0C8E1F2A3B4C, 42",
                "Éric#12, Ünit 4",
                "患者42, -"
            })
    void whatIsSealedIsOpened(String patient, String visit) {
        PageStamp stamp = stamp("K7QM3F9TX0", Optional.ofNullable(patient), Optional.ofNullable(visit));
        assertThat(codec.open(codec.seal(stamp))).isEqualTo(new Opened(stamp));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void anyStampComesBack(long seed) {
        RandomGenerator random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            PageStamp stamp = new PageStamp(
                    7,
                    random.nextInt(1, 65536),
                    random.nextInt(1, 256),
                    random.nextInt(1 << 24),
                    Serial.random(random),
                    random.nextInt(1, 16),
                    random.nextInt(1, 16),
                    Instant.parse("2024-01-01T00:00:00Z").plusSeconds(60L * random.nextInt(1 << 24)),
                    Optional.of(identifier(random)),
                    random.nextBoolean() ? Optional.of(identifier(random)) : Optional.empty());
            assertThat(codec.open(codec.seal(stamp))).isEqualTo(new Opened(stamp));
        }
    }

    @Test
    void everySingleFlippedBitIsRefused() {
        byte[] code = bytes(seal("000123456789", "0000000042"));
        for (int bit = 0; bit < code.length * 8; bit++) {
            byte[] altered = code.clone();
            altered[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(codec.open(text(altered))).as("bit %d", bit).isNotInstanceOf(Opened.class);
        }
    }

    @Test
    void everyWrongCharacterIsRefused() {
        String code = seal("000123456789", "0000000042");
        for (int i = 0; i < code.length(); i++) {
            for (char c : "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:é".toCharArray()) {
                String altered = code.substring(0, i) + c + code.substring(i + 1);
                if (c != code.charAt(i)) {
                    assertThat(codec.open(altered)).as("%s at %d", c, i).isNotInstanceOf(Opened.class);
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void manyFlippedBitsAndCutOrGrownCodesAreRefused(long seed) {
        RandomGenerator random = new Random(seed);
        byte[] code = bytes(seal("000123456789", "0000000042"));
        for (int n = 0; n < 10_000; n++) {
            byte[] altered = code.clone();
            for (int flips = random.nextInt(2, 40); flips > 0; flips--) {
                altered[random.nextInt(altered.length)] ^= (byte) random.nextInt(1, 256);
            }
            if (!java.util.Arrays.equals(altered, code)) {
                assertThat(codec.open(text(altered))).isNotInstanceOf(Opened.class);
            }
        }
        for (int length = 0; length < 2 * code.length; length++) {
            if (length != code.length) {
                assertThat(codec.open(text(java.util.Arrays.copyOf(code, length))))
                        .isNotInstanceOf(Opened.class);
            }
        }
    }

    @Test
    void thePartsOfTwoGenuineCodesDoNotMakeAThird() {
        byte[] one = bytes(seal("111", "1"));
        byte[] other = bytes(codec.seal(stamp("0123456789", Optional.of("222"), Optional.of("2"))));
        byte[] mixed = one.clone();
        System.arraycopy(other, 21, mixed, 21, other.length - 21);
        assertThat(codec.open(text(mixed))).isInstanceOf(Forged.class);
    }

    @Test
    void aCodeMadeWithoutOurKeyIsForged() {
        PageCodec impostor = new PageCodec(KeyRing.generate(7, new SecureRandom()));
        String code = impostor.seal(stamp("K7QM3F9TX0", Optional.of("42"), Optional.empty()));
        assertThat(codec.open(code)).isEqualTo(new Forged("authentication failed"));
    }

    @Test
    void aPageOfAnotherHospitalSaysOnlyWhichOne() {
        PageCodec other = new PageCodec(KeyRing.generate(8, new SecureRandom()));
        PageStamp stamp =
                new PageStamp(8, 2, 1, 0, "K7QM3F9TX0", 1, 1, NOW, Optional.of("000123456789"), Optional.empty());
        assertThat(codec.open(other.seal(stamp))).isEqualTo(new Foreign(8, 1));
    }

    @Test
    void rotatedKeysReadOldPaperAndTheOldRingDoesNotReadNewPaper() {
        String old = seal("42", "1");
        KeyRing rotated = keys.withNewPageKey(new SecureRandom());
        PageCodec newer = new PageCodec(rotated);
        assertThat(newer.open(old)).isInstanceOf(Opened.class);
        String fresh = newer.seal(stamp("K7QM3F9TX0", Optional.of("42"), Optional.of("1")));
        assertThat(newer.open(fresh)).isInstanceOf(Opened.class);
        assertThat(codec.open(fresh)).isEqualTo(new Foreign(7, 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTPS://EXAMPLE.ORG/",
                "pb:ABC",
                "(8018)952112301234567892",
                "IS0100000000000000000000",
                "WIFI:S:WARD;T:WPA;P:SECRET;;"
            })
    void anotherSymbolIsNotOurs(String text) {
        assertThat(codec.open(text)).isEqualTo(new NotOurs());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PB:", "PB:0", "PB:ZZZ", "PB:abc", "PB::::", "PB:\u0000\u0000\u0000"})
    void ourPrefixWithoutACodeIsForgedAndNeverThrows(String text) {
        assertThat(codec.open(text)).isInstanceOf(Forged.class);
    }

    @Test
    void noOneReadsAPatientFromACode() {
        String patient = "000123456789";
        String code = seal(patient, "0000000042");
        String raw = new String(bytes(code), StandardCharsets.ISO_8859_1);
        assertThat(code).doesNotContain(patient);
        assertThat(raw).doesNotContain(patient);
        byte[] packed = IdentifierPacking.pack(
                new IdentifierPacking.Identifiers(Optional.of(patient), Optional.of("0000000042")));
        assertThat(raw).doesNotContain(new String(packed, StandardCharsets.ISO_8859_1));
        String other = codec.seal(stamp("K7QM3F9TX1", Optional.of(patient), Optional.of("0000000042")));
        assertThat(java.util.Arrays.copyOfRange(bytes(code), 21, 30))
                .as("the same patient looks different on every sheet")
                .isNotEqualTo(java.util.Arrays.copyOfRange(bytes(other), 21, 30));
    }

    @ParameterizedTest(name = "{0} + {1}: at most {2} bytes and {3} modules")
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, 33, 33",
                "00123456, 00000042, 42, 33",
                "000123456789, 0000000042, 45, 37",
                "12345678901234567890, 09876543210987654321, 60, 37",
                "IPP000123456789, NDA000123456789, 56, 37",
                "6f1c9c1e-0000-4b6e-9d3a-0c8e1f2a3b4c, 0f1c9c1e-1111-4b6e-9d3a-0c8e1f2a3b4c, 66, 41"
            })
    void theSymbolStaysCoarseEnoughForABadScan(String patient, String visit, int mostBytes, int mostModules)
            throws Exception {
        String code = codec.seal(stamp("K7QM3F9TX0", Optional.ofNullable(patient), Optional.ofNullable(visit)));
        assertThat(bytes(code)).hasSizeLessThanOrEqualTo(mostBytes);
        QRCode symbol = Encoder.encode(code, ErrorCorrectionLevel.Q);
        assertThat(symbol.getMode()).isEqualTo(Mode.ALPHANUMERIC);
        assertThat(symbol.getMatrix().getWidth()).isLessThanOrEqualTo(mostModules);
        assertThat(22.0 / symbol.getMatrix().getWidth()).isGreaterThanOrEqualTo(0.5);
    }

    @ParameterizedTest
    @CsvSource({"AN INVENTED NUMBER OF UNUSUAL LENGTH, AND THAT OF A VISIT TOO", "A	B, 1"})
    void whatDoesNotFitIsRefusedAndNeverCutOff(String patient, String visit) {
        PageStamp stamp = stamp("K7QM3F9TX0", Optional.of(patient), Optional.of(visit));
        assertThatThrownBy(() -> codec.seal(stamp))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("page code")
                .hasMessageNotContaining(patient);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-12-31T23:59:00Z", "2056-01-01T00:00:00Z"})
    void aClockThatCannotBeRightIsRefused(String at) {
        PageStamp stamp =
                new PageStamp(7, 2, 1, 0, "K7QM3F9TX0", 1, 1, Instant.parse(at), Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> codec.seal(stamp)).hasMessageContaining("check the clock");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "K7QM3F9TX", "K7QM3F9TX01", "k7qm3f9tx0", "K7QM3F9TXU"})
    void aSerialThatWouldBeCutOffIsNoStamp(String serial) {
        assertThatThrownBy(() -> stamp(serial, Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private String seal(String patient, String visit) {
        return codec.seal(stamp("K7QM3F9TX0", Optional.of(patient), Optional.of(visit)));
    }

    private static PageStamp stamp(String serial, Optional<String> patient, Optional<String> visit) {
        return new PageStamp(7, 2, 1, 0xabcdef, serial, 1, 1, NOW, patient, visit);
    }

    private static String identifier(RandomGenerator random) {
        String alphabet = random.nextBoolean() ? "0123456789" : "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-.";
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(1, 21); n > 0; n--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private static byte[] bytes(String code) {
        return Base45.decode(code.substring(PageCodec.PREFIX.length())).orElseThrow();
    }

    private static String text(byte[] code) {
        return PageCodec.PREFIX + Base45.encode(code);
    }
}
