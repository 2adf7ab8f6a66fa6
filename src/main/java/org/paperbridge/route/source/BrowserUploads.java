package org.paperbridge.route.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.paperbridge.intake.DeliveredFiles;
import org.paperbridge.route.OriginalIntake;
import org.paperbridge.source.Uploads;

/** Streams what a browser sends straight into the encrypted store. */
public final class BrowserUploads implements Uploads {

    /** Its word in the history of a file. */
    private static final String SOURCE = "upload";

    private final OriginalIntake intake;
    private final long largest;

    /** @param largest bytes of one file */
    public BrowserUploads(OriginalIntake intake, long largest) {
        this.intake = intake;
        this.largest = largest;
    }

    @Override
    public Answer keep(InputStream content, String fileName, long length) throws IOException {
        if (length > largest) {
            return Answer.TOO_LARGE;
        }
        byte[] head = content.readNBytes(DeliveredFiles.HEAD_BYTES);
        if (head.length == 0) {
            return Answer.EMPTY;
        }
        if (!DeliveredFiles.isKnown(head)) {
            return Answer.NOT_A_SCAN;
        }
        try (InputStream whole =
                new SequenceInputStream(new ByteArrayInputStream(head), new AtMost(content, largest - head.length))) {
            return intake.keep(whole, fileName, SOURCE, length) ? Answer.KEPT : Answer.KNOWN;
        } catch (AtMost.TooLargeException e) {
            return Answer.TOO_LARGE;
        }
    }
}
