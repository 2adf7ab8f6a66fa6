package org.paperbridge.validation.batch;

import java.util.List;
import java.util.Optional;
import org.paperbridge.form.page.ScanRef;

/** What came through the scanners, stack by stack. */
public interface Batches {

    /** Batches of the newest stacks, newest stack first, in a stack in order. */
    List<ScannedBatch> list(int mostStacks);

    /** The batch a side came in; empty when there is no such side. */
    Optional<ScannedBatch> findBatch(ScanRef scan);
}
