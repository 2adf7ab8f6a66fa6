package org.paperbridge.route;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.paperbridge.store.Store;
import org.paperbridge.store.object.ObjectStore.StoredObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes delivered files: bytes first, then the row; after that the route may move the file. */
public final class OriginalIntake {

    private static final Logger LOG = LoggerFactory.getLogger(OriginalIntake.class);

    private final Store store;

    public OriginalIntake(Store store) {
        this.store = store;
    }

    /** @param file as delivered; stays where it is */
    public String receive(java.io.File file) throws IOException {
        try {
            return receive(file.toPath());
        } catch (FileSystemException e) {
            // The path is left out: file names may name a patient.
            throw new IOException("A delivered file could not be kept: " + e.getReason());
        }
    }

    private String receive(Path file) throws IOException {
        StoredObject object;
        try (InputStream in = Files.newInputStream(file)) {
            object = store.objects().put(in);
        }
        boolean fresh = store.originals().receive(object, file.getFileName().toString());
        LOG.info(
                "File {} received, {} bytes{}",
                object.sha256().substring(0, 12),
                object.size(),
                fresh ? "" : "; the same bytes were delivered before");
        return Wake.LOOK;
    }
}
