package org.paperbridge.validation.batch;

import java.util.List;

/**
 * Paper that went through a scanner in one go: a file, or several files of a side or a sheet each.
 *
 * @param original SHA-256 of its first file, hex
 * @param files how many it came in
 * @param sides in order; where a file is missing, its place is kept
 * @param gaps files that are missing
 * @param backsLeftOut whether the device drops empty backs, so that they cannot be counted
 */
public record FileStack(String original, int files, List<BatchSide> sides, List<Gap> gaps, boolean backsLeftOut) {

    public FileStack {
        sides = List.copyOf(sides);
        gaps = List.copyOf(gaps);
    }

    /**
     * Numbers that no file bears although those before and after came.
     *
     * @param side where the first of them would be
     */
    public record Gap(int side, int files) {}

    /** One file that holds all of it. */
    public static FileStack of(String original, List<BatchSide> sides) {
        return new FileStack(original, 1, sides, List.of(), false);
    }
}
