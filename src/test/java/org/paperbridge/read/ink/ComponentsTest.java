package org.paperbridge.read.ink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the plainest way to say what a connected piece is. */
final class ComponentsTest {

    private static final int LEVEL = 96;

    @ParameterizedTest(name = "{0} x {1} px, {2} % ink")
    @CsvSource({"1, 1, 50", "40, 1, 50", "1, 40, 50", "60, 45, 5", "60, 45, 35", "60, 45, 60", "60, 45, 97", "9, 9, 0"})
    void everyPieceIsFoundOnceAndWhole(int width, int height, int percent) {
        for (int seed = 0; seed < 40; seed++) {
            GreyCrop ink = random(width, height, percent, seed);

            Components components = Components.of(ink, LEVEL);

            List<Component> expected = flooded(ink);
            assertThat(components.all()).isEqualTo(expected);
            for (Component one : expected.stream().limit(5).toList()) {
                assertThat(components.keep(ink, one::equals).values()).isEqualTo(kept(ink, one));
            }
        }
    }

    private static GreyCrop random(int width, int height, int percent, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] values = new byte[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (random.nextInt(100) < percent ? random.nextInt(LEVEL, 256) : random.nextInt(LEVEL));
        }
        return new GreyCrop(width, height, values);
    }

    private static List<Component> flooded(GreyCrop ink) {
        int[] labels = new int[ink.values().length];
        List<Component> found = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] == 0 && (ink.values()[i] & 0xff) >= LEVEL) {
                found.add(flood(ink, labels, found.size() + 1, i));
            }
        }
        return found;
    }

    private static Component flood(GreyCrop ink, int[] labels, int label, int start) {
        int left = Integer.MAX_VALUE;
        int top = Integer.MAX_VALUE;
        int right = 0;
        int bottom = 0;
        int area = 0;
        long sumX = 0;
        Deque<Integer> waiting = new ArrayDeque<>(List.of(start));
        labels[start] = label;
        while (!waiting.isEmpty()) {
            int x = waiting.peek() % ink.width();
            int y = waiting.pop() / ink.width();
            left = Math.min(left, x);
            right = Math.max(right, x + 1);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y + 1);
            area++;
            sumX += x;
            for (int v = Math.max(0, y - 1); v <= Math.min(ink.height() - 1, y + 1); v++) {
                for (int u = Math.max(0, x - 1); u <= Math.min(ink.width() - 1, x + 1); u++) {
                    int at = v * ink.width() + u;
                    if (labels[at] == 0 && ink.at(u, v) >= LEVEL) {
                        labels[at] = label;
                        waiting.push(at);
                    }
                }
            }
        }
        return new Component(label, left, top, right, bottom, area, sumX);
    }

    private static byte[] kept(GreyCrop ink, Component one) {
        int[] labels = new int[ink.values().length];
        int label = 0;
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] == 0 && (ink.values()[i] & 0xff) >= LEVEL) {
                flood(ink, labels, ++label, i);
            }
        }
        byte[] out = new byte[labels.length];
        for (int i = 0; i < labels.length; i++) {
            int x = i % ink.width();
            int y = i / ink.width();
            for (int v = Math.max(0, y - 1); v <= Math.min(ink.height() - 1, y + 1); v++) {
                for (int u = Math.max(0, x - 1); u <= Math.min(ink.width() - 1, x + 1); u++) {
                    out[i] = labels[v * ink.width() + u] == one.label() ? ink.values()[i] : out[i];
                }
            }
        }
        return out;
    }
}
