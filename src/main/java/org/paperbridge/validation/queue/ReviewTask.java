package org.paperbridge.validation.queue;

import java.time.Instant;
import java.util.Optional;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.form.page.ScanRef;

/**
 * One piece of work in the validation queue: a page, or a file that has no pages.
 *
 * @param id opaque, safe in a URL
 * @param original SHA-256 of the delivered file, hex
 * @param scan the side it is about; empty for {@link TaskKind#EXAMINE_FILE}
 * @param reason machine word for why it exists, e.g. {@code low-confidence}, {@code forged}, {@code password-protected}
 * @param form when the page is known
 * @param page of the form, from 1, when the page is known
 * @param openFields fields that still wait for a person
 * @param priority lower comes first
 * @param version rises with every change; send it back with a decision
 */
public record ReviewTask(
        String id,
        TaskKind kind,
        TaskState state,
        String original,
        Optional<ScanRef> scan,
        String reason,
        Optional<FormRef> form,
        Optional<Integer> page,
        int openFields,
        int priority,
        int version,
        Optional<Lease> lease,
        Instant createdAt) {}
