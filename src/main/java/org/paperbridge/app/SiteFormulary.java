package org.paperbridge.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.function.Supplier;
import org.paperbridge.app.server.ServerRefusedException;
import org.paperbridge.form.formulary.Formulary;
import org.paperbridge.form.formulary.FormularyFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The numbers given so far: read again when the file has changed, because the pharmacy adds a drug while the server runs.
 * A file that cannot be read leaves the numbers known before in force.
 */
final class SiteFormulary implements Supplier<Formulary> {

    private static final Logger LOG = LoggerFactory.getLogger(SiteFormulary.class);
    private static final Stamp NO_FILE = new Stamp(FileTime.fromMillis(0), -1);

    private final Path file;
    private Stamp seen;
    private Formulary known;

    /** @throws ServerRefusedException when the file is damaged: without it a wrong number would contradict nothing */
    SiteFormulary(Path file) {
        this.file = file;
        try {
            this.seen = stamp();
            this.known = FormularyFile.read(file);
        } catch (IOException e) {
            throw new ServerRefusedException(
                    ServerRefusedException.Cause.CONFIGURATION, String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public synchronized Formulary get() {
        try {
            Stamp now = stamp();
            if (!now.equals(seen)) {
                seen = now;
                known = FormularyFile.read(file);
            }
        } catch (IOException e) {
            LOG.warn("Formulary numbers could not be read again: {}", e.getMessage());
        }
        return known;
    }

    private record Stamp(FileTime changed, long size) {}

    private Stamp stamp() throws IOException {
        return Files.exists(file) ? new Stamp(Files.getLastModifiedTime(file), Files.size(file)) : NO_FILE;
    }
}
