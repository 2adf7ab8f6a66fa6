package org.paperbridge.route.source;

import java.io.File;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileExclusiveReadLockStrategy;
import org.apache.camel.component.file.GenericFileOperations;
import org.paperbridge.intake.FileEnd;
import org.paperbridge.route.source.Settling.Look;

/**
 * Camel's question whether a file may be taken, answered without waiting for any single one: a folder of five hundred
 * files needs one look, not five hundred pauses. The options of Camel's own strategies carry the times: {@code
 * readLockCheckInterval} is how long a file must rest, {@code readLockTimeout} how long one without an end.
 */
public final class SettledFiles<T> implements GenericFileExclusiveReadLockStrategy<T> {

    private final Settling settling;

    public SettledFiles(Clock clock) {
        this.settling = new Settling(clock);
    }

    @Override
    public boolean acquireExclusiveReadLock(
            GenericFileOperations<T> operations, GenericFile<T> file, Exchange exchange) {
        GenericFileEndpoint<?> endpoint = (GenericFileEndpoint<?>) exchange.getFromEndpoint();
        return settling.isDone(
                file.getAbsoluteFilePath(),
                new Look(file.getFileLength(), file.getLastModified()),
                Duration.ofMillis(endpoint.getReadLockCheckInterval()),
                Duration.ofMillis(endpoint.getReadLockTimeout()),
                () -> end(file));
    }

    /** Only a folder's file can be looked into; a remote one would have to be fetched for it. */
    private static Settling.End end(GenericFile<?> file) {
        if (!(file.getFile() instanceof File local)) {
            return Settling.End.THERE;
        }
        try {
            return switch (FileEnd.of(local.toPath())) {
                case THERE -> Settling.End.THERE;
                case MISSING -> Settling.End.MISSING;
                case MISSING_OF_PICTURE -> Settling.End.MISSING_OF_PICTURE;
            };
        } catch (IOException e) {
            // its writer keeps it to itself
            return Settling.End.MISSING;
        }
    }

    @Override
    public void releaseExclusiveReadLockOnCommit(
            GenericFileOperations<T> operations, GenericFile<T> file, Exchange exchange) {
        settling.forget(file.getAbsoluteFilePath());
    }

    @Override
    public void prepareOnStartup(GenericFileOperations<T> operations, GenericFileEndpoint<T> endpoint) {}

    @Override
    public void releaseExclusiveReadLockOnAbort(
            GenericFileOperations<T> operations, GenericFile<T> file, Exchange exchange) {}

    @Override
    public void releaseExclusiveReadLockOnRollback(
            GenericFileOperations<T> operations, GenericFile<T> file, Exchange exchange) {}

    @Override
    public void setTimeout(long timeout) {}

    @Override
    public void setCheckInterval(long checkInterval) {}

    @Override
    public void setReadLockLoggingLevel(LoggingLevel readLockLoggingLevel) {}

    @Override
    public void setMarkerFiler(boolean markerFile) {}

    @Override
    public void setDeleteOrphanLockFiles(boolean deleteOrphanLockFiles) {}
}
