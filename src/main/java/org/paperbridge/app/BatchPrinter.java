package org.paperbridge.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.paperbridge.app.settings.ServerSettings;
import org.paperbridge.cli.Printing;
import org.paperbridge.form.batch.BatchLabel;
import org.paperbridge.key.KeyRing;
import org.paperbridge.pagecode.BatchCodec;
import org.paperbridge.pagecode.Serial;
import org.paperbridge.validation.batch.BatchSheetPrinter;

/** Batch sheets with the keys of a home. They name no patient, so a file in passing harms nobody. */
final class BatchPrinter implements BatchSheetPrinter {

    private final ServerSettings settings;
    private final KeyRing keys;

    BatchPrinter(ServerSettings settings, KeyRing keys) {
        this.settings = settings;
        this.keys = keys;
    }

    @Override
    public byte[] print(String unit, String shift, String operator, Optional<Integer> expected, String language) {
        BatchLabel label = new BatchLabel(
                keys.site(),
                Serial.random(new SecureRandom()),
                unit,
                shift,
                operator,
                expected,
                Clock.systemUTC().instant());
        BatchCodec.requireFit(label);
        try {
            Path file = Files.createTempFile(settings.home(), "batch-", ".pdf");
            try {
                Printing.batch(keys, settings.ward()).write(file, label, false, language);
                return Files.readAllBytes(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The batch sheet cannot be made", e);
        }
    }
}
