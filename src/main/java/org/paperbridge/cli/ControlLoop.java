package org.paperbridge.cli;

/**
 * A fixed amount of arithmetic, so that speeds of different machines and hours can be compared: report a speed as the
 * ratio to this loop in the same run.
 */
public final class ControlLoop {

    private static final int STEPS = 4_000_000;

    private ControlLoop() {}

    /** Turns a second of processor time of this thread, measured over {@code turns} of them. */
    public static double perSecond(ThreadTime clock, int turns) {
        long before = clock.nanos();
        long state = 1;
        for (int turn = 0; turn < turns; turn++) {
            for (int i = 0; i < STEPS; i++) {
                state ^= state << 13;
                state ^= state >>> 7;
                state ^= state << 17;
            }
        }
        double seconds = (clock.nanos() - before) / 1e9;
        return state == 0 ? 0 : turns / seconds;
    }

    /** Processor time of this thread, which others on the machine do not lengthen much. */
    public interface ThreadTime {
        long nanos();
    }
}
