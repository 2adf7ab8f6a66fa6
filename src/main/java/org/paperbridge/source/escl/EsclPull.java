package org.paperbridge.source.escl;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import org.paperbridge.source.PageKeeper;
import org.paperbridge.source.ScanEnd;
import org.paperbridge.source.ScanSettings;
import org.paperbridge.source.ScanSettings.Format;
import org.paperbridge.source.ScanTrouble;
import org.paperbridge.source.ScanWatch;

/** One job at a scanner, from its first page to its last. */
final class EsclPull {

    private final EsclScanner scanner;
    private final URI job;
    private final ScanSettings settings;
    private final PageKeeper keeper;
    private final ScanWatch watch;
    private int kept;

    EsclPull(EsclScanner scanner, URI job, ScanSettings settings, PageKeeper keeper, ScanWatch watch) {
        this.scanner = scanner;
        this.job = job;
        this.settings = settings;
        this.keeper = keeper;
        this.watch = watch;
    }

    ScanEnd run() throws InterruptedException {
        try {
            Optional<InputStream> page = scanner.next(job);
            while (page.isPresent()) {
                EsclScanner.keep(keeper, page.get(), scanner.fileName(kept + 1, settings.format()));
                kept++;
                watch.kept(kept);
                if (watch.cancelled()) {
                    scanner.cancel(job);
                    return ScanEnd.stopped(kept, ScanTrouble.CANCELLED);
                }
                page = scanner.next(job);
            }
            return end();
        } catch (IOException e) {
            ScanTrouble trouble = troubleNow().orElse(EsclScanner.kindOf(e));
            scanner.cancel(job);
            return ScanEnd.stopped(kept, trouble);
        } catch (InterruptedException e) {
            scanner.cancel(job);
            throw e;
        }
    }

    /**
     * "No more pages" is also what a device says after a jam: only its status tells them apart, and it may count more
     * sides than came over.
     */
    private ScanEnd end() throws IOException, InterruptedException {
        EsclStatus after = scanner.status();
        Optional<ScanTrouble> trouble = after.trouble().filter(t -> t != ScanTrouble.BUSY);
        if (trouble.isPresent()) {
            return new ScanEnd(kept, trouble);
        }
        Optional<EsclStatus.Job> said = after.job(job.getPath().replaceAll("/$", ""));
        if (said.filter(j -> j.state().equals("Aborted")).isPresent()) {
            return ScanEnd.stopped(kept, ScanTrouble.BROKE_OFF);
        }
        if (said.filter(j -> j.state().equals("Canceled")).isPresent()) {
            return ScanEnd.stopped(kept, ScanTrouble.CANCELLED);
        }
        boolean aPictureASide = settings.format() == Format.JPEG;
        if (aPictureASide
                && said.flatMap(EsclStatus.Job::images).filter(n -> n > kept).isPresent()) {
            return ScanEnd.stopped(kept, ScanTrouble.BROKE_OFF);
        }
        return kept == 0 ? ScanEnd.stopped(0, ScanTrouble.FEEDER_EMPTY) : ScanEnd.complete(kept);
    }

    private Optional<ScanTrouble> troubleNow() throws InterruptedException {
        try {
            return scanner.status().trouble().filter(t -> t != ScanTrouble.BUSY);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
