package org.paperbridge.backentry.csv;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.paperbridge.backentry.BackEntrySite;
import org.paperbridge.backentry.DeliveryReason;
import org.paperbridge.backentry.DeliveryResult;
import org.paperbridge.backentry.RecordDelivery;
import org.paperbridge.backentry.RecordRefusedException;
import org.paperbridge.backentry.RecordSender;
import org.paperbridge.backentry.ReleaseGuard;
import org.paperbridge.backentry.SendingOrder;
import org.paperbridge.form.record.ClinicalRecord;

/**
 * One line a record, appended once.
 *
 * <p>UTF-8 with a byte order mark, because spreadsheets otherwise take French accents for another character set;
 * semicolons, every cell quoted, CR LF. A line that was cut off by a crash is dropped on the next append and written
 * again. Another process may append to the same file: the file is locked meanwhile.
 */
public final class BillingCsv implements RecordSender {

    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final String name;
    private final Path file;
    private final CsvLine lines;

    public BillingCsv(String name, Path file, BackEntrySite site) {
        this.name = name;
        this.file = file;
        this.lines = new CsvLine(site.ward());
    }

    @Override
    public String destination() {
        return name;
    }

    @Override
    public synchronized List<RecordDelivery> send(List<ClinicalRecord> records) {
        List<ClinicalRecord> sorted = SendingOrder.sort(records);
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try (FileChannel channel = FileChannel.open(
                            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                return lock.isValid() ? append(channel, sorted) : later(sorted);
            }
        } catch (IOException e) {
            return later(sorted);
        }
    }

    @Override
    public void close() {}

    private List<RecordDelivery> append(FileChannel channel, List<ClinicalRecord> records) throws IOException {
        byte[] before = new byte[Math.toIntExact(channel.size())];
        ByteBuffer buffer = ByteBuffer.wrap(before);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {}
        String text = new String(before, StandardCharsets.UTF_8);
        String whole = text.substring(0, text.lastIndexOf("\r\n") < 0 ? 0 : text.lastIndexOf("\r\n") + 2);
        Set<String> present = new HashSet<>();
        whole.lines().map(CsvLine::key).forEach(present::add);
        StringBuilder added = new StringBuilder(whole.isEmpty() ? CsvLine.HEADER : "");
        List<RecordDelivery> results = new ArrayList<>();
        for (ClinicalRecord record : records) {
            try {
                ReleaseGuard.check(record);
                if (present.add(record.id())) {
                    added.append(lines.of(record));
                }
                results.add(new RecordDelivery(record.id(), new DeliveryResult.Accepted(record.id())));
            } catch (RecordRefusedException e) {
                results.add(new RecordDelivery(record.id(), new DeliveryResult.Rejected(e.reason())));
            }
        }
        channel.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
        channel.position(channel.size());
        if (whole.isEmpty()) {
            write(channel, MARK);
        }
        write(channel, added.toString().getBytes(StandardCharsets.UTF_8));
        channel.force(true);
        return results;
    }

    private static void write(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private static List<RecordDelivery> later(List<ClinicalRecord> records) {
        DeliveryReason reason = DeliveryReason.of(
                "file-not-writable",
                "Le fichier de facturation ne peut pas être écrit : libérer l'espace ou corriger les droits.",
                "The billing file cannot be written: free some space or correct its permissions.");
        return records.stream()
                .map(record -> new RecordDelivery(record.id(), new DeliveryResult.Retry(reason)))
                .toList();
    }
}
