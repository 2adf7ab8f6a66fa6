package org.paperbridge.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.paperbridge.backentry.DeliveryResult;
import org.paperbridge.backentry.RecordDelivery;
import org.paperbridge.backentry.RecordSender;
import org.paperbridge.form.record.ClinicalRecord;
import org.paperbridge.store.Store;
import org.paperbridge.store.StoreSettings;
import org.paperbridge.store.TestStore;

/** The pipeline in a process of its own, to be killed. Arguments: home, name of this start. */
public final class KillableServer {

    private KillableServer() {}

    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[0]);
        try (Store store = TestStore.open(
                        new StoreSettings("jdbc:sqlite:" + home.resolve("paperbridge.db"), "", ""),
                        home,
                        Clock.systemUTC());
                Pipeline running = RunningPipeline.start(
                        store,
                        home,
                        List.of(new FileReceiver("fhir", home), new FileReceiver("billing", home)),
                        args[1])) {
            Files.createFile(home.resolve("ready-" + args[1]));
            Thread.sleep(600_000);
        }
    }

    /** A receiver that knows a record by its id, as real ones must. */
    record FileReceiver(String destination, Path home) implements RecordSender {

        @Override
        public List<RecordDelivery> send(List<ClinicalRecord> records) {
            for (ClinicalRecord record : records) {
                try {
                    Files.createDirectories(home.resolve(destination));
                    Files.createFile(home.resolve(destination).resolve(record.id()));
                } catch (FileAlreadyExistsException e) {
                    // sent before the kill, not yet acknowledged
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return records.stream()
                    .map(r -> new RecordDelivery(r.id(), new DeliveryResult.Accepted(r.id())))
                    .toList();
        }

        @Override
        public void close() {}
    }
}
