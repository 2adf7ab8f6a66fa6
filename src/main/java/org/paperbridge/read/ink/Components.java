package org.paperbridge.read.ink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** The connected pieces of an ink map; neighbours touch by an edge or a corner. */
public final class Components {

    private final int width;
    private final int height;
    private final InkRuns runs;
    /** Of every run, its component's number from 1. */
    private final int[] labels;

    private final List<Component> found;

    private Components(int width, int height, InkRuns runs) {
        this.width = width;
        this.height = height;
        this.runs = runs;
        this.labels = new int[runs.count()];
        this.found = List.copyOf(number());
    }

    /** @param level ink value from which a pixel belongs to a stroke */
    public static Components of(GreyCrop ink, int level) {
        return new Components(ink.width(), ink.height(), InkRuns.of(ink, level));
    }

    /** In reading order of their first pixel. */
    public List<Component> all() {
        return found;
    }

    /** The ink of the wanted components and of the soft pixels next to them; everything else becomes paper. */
    public GreyCrop keep(GreyCrop ink, Predicate<Component> wanted) {
        boolean[] kept = new boolean[found.size() + 1];
        for (Component component : found) {
            kept[component.label()] = wanted.test(component);
        }
        byte[] values = ink.values();
        byte[] out = new byte[values.length];
        for (int run = 0; run < labels.length; run++) {
            if (kept[labels[run]]) {
                int left = Math.max(0, runs.left(run) - 1);
                int length = Math.min(width, runs.right(run) + 1) - left;
                int bottom = Math.min(height - 1, runs.row(run) + 1);
                for (int y = Math.max(0, runs.row(run) - 1); y <= bottom; y++) {
                    System.arraycopy(values, y * width + left, out, y * width + left, length);
                }
            }
        }
        return new GreyCrop(width, height, out);
    }

    private List<Component> number() {
        List<Component> components = new ArrayList<>();
        for (int run = 0; run < labels.length; run++) {
            int first = runs.first(run);
            if (first == run) {
                components.add(new Component(components.size() + 1, width, runs.row(run), 0, 0, 0, 0));
                labels[run] = components.size();
            } else {
                labels[run] = labels[first];
            }
        }
        int[] left = new int[components.size()];
        Arrays.fill(left, width);
        int[] right = new int[components.size()];
        int[] bottom = new int[components.size()];
        int[] area = new int[components.size()];
        long[] sumX = new long[components.size()];
        for (int run = 0; run < labels.length; run++) {
            int of = labels[run] - 1;
            int length = runs.right(run) - runs.left(run);
            left[of] = Math.min(left[of], runs.left(run));
            right[of] = Math.max(right[of], runs.right(run));
            bottom[of] = runs.row(run) + 1;
            area[of] += length;
            sumX[of] += (long) length * (runs.left(run) + runs.right(run) - 1) / 2;
        }
        components.replaceAll(c -> {
            int of = c.label() - 1;
            return new Component(c.label(), left[of], c.top(), right[of], bottom[of], area[of], sumX[of]);
        });
        return components;
    }
}
