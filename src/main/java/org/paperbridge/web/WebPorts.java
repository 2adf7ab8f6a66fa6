package org.paperbridge.web;

import java.time.Clock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.formulary.Formulary;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.source.ScanDesk;
import org.paperbridge.source.Uploads;
import org.paperbridge.validation.account.Accounts;
import org.paperbridge.validation.account.Sessions;
import org.paperbridge.validation.audit.AuditTrail;
import org.paperbridge.validation.batch.BatchSheetPrinter;
import org.paperbridge.validation.batch.Batches;
import org.paperbridge.validation.dashboard.Dashboards;
import org.paperbridge.validation.delivery.Deliveries;
import org.paperbridge.validation.ledger.Ledger;
import org.paperbridge.validation.queue.Decisions;
import org.paperbridge.validation.queue.ReviewQueue;
import org.paperbridge.validation.queue.ScanCrops;
import org.paperbridge.validation.release.Releases;
import org.paperbridge.validation.situation.Situations;

/**
 * What the screens may use.
 *
 * @param census who the patient numbers on the pages are; asked anew for every page
 * @param formulary what the numbers of products mean
 * @param random for one-time passwords; must be cryptographically strong outside tests
 */
public record WebPorts(
        FormCatalogue forms,
        ReviewQueue queue,
        Decisions decisions,
        Releases releases,
        ScanCrops crops,
        Accounts accounts,
        Sessions sessions,
        AuditTrail audit,
        Situations situations,
        Ledger ledger,
        Batches batches,
        Deliveries deliveries,
        Dashboards dashboards,
        BatchSheetPrinter batchSheets,
        Uploads uploads,
        ScanDesk scanners,
        Supplier<Census> census,
        Supplier<Formulary> formulary,
        Clock clock,
        RandomGenerator random) {}
