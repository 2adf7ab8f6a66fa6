package org.paperbridge.intake.imageio;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.paperbridge.intake.BufferedChannel;
import org.paperbridge.intake.UndecodableException;
import org.paperbridge.intake.UndecodableException.Reason;

/** Follows a TIFF's pages from one to the next before a reader does that never asks whether it was there before. */
final class TiffChain {

    private static final int ENTRY_BYTES = 12;

    private final BufferedChannel content;
    private final boolean littleEndian;

    private TiffChain(BufferedChannel content, boolean littleEndian) {
        this.content = content;
        this.littleEndian = littleEndian;
    }

    /** @throws UndecodableException when pages run in a ring */
    static void check(BufferedChannel content) throws IOException {
        new TiffChain(content, content.read(0) == 'I').follow();
    }

    private void follow() throws IOException {
        Set<Long> seen = new HashSet<>();
        long at = number(4, 4);
        while (at > 0 && at < content.size()) {
            if (!seen.add(at)) {
                throw new UndecodableException(Reason.CORRUPT);
            }
            at = number(at + 2 + number(at, 2) * ENTRY_BYTES, 4);
        }
    }

    /** 0 beyond the end. */
    private long number(long at, int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            int next = content.read(at + (littleEndian ? bytes - 1 - i : i));
            if (next < 0) {
                return 0;
            }
            value = value << 8 | next;
        }
        return value;
    }
}
