package org.paperbridge.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.paperbridge.cli.Printing;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.page.PrintedForm;
import org.paperbridge.key.KeyRing;
import org.paperbridge.kit.FormIssuer;
import org.paperbridge.kit.IssuedForm;
import org.paperbridge.kit.KitFile;
import org.paperbridge.simulate.BadScanner;
import org.paperbridge.simulate.Damage;
import org.paperbridge.simulate.FormFiller;
import org.paperbridge.simulate.Hand;
import org.paperbridge.simulate.TruthMaker;
import org.paperbridge.simulate.pdfbox.PrintedPages;
import org.paperbridge.simulate.pdfbox.ScanFiles;

/** Fills pages of the printed kits with real handwriting, scans them badly, and adds what else lands in a scan folder. */
final class StackMaker {

    private final FormCatalogue forms;
    private final FormFiller filler;
    private final Path folder;
    private final LocalDateTime now;
    private final SplittableRandom random;
    private final Stack stack = new Stack();

    StackMaker(FormCatalogue forms, Hand hand, Path folder, LocalDateTime now, long seed) {
        this.forms = forms;
        this.filler = new FormFiller(hand);
        this.folder = folder;
        this.now = now;
        this.random = new SplittableRandom(seed);
    }

    /** One side to scan. */
    private record Sheet(Written written, BufferedImage paper) {}

    /** @param perFile how many forms of every kit file somebody wrote on */
    Stack make(Path kits, List<KitFile> files, int perFile) throws IOException {
        List<Sheet> sheets = new ArrayList<>();
        for (KitFile file : files) {
            if (!file.forms().isEmpty()) {
                boolean blank = file.forms().getFirst().patientId().isEmpty();
                boolean admission = file.forms().getFirst().form().form().equals("admission");
                if (!blank || admission) {
                    sheets.addAll(fill(
                            kits.resolve(file.path()),
                            file,
                            Math.min(perFile, file.forms().size())));
                }
            }
        }
        int third = Math.max(1, sheets.size() / 3);
        scanToPdf("ward-morning.pdf", sheets.subList(0, third));
        scanToTiff("ward-evening.tif", sheets.subList(third, Math.min(2 * third, sheets.size())));
        scanToPdf("ward-night.pdf", sheets.subList(Math.min(2 * third, sheets.size()), sheets.size()));
        again(sheets.getFirst());
        otherHospital();
        unusable(sheets.getFirst());
        return stack;
    }

    private List<Sheet> fill(Path pdf, KitFile file, int count) throws IOException {
        List<Sheet> sheets = new ArrayList<>();
        try (PrintedPages pages = new PrintedPages(pdf)) {
            int index = 0;
            int written = 0;
            for (PrintedForm printed : file.forms()) {
                FormTemplate form = forms.findForm(printed.form()).orElseThrow();
                if (printed.copy() > 1) {
                    index += form.layout().pages().size(); // copies stay in the pharmacy, which scans none of them here
                    continue;
                }
                if (written++ == count) {
                    break;
                }
                Map<String, List<String>> truth = new HashMap<>(new TruthMaker(random, now).make(form));
                for (int page = 1; page <= form.layout().pages().size(); page++) {
                    BufferedImage paper = pages.page(index++);
                    filler.fill(paper, form.layout().getPage(page), truth, random);
                    sheets.add(new Sheet(new Written(form, printed.serial(), page, truth, true), paper));
                }
            }
        }
        return sheets;
    }

    /** Grey JPEG pages, some turned, one with coffee over a code, a blank back at the end. */
    private void scanToPdf(String name, List<Sheet> sheets) throws IOException {
        List<BufferedImage> scans = new ArrayList<>();
        List<Written> written = new ArrayList<>();
        for (int i = 0; i < sheets.size(); i++) {
            Sheet sheet = sheets.get(i);
            if (i == 1) {
                BadScanner.coffee(sheet.paper(), 0.77, 0.03, 0.15, 0.1);
            }
            Damage damage = i % 3 == 2 ? Damage.HARD : Damage.MILD;
            scans.add(BadScanner.scan(sheet.paper(), damage.turned(i % 4 == 3 ? 2 : 0), random));
            written.add(sheet.written());
        }
        scans.add(BadScanner.scan(white(), Damage.MILD, random));
        Path file = folder.resolve(name);
        ScanFiles.writePdf(file, scans, 300);
        stack.add(file, scans.size(), written);
    }

    /** Black and white, as the fax beside the ward sends it. */
    private void scanToTiff(String name, List<Sheet> sheets) throws IOException {
        List<BufferedImage> scans = new ArrayList<>();
        for (Sheet sheet : sheets) {
            scans.add(BadScanner.bilevel(BadScanner.scan(sheet.paper(), Damage.MILD, random)));
        }
        Path file = folder.resolve(name);
        ScanFiles.writeTiff(file, scans, "CCITT T.6");
        stack.add(file, scans.size(), sheets.stream().map(Sheet::written).toList());
    }

    /** The same sheet a second time, in another file. */
    private void again(Sheet sheet) throws IOException {
        Path file = folder.resolve("scanned-twice.pdf");
        ScanFiles.writePdf(file, List.of(BadScanner.scan(sheet.paper(), Damage.MILD, random)), 300);
        Written twice = new Written(
                sheet.written().form(),
                sheet.written().serial(),
                sheet.written().page(),
                sheet.written().truth(),
                false);
        stack.add(file, 1, List.of(twice));
    }

    /** A page of another hospital, and one that names this hospital but was made without its keys. */
    private void otherHospital() throws IOException {
        for (int site : List.of(2, 1)) {
            KeyRing ring = KeyRing.generate(site, new SecureRandom());
            FormIssuer issuer = new FormIssuer(site, java.time.Clock.systemUTC(), new SecureRandom());
            IssuedForm issued =
                    issuer.issue(forms.findNewest("prescription").orElseThrow(), Optional.empty(), Map.of());
            Path pdf = folder.resolve("printed-elsewhere.tmp");
            Printing.writer(ring).write(pdf, "elsewhere", "fr", List.of(issued));
            try (PrintedPages pages = new PrintedPages(pdf)) {
                Path file = folder.resolve(site == 2 ? "other-hospital.pdf" : "altered-code.pdf");
                ScanFiles.writePdf(file, List.of(BadScanner.scan(pages.page(0), Damage.MILD, random)), 300);
                stack.add(file, 1, List.of(new Written(issued.form(), issued.serial(), 1, Map.of(), false)));
            }
            Files.delete(pdf);
        }
    }

    private void unusable(Sheet sheet) throws IOException {
        write("renamed.pdf", "ceci n'est pas un PDF".getBytes(StandardCharsets.UTF_8));
        write("torn-file.pdf", "%PDF-1.6\nnothing behind it".getBytes(StandardCharsets.UTF_8));
        Path locked = folder.resolve("password.pdf");
        ScanFiles.writeProtectedPdf(locked, List.of(sheet.paper()), 300);
        stack.add(locked, 0, List.of());
    }

    private void write(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, content);
        stack.add(file, 0, List.of());
    }

    private static BufferedImage white() {
        BufferedImage page = new BufferedImage(2480, 3508, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = page.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, page.getWidth(), page.getHeight());
        g.dispose();
        return page;
    }
}
