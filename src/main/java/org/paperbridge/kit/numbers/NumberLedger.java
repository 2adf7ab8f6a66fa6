package org.paperbridge.kit.numbers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * All ranges ever given out, one line each, in a file that only grows. A lock keeps two processes apart, and every line
 * is forced to the disk before its numbers may be printed.
 *
 * <p>Should the file be lost with its home, the next one does not begin at zero: counters start at a thousand for every
 * day since 2026, which is ahead of any hospital that prints fewer than a thousand new-patient numbers a day.
 */
public final class NumberLedger implements NumberPool {

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
    private static final int PER_DAY = 1000;
    /** The file lock keeps processes apart, this one the threads of one process. */
    private static final Lock THREADS = new ReentrantLock();

    private final Path file;
    private final Clock clock;

    public NumberLedger(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    @Override
    public NumberRange take(String unit, int count) throws IOException {
        if (count < 1) {
            throw new IllegalArgumentException("At least one number is taken, got " + count);
        }
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow();
        Files.createDirectories(folder);
        THREADS.lock();
        try (FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            String whole = wholeLines(channel);
            int from = next(parse(whole));
            if (from > NumberScheme.MOST - count + 1) {
                throw new IOException("Temporary numbers are used up in " + file
                        + "; move that file away and choose another prefix.");
            }
            NumberRange range = new NumberRange(
                    clock.instant().truncatedTo(ChronoUnit.SECONDS), onOneLine(unit), from, from + count - 1);
            append(channel, whole.getBytes(StandardCharsets.UTF_8).length, line(range));
            return range;
        } finally {
            THREADS.unlock();
        }
    }

    /** Every range given out so far, oldest first. */
    public List<NumberRange> ranges() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return parse(wholeLines(channel));
        }
    }

    /**
     * Counters that were given, cut out of the ranges they were given in, each with its unit: for labels that are printed
     * again.
     *
     * @param from first counter
     * @param to last counter, inclusive
     * @return empty when one of them was not given
     */
    public List<NumberRange> given(int from, int to) throws IOException {
        List<NumberRange> parts = ranges().stream()
                .filter(range -> range.from() <= to && range.to() >= from)
                .map(range -> new NumberRange(
                        range.at(), range.unit(), Math.max(from, range.from()), Math.min(to, range.to())))
                .toList();
        int found = parts.stream().mapToInt(part -> part.to() - part.from() + 1).sum();
        return found == to - from + 1 ? parts : List.of();
    }

    private int next(List<NumberRange> given) {
        long days = ChronoUnit.DAYS.between(FIRST_DAY, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        int floor = (int) Math.clamp(days * PER_DAY, 0L, (long) NumberScheme.MOST);
        return given.stream().mapToInt(range -> range.to() + 1).reduce(floor, Math::max);
    }

    /** A last line without its end was never acknowledged: its numbers were not printed. */
    private static String wholeLines(FileChannel channel) throws IOException {
        channel.position(0);
        InputStream in = Channels.newInputStream(channel);
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return text.substring(0, text.lastIndexOf('\n') + 1);
    }

    private List<NumberRange> parse(String text) throws IOException {
        List<NumberRange> ranges = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String[] cells = lines.get(i).split("\t", -1);
            try {
                ranges.add(new NumberRange(
                        Instant.parse(cells[0]), cells[1], Integer.parseInt(cells[2]), Integer.parseInt(cells[3])));
            } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw new IOException(file + ":" + (i + 1)
                        + ": not a line of given numbers. Restore the file from its safe copy; do not delete it.");
            }
        }
        return ranges;
    }

    private static void append(FileChannel channel, long at, String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        channel.truncate(at);
        channel.position(at);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    private static String line(NumberRange range) {
        return range.at() + "\t" + range.unit() + "\t" + range.from() + "\t" + range.to() + "\n";
    }

    private static String onOneLine(String unit) {
        return unit.replaceAll("\\p{Cntrl}", " ");
    }
}
