package org.paperbridge.kit;

import java.time.Instant;
import java.util.Optional;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.form.page.PrintedForm;

/**
 * One form in a file of a kit, as the manifest lists it: without its patient.
 *
 * @param copy 1 for the original
 * @param printedAt to the minute
 * @param blank names nobody
 * @param mark keyed, of everything printed on it but the time; empty when nobody will compare
 * @param printed for the registry; empty when it was taken over from the kit before
 */
public record KitSheet(
        String serial,
        FormRef form,
        int copy,
        Instant printedAt,
        boolean blank,
        String mark,
        Optional<PrintedForm> printed) {}
