package org.paperbridge.kit.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.form.check.CheckDigits;
import org.paperbridge.form.layout.CheckRule;

final class NumberLedgerTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-09T03:12:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path home = Path.of("");

    @Test
    void manyDesksAtOnceNeverGetTheSameNumber() {
        Set<String> seen = new HashSet<>();
        List<NumberRange> ranges = IntStream.range(0, 60)
                .parallel()
                .mapToObj(i -> take(ledger(), "UNIT" + i % 7, 5))
                .toList();
        for (NumberRange range : ranges) {
            range.identities(NumberScheme.USUAL).forEach(identity -> {
                assertThat(seen.add(identity.patient())).isTrue();
                assertThat(seen.add(identity.stay())).isTrue();
            });
        }
        assertThat(seen).hasSize(60 * 5 * 2);
    }

    @Test
    void numbersFitTheCombsAndCarryTheirCheckDigits() {
        DowntimeIdentity identity =
                take(ledger(), "CARD", 1).identities(NumberScheme.USUAL).getFirst();
        // 9 + 0039000, the 39th day of 2026; 90039000 * 100 mod 97 = 33, 98 - 33 = 65
        assertThat(identity.patient()).isEqualTo("9003900065");
        for (String number : List.of(identity.patient(), identity.stay())) {
            assertThat(number).hasSize(10);
            assertThat(CheckDigits.passes(CheckRule.MOD97, number)).isTrue();
            assertThat(NumberScheme.USUAL.looksTemporary(number)).isTrue();
        }
        assertThat(NumberScheme.USUAL.looksTemporary("9003900066")).isFalse();
        assertThat(NumberScheme.USUAL.looksTemporary("90010181")).isFalse();
    }

    @Test
    void whatWasGivenIsStillGivenAfterARestartAndATornLine() throws IOException {
        NumberRange first = take(ledger(), "CARD", 24);
        Files.writeString(file(), "2026-02-09T03:12:00Z\tMED", StandardOpenOption.APPEND);
        NumberRange second = take(ledger(), "MED\nX", 24);
        assertThat(second.from()).isEqualTo(first.to() + 1);
        assertThat(ledger().ranges()).containsExactly(first, second);
        assertThat(Files.readAllLines(file())).hasSize(2);
    }

    @Test
    void aLostLedgerDoesNotBeginAgainWithNumbersAlreadyPrinted() throws IOException {
        NumberRange before = take(ledger(), "CARD", 900);
        Files.delete(file());
        Clock nextDay = Clock.offset(CLOCK, java.time.Duration.ofDays(1));
        assertThat(take(new NumberLedger(file(), nextDay), "CARD", 1).from()).isGreaterThan(before.to());
    }

    @Test
    void anAlteredLedgerIsRefusedRatherThanRepeated() throws IOException {
        take(ledger(), "CARD", 3);
        Files.writeString(file(), "hello\n", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> ledger().take("CARD", 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("given.tsv:2");
    }

    private NumberLedger ledger() {
        return new NumberLedger(file(), CLOCK);
    }

    private Path file() {
        return home.resolve("numbers/given.tsv");
    }

    private static NumberRange take(NumberLedger ledger, String unit, int count) {
        try {
            return ledger.take(unit, count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
