package org.paperbridge.simulate;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Files as broken disks, cut networks and malice make them: real ones damaged at random, and bombs built on purpose. The
 * same seed gives the same files.
 */
public final class HostileFiles {

    /** Every so many files one is a bomb. */
    private static final int BOMB_EVERY = 8;

    private static final List<String> ENDINGS = List.of("pdf", "tif", "jpg", "png", "jp2", "txt", "PDF", "");

    private final List<Hostile> bases;
    private final List<Hostile> bombs;
    private final RandomGenerator random;

    /**
     * @param bases sound files to damage
     * @param bombBytes what packed bombs unpack to
     */
    public HostileFiles(List<Hostile> bases, int bombBytes, RandomGenerator random) {
        this.bases = List.copyOf(bases);
        this.bombs = Bombs.all(bombBytes);
        this.random = random;
    }

    /**
     * A file.
     *
     * @param ending of its name, without a dot; need not fit its content
     * @param kind what was done to it
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Hostile(String ending, String kind, byte[] content) {}

    /** @param number from 0; bombs in turn, damage drawn */
    public Hostile make(int number) {
        if (number % BOMB_EVERY == 0) {
            return bombs.get(number / BOMB_EVERY % bombs.size());
        }
        Hostile base = bases.get(random.nextInt(bases.size()));
        byte[] content = base.content();
        int wounds = 1 + random.nextInt(3);
        Damaging damaging = Damaging.values()[random.nextInt(Damaging.values().length)];
        for (int i = 0; i < wounds && content.length > 0; i++) {
            content = damage(content, damaging);
        }
        // a damaged file that says it is of another kind
        String ending = random.nextInt(10) == 0 ? ENDINGS.get(random.nextInt(ENDINGS.size())) : base.ending();
        return new Hostile(ending, base.kind() + " " + damaging, content);
    }

    private enum Damaging {
        BITS_FLIPPED,
        CUT_OFF,
        ZEROED,
        SWAPPED,
        DOUBLED,
        NOISE_PUT_IN,
        PART_LOST,
        NUMBER_MADE_HUGE,
        HEAD_DAMAGED
    }

    private byte[] damage(byte[] content, Damaging damaging) {
        int at = random.nextInt(content.length);
        int length = 1 + random.nextInt(Math.max(1, Math.min(content.length - at, 1 << random.nextInt(16))));
        byte[] out = content.clone();
        switch (damaging) {
            case BITS_FLIPPED -> flip(out, 0, out.length, 1 << random.nextInt(10));
            case HEAD_DAMAGED -> flip(out, 0, Math.min(out.length, 600), 1 + random.nextInt(12));
            case CUT_OFF -> out = Arrays.copyOf(content, at);
            case ZEROED -> Arrays.fill(out, at, at + Math.min(length, content.length - at), (byte) 0);
            case SWAPPED -> {
                int other = random.nextInt(content.length);
                int part = Math.min(length, content.length - Math.max(at, other));
                System.arraycopy(content, at, out, other, part);
                System.arraycopy(content, other, out, at, part);
            }
            case DOUBLED -> {
                int part = Math.min(length, content.length - at);
                out = joined(content, at + part, Arrays.copyOfRange(content, at, at + part));
            }
            case NOISE_PUT_IN -> {
                byte[] noise = new byte[length];
                random.nextBytes(noise);
                out = joined(content, at, noise);
            }
            case PART_LOST -> {
                int part = Math.min(length, content.length - at);
                out = new byte[content.length - part];
                System.arraycopy(content, 0, out, 0, at);
                System.arraycopy(content, at + part, out, at, content.length - at - part);
            }
            case NUMBER_MADE_HUGE -> makeHuge(out, at);
        }
        return out;
    }

    private void flip(byte[] out, int from, int to, int bits) {
        for (int i = 0; i < bits; i++) {
            out[from + random.nextInt(to - from)] ^= (byte) (1 << random.nextInt(8));
        }
    }

    private static byte[] joined(byte[] content, int at, byte[] added) {
        byte[] out = new byte[content.length + added.length];
        System.arraycopy(content, 0, out, 0, at);
        System.arraycopy(added, 0, out, at, added.length);
        System.arraycopy(content, at, out, at + added.length, content.length - at);
        return out;
    }

    /** The next number written in digits becomes nines; where there is none, four bytes become the largest number. */
    private void makeHuge(byte[] out, int at) {
        int digit = at;
        while (digit < out.length && digit < at + 4000 && !isDigit(out[digit])) {
            digit++;
        }
        if (digit < out.length && isDigit(out[digit]) && random.nextBoolean()) {
            for (int i = digit; i < out.length && isDigit(out[i]); i++) {
                out[i] = '9';
            }
        } else if (out.length >= 4) {
            int value = random.nextBoolean() ? 0x7fffffff : -1;
            ByteBuffer.wrap(out).putInt(Math.min(at, out.length - 4), value);
        }
    }

    private static boolean isDigit(byte value) {
        return value >= '0' && value <= '9';
    }
}
