package org.paperbridge.kit.numbers;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.paperbridge.form.formulary.Formulary;
import org.paperbridge.form.formulary.FormularyEntry;
import org.paperbridge.form.formulary.FormularyFile;
import org.paperbridge.form.formulary.FormularyNumber;
import org.paperbridge.form.formulary.Product;

/**
 * Gives each product its number, once and for ever, in a file that only grows. A number on a sheet in a drawer must mean
 * next year what it meant when it was written: the number of a product that is given out no longer goes to no other one.
 * Lines are forced to the disk before a number may be printed; two processes are kept apart by a lock.
 */
public final class FormularyLedger {

    /** The file lock keeps processes apart, this one the threads of one process. */
    private static final Lock THREADS = new ReentrantLock();

    private final Path file;

    public FormularyLedger(Path file) {
        this.file = file;
    }

    /**
     * The products under their numbers, in the same order; a new one gets the next free number. Nothing is written when
     * there is nothing new.
     *
     * @throws IOException also when the file is damaged, or the numbers are used up
     */
    public List<FormularyEntry> number(List<Product> products) throws IOException {
        Files.createDirectories(
                Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow());
        THREADS.lock();
        try (FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            byte[] whole = wholeLines(channel);
            Formulary given = FormularyFile.parse(file, whole);
            Map<String, FormularyEntry> known = new HashMap<>();
            given.entries().forEach(entry -> known.put(entry.product().key(), entry));
            int next = given.entries().stream()
                            .mapToInt(entry -> entry.number().counter())
                            .max()
                            .orElse(0)
                    + 1;
            StringBuilder lines = new StringBuilder(whole.length == 0 ? FormularyFile.HEADING + "\n" : "");
            int before = lines.length();
            List<FormularyEntry> numbered = new ArrayList<>();
            for (Product product : products) {
                FormularyEntry old = known.get(product.key());
                if (old == null && next > FormularyNumber.MOST) {
                    throw new IOException("Formulary numbers are used up in " + file + "; there are "
                            + FormularyNumber.MOST + " of them.");
                }
                FormularyEntry now =
                        new FormularyEntry(old == null ? FormularyNumber.of(next++) : old.number(), product);
                if (!now.equals(old)) {
                    lines.append(FormularyFile.line(now)).append('\n');
                    known.put(product.key(), now);
                }
                numbered.add(now);
            }
            if (lines.length() > before) {
                append(channel, lines.toString());
            }
            return numbered;
        } finally {
            THREADS.unlock();
        }
    }

    /**
     * Read through the channel that holds the lock, because Windows lets no other one. A last line without its end was
     * never acknowledged: its number was not printed.
     */
    private static byte[] wholeLines(FileChannel channel) throws IOException {
        channel.position(0);
        byte[] all = Channels.newInputStream(channel).readAllBytes();
        int end = all.length;
        while (end > 0 && all[end - 1] != '\n') {
            end--;
        }
        if (end < all.length) {
            channel.truncate(end);
        }
        return Arrays.copyOf(all, end);
    }

    private static void append(FileChannel channel, String lines) throws IOException {
        channel.position(channel.size());
        ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }
}
