package org.paperbridge.app.server;

import java.time.Clock;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.source.ScanDesk;
import org.paperbridge.source.Uploads;
import org.paperbridge.validation.account.Accounts;
import org.paperbridge.validation.account.Sessions;
import org.paperbridge.validation.audit.AuditTrail;
import org.paperbridge.validation.batch.Batches;
import org.paperbridge.validation.dashboard.Dashboards;
import org.paperbridge.validation.delivery.Deliveries;
import org.paperbridge.validation.ledger.Ledger;
import org.paperbridge.validation.queue.Decisions;
import org.paperbridge.validation.queue.ReviewQueue;
import org.paperbridge.validation.queue.ScanCrops;
import org.paperbridge.validation.release.Releases;
import org.paperbridge.validation.situation.Situations;

/** Starts the reviewer screens on the ports a server gives. */
@FunctionalInterface
public interface WebPart {

    /**
     * Runs until closed.
     *
     * @param port 0 for any free one
     */
    Screens start(Ports ports, String address, int port);

    /**
     * Screens that run.
     *
     * @param port on which they listen
     */
    record Screens(int port, Runnable stop) implements AutoCloseable {

        @Override
        public void close() {
            stop.run();
        }
    }

    /** What the screens may use. */
    record Ports(
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
            Uploads uploads,
            ScanDesk scanners,
            Clock clock) {}
}
