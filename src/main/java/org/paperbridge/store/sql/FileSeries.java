package org.paperbridge.store.sql;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Files with a common name and a running number to stacks. Numbers go on from stack to stack with one device and begin
 * anew with the next, so a stack ends at a pause, or when a number comes again. A pure function of the deliveries: a
 * late file finds its place, and a file that was delivered twice is there once.
 */
final class FileSeries {

    /** Nobody needs longer from one page to the next; between two stacks it may be less, then both are one batch. */
    private static final long PAUSE_MS = Duration.ofMinutes(10).toMillis();
    /** So many numbers in a row are not files that got lost, but other jobs of the device. */
    private static final int MOST_MISSING = 10;
    /** A file of a page, or of a sheet; more is a stack of its own. */
    private static final int MOST_SIDES = 2;

    private FileSeries() {}

    /**
     * A file as it came.
     *
     * @param repeated whether its bytes had come before
     * @param sides 0 while they are not counted
     */
    record Delivered(String original, long number, long madeAt, boolean repeated, int sides) {}

    /**
     * Stacks of one series.
     *
     * @param deliveries in order of their time, then their number
     * @return each in order of their numbers
     */
    static List<List<Delivered>> of(List<Delivered> deliveries) {
        List<List<Delivered>> stacks = new ArrayList<>();
        Map<Long, Delivered> session = new HashMap<>();
        long last = Long.MIN_VALUE;
        for (Delivered file : deliveries) {
            Delivered same = session.get(file.number());
            boolean known = same != null && same.original().equals(file.original());
            if (!session.isEmpty() && (file.madeAt() - last > PAUSE_MS || (same != null && !known))) {
                stacks.addAll(split(session));
                session = new HashMap<>();
            }
            session.putIfAbsent(file.number(), file);
            last = file.madeAt();
        }
        stacks.addAll(split(session));
        return stacks;
    }

    private static List<List<Delivered>> split(Map<Long, Delivered> session) {
        Set<String> first = new HashSet<>();
        session.values().stream().filter(f -> !f.repeated()).forEach(f -> first.add(f.original()));
        List<Delivered> files = session.values().stream()
                // two empty backs may be the same, byte for byte; what came days ago is no part of this stack
                .filter(f -> !f.repeated() || first.contains(f.original()))
                .sorted(Comparator.comparingLong(Delivered::number))
                .toList();
        List<List<Delivered>> stacks = new ArrayList<>();
        List<Delivered> stack = new ArrayList<>();
        for (Delivered file : files) {
            boolean goesOn = !stack.isEmpty()
                    && file.sides() <= MOST_SIDES
                    && stack.getLast().sides() <= MOST_SIDES
                    && file.number() - stack.getLast().number() <= MOST_MISSING + 1;
            if (!goesOn) {
                add(stacks, stack);
                stack = new ArrayList<>();
            }
            stack.add(file);
        }
        add(stacks, stack);
        return stacks;
    }

    /** Where more than every second number is left out they say something else, the time perhaps. */
    private static void add(List<List<Delivered>> stacks, List<Delivered> stack) {
        if (stack.isEmpty()) {
            return;
        }
        long missing = stack.getLast().number() - stack.getFirst().number() + 1 - stack.size();
        if (missing * 2 > stack.size()) {
            stack.forEach(file -> stacks.add(List.of(file)));
        } else {
            stacks.add(List.copyOf(stack));
        }
    }
}
