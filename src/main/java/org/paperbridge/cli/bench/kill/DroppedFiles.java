package org.paperbridge.cli.bench.kill;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.paperbridge.cli.bench.FilledPages;
import org.paperbridge.demo.Written;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.simulate.BadScanner;
import org.paperbridge.simulate.Damage;
import org.paperbridge.simulate.pdfbox.ScanFiles;
import org.paperbridge.store.Store;

/** What was dropped into the inbox, and whether every page of it is there once. */
final class DroppedFiles {

    private final FilledPages made;
    private final Path inbox;
    private final List<String> hashes = new ArrayList<>();
    private final Map<ScanRef, Written> sides = new HashMap<>();

    DroppedFiles(FilledPages made, Path inbox) {
        this.made = made;
        this.inbox = inbox;
    }

    Map<ScanRef, Written> sides() {
        return sides;
    }

    int files() {
        return hashes.size();
    }

    /** A file of scanned pages, every third one a fax; as a scanner does it, under another name first. */
    void drop(int pages) throws IOException {
        boolean fax = hashes.size() % 3 == 2;
        List<BufferedImage> scans = new ArrayList<>();
        List<FilledPages.Sheet> sheets = made.make(pages, true).subList(0, pages);
        for (FilledPages.Sheet sheet : sheets) {
            BufferedImage scan = BadScanner.scan(sheet.paper(), Damage.MILD, made.random());
            scans.add(fax ? BadScanner.bilevel(scan) : scan);
        }
        String name = "stack-" + hashes.size() + (fax ? ".tif" : ".pdf");
        Path part = inbox.resolveSibling(name + ".part");
        if (fax) {
            ScanFiles.writeTiff(part, scans, "CCITT T.6");
        } else {
            ScanFiles.writePdf(part, scans, 300);
        }
        String hash = sha256(Files.newInputStream(part));
        hashes.add(hash);
        for (int i = 0; i < sheets.size(); i++) {
            FilledPages.Sheet sheet = sheets.get(i);
            sides.put(
                    new ScanRef(hash, i), new Written(sheet.form(), sheet.serial(), sheet.page(), sheet.truth(), true));
        }
        Files.move(part, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Everything that is not as it must be. */
    List<String> problems(Store store, Path done) throws IOException {
        List<String> problems = new ArrayList<>();
        try (Stream<Path> left = Files.list(inbox)) {
            left.filter(Files::isRegularFile).forEach(file -> problems.add("left in the inbox: " + file.getFileName()));
        }
        Map<String, Integer> moved = new HashMap<>();
        try (Stream<Path> files = Files.list(done)) {
            for (Path file : files.toList()) {
                moved.merge(sha256(Files.newInputStream(file)), 1, Integer::sum);
            }
        }
        for (String hash : hashes) {
            if (moved.getOrDefault(hash, 0) != 1) {
                problems.add(moved.getOrDefault(hash, 0) + " files in done with the bytes of " + hash.substring(0, 12));
            }
            if (!sha256(Channels.newInputStream(store.objects().open(hash))).equals(hash)) {
                problems.add("the kept original " + hash.substring(0, 12) + " has other bytes");
            }
        }
        long counted = store.situations().count().scans().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        if (counted != sides.size()) {
            problems.add(counted + " sides are kept, " + sides.size() + " were delivered");
        }
        sides.forEach((scan, written) ->
                wrong(store.scans().findOutcome(scan), written).ifPresent(what -> problems.add(scan + ": " + what)));
        if (store.audit().findBreak().isPresent()) {
            problems.add("the audit trail is broken");
        }
        return problems;
    }

    private static Optional<String> wrong(Optional<PageOutcome> outcome, Written written) {
        if (outcome.isEmpty()) {
            return Optional.of("has no outcome");
        }
        if (!(outcome.get() instanceof PageOutcome.Read read)) {
            return Optional.of("is " + outcome.get().code());
        }
        boolean right = read.identity().serial().equals(written.serial())
                && read.identity().page() == written.page();
        return right ? Optional.empty() : Optional.of("was taken for another page");
    }

    private static String sha256(InputStream content) throws IOException {
        try (InputStream in = content) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
