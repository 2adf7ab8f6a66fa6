package org.paperbridge.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.paperbridge.key.codahale.SecretShares;

final class KeyCardsTest {

    private final KeyRing ring = KeyRing.generate(1234, new SecureRandom()).withNewPageKey(new SecureRandom());

    @Test
    void anyThreeOfFiveCardsGiveBackTheRing() {
        List<KeyCard> cards = KeyCards.split(ring, 5, 3, new SecureRandom());
        for (int a = 0; a < 5; a++) {
            for (int b = a + 1; b < 5; b++) {
                for (int c = b + 1; c < 5; c++) {
                    KeyRing joined = KeyCards.join(List.of(cards.get(c), cards.get(a), cards.get(b)));
                    assertThat(joined.site()).isEqualTo(1234);
                    assertThat(joined.currentPageKey()).isEqualTo(2);
                    assertThat(joined.storeKey()).isEqualTo(ring.storeKey());
                    assertThat(joined.pageKeys().get(1))
                            .isEqualTo(ring.pageKeys().get(1));
                    assertThat(joined.pageKeys().get(2))
                            .isEqualTo(ring.pageKeys().get(2));
                }
            }
        }
    }

    @Test
    void tooFewTheSameTwiceOrCardsOfTwoSetsAreRefused() {
        List<KeyCard> cards = KeyCards.split(ring, 5, 3, new SecureRandom());
        List<KeyCard> others = KeyCards.split(ring, 5, 3, new SecureRandom());
        assertThatThrownBy(() -> KeyCards.join(cards.subList(0, 2))).hasMessageContaining("needs 3 different cards");
        assertThatThrownBy(() -> KeyCards.join(List.of(cards.get(0), cards.get(0), cards.get(1))))
                .hasMessageContaining("got 2");
        assertThatThrownBy(() -> KeyCards.join(List.of(cards.get(0), cards.get(1), others.get(2))))
                .hasMessageContaining("not of one set");
        KeyCard lying = new KeyCard(
                1234, cards.get(0).set(), 2, cards.get(0).number(), cards.get(0).share());
        KeyCard lyingToo = new KeyCard(
                1234, cards.get(1).set(), 2, cards.get(1).number(), cards.get(1).share());
        assertThatThrownBy(() -> KeyCards.join(List.of(lying, lyingToo))).hasMessageContaining("one of them is wrong");
        assertThatThrownBy(() -> KeyCards.split(ring, 3, 4, new SecureRandom())).isInstanceOf(KeyRingException.class);
    }

    @Test
    void aCardReadsFromItsCodeAndFromTypedLines() {
        KeyCard card = KeyCards.split(ring, 3, 2, new SecureRandom()).get(1);
        assertThat(KeyCard.parse(List.of(card.text()))).isEqualTo(card);
        List<String> typed = new ArrayList<>(card.lines());
        typed.replaceAll(line ->
                line.toLowerCase(java.util.Locale.ROOT).replace('0', 'o').replace(" ", ""));
        assertThat(KeyCard.parse(typed)).isEqualTo(card);
    }

    @Test
    void everyWrongLetterAndEverySwapOfNeighboursIsFoundWithItsLine() {
        List<String> lines =
                KeyCards.split(ring, 3, 2, new SecureRandom()).getFirst().lines();
        String line = lines.get(1);
        int tried = 0;
        for (int i = 0; i < line.length() - 2; i++) {
            char next = line.charAt(i + 1);
            if (line.charAt(i) == ' ' || next == ' ' || next == '-') {
                continue;
            }
            String wrong = line.substring(0, i) + (line.charAt(i) == '7' ? '8' : '7') + line.substring(i + 1);
            String swapped = line.substring(0, i) + next + line.charAt(i) + line.substring(i + 2);
            for (String bad : List.of(wrong, swapped)) {
                if (!bad.equals(line)) {
                    List<String> typed = new ArrayList<>(lines);
                    typed.set(1, bad);
                    assertThatThrownBy(() -> KeyCard.parse(typed)).isInstanceOf(KeyRingException.class);
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(20);
        List<String> exchanged = new ArrayList<>(lines);
        exchanged.set(0, lines.get(1));
        exchanged.set(1, lines.get(0));
        assertThatThrownBy(() -> KeyCard.parse(exchanged)).hasMessageContaining("Line 1");
    }

    /** f(x) = 42 + 5x over GF(256) with the polynomial of AES: f(1) = 42 xor 5, f(2) = 42 xor 10, f(3) = 42 xor 15. */
    @Test
    void sharesAreThoseOfTheTextbook() {
        assertThat(SecretShares.join(Map.of(1, new byte[] {42 ^ 5}, 2, new byte[] {42 ^ 10})))
                .containsExactly(42);
        assertThat(SecretShares.join(Map.of(2, new byte[] {42 ^ 10}, 3, new byte[] {42 ^ 15})))
                .containsExactly(42);
    }
}
