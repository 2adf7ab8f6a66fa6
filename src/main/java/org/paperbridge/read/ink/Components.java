package org.paperbridge.read.ink;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The connected pieces of an ink map; neighbours touch by an edge or a corner. */
public final class Components {

    private final int width;
    private final int height;
    private final int[] labels;
    private final List<Component> found = new ArrayList<>();

    private Components(int width, int height) {
        this.width = width;
        this.height = height;
        this.labels = new int[width * height];
    }

    /** @param level ink value from which a pixel belongs to a stroke */
    public static Components of(GreyCrop ink, int level) {
        Components components = new Components(ink.width(), ink.height());
        byte[] values = ink.values();
        int[] stack = new int[0];
        for (int i = 0; i < values.length; i++) {
            if ((values[i] & 0xff) >= level && components.labels[i] == 0) {
                stack = stack.length == 0 ? new int[values.length] : stack;
                components.found.add(components.flood(ink, level, i, stack));
            }
        }
        return components;
    }

    /** In reading order of their first pixel. */
    public List<Component> all() {
        return List.copyOf(found);
    }

    /** The ink of the wanted components and of the soft pixels next to them; everything else becomes paper. */
    public GreyCrop keep(GreyCrop ink, Predicate<Component> wanted) {
        byte[] out = new byte[labels.length];
        for (Component component : found) {
            if (wanted.test(component)) {
                copy(component, ink, out);
            }
        }
        return new GreyCrop(width, height, out);
    }

    private void copy(Component component, GreyCrop ink, byte[] out) {
        for (int y = component.top(); y < component.bottom(); y++) {
            for (int x = component.left(); x < component.right(); x++) {
                if (labels[y * width + x] == component.label()) {
                    copyAround(ink.values(), out, x, y);
                }
            }
        }
    }

    private void copyAround(byte[] values, byte[] out, int x, int y) {
        int left = Math.max(0, x - 1);
        int right = Math.min(width - 1, x + 1);
        int bottom = Math.min(height - 1, y + 1);
        for (int v = Math.max(0, y - 1); v <= bottom; v++) {
            for (int at = v * width + left; at <= v * width + right; at++) {
                out[at] = values[at];
            }
        }
    }

    private Component flood(GreyCrop ink, int level, int start, int[] stack) {
        byte[] values = ink.values();
        int label = found.size() + 1;
        int left = width;
        int top = height;
        int right = 0;
        int bottom = 0;
        int area = 0;
        long sumX = 0;
        int size = 0;
        stack[size++] = start;
        labels[start] = label;
        while (size > 0) {
            int at = stack[--size];
            int y = at / width;
            int x = at - y * width;
            area++;
            sumX += x;
            left = Math.min(left, x);
            right = Math.max(right, x + 1);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y + 1);
            int first = Math.max(0, x - 1);
            int last = Math.min(width - 1, x + 1);
            int lowest = Math.min(height - 1, y + 1);
            for (int v = Math.max(0, y - 1); v <= lowest; v++) {
                for (int next = v * width + first; next <= v * width + last; next++) {
                    if ((values[next] & 0xff) >= level && labels[next] == 0) {
                        labels[next] = label;
                        stack[size++] = next;
                    }
                }
            }
        }
        return new Component(label, left, top, right, bottom, area, sumX);
    }
}
