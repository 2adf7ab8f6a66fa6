package org.paperbridge.roundtrip;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.paperbridge.key.KeyRing;
import org.paperbridge.key.SiteKeys;
import org.paperbridge.simulate.BadScanner;
import org.paperbridge.simulate.Damage;

/** Prints and scans the cases that are not there yet, and writes down what the stages make of all of them. */
final class RemakeTestScans {

    private RemakeTestScans() {}

    public static void main(String[] args) throws IOException {
        if (!Files.exists(Ward.TEST_SCANS.resolve(SiteKeys.RING))) {
            new SiteKeys(Ward.TEST_SCANS, Ward.PASSPHRASE).create(7, new java.security.SecureRandom());
        }
        Path work = Files.createTempDirectory("test-scans");
        try (Ward ward = Ward.ofTestScans(work)) {
            make(
                    ward,
                    "01-admission",
                    "admission",
                    101,
                    Damage.MILD,
                    paper -> {},
                    "An admission sheet, a little crooked.");
            make(
                    ward,
                    "02-prescription-upside-down",
                    "prescription",
                    102,
                    Damage.MILD.turned(2),
                    paper -> {},
                    "A prescription chart that went into the feeder upside down.");
            make(
                    ward,
                    "03-observation-hard",
                    "observation",
                    103,
                    Damage.HARD,
                    paper -> {},
                    "An observation chart, copied pale and scanned crooked with perspective.");
            make(
                    ward,
                    "04-one-code-under-coffee",
                    "prescription",
                    104,
                    Damage.MILD,
                    RemakeTestScans::coverTop,
                    "Coffee over the upper page code; the lower one is enough.");
            make(
                    ward,
                    "05-both-codes-under-coffee",
                    "admission",
                    105,
                    Damage.MILD,
                    paper -> {
                        coverTop(paper);
                        BadScanner.coffee(paper, 0.1, 0.87, 0.14, 0.11);
                    },
                    "Both page codes are gone: the printed short code names the page, and the registry knows it.");
            make(
                    ward,
                    "06-left-corners-torn",
                    "observation",
                    106,
                    Damage.MILD,
                    RemakeTestScans::tearLeft,
                    "Both left corners are torn off: the page is known, but nothing on it may be read by guessing.");
        }
        try (Ward ward = Ward.ofTestScans(work)) {
            for (Path folder : TestScansTest.cases()) {
                for (Map.Entry<String, String> file :
                        new ScanCase(folder).read(ward).entrySet()) {
                    Files.writeString(folder.resolve(file.getKey()), file.getValue());
                }
            }
        }
    }

    private static void make(
            Ward ward, String name, String form, long seed, Damage damage, Consumer<BufferedImage> harm, String words)
            throws IOException {
        Path folder = Ward.TEST_SCANS.resolve(name);
        if (Files.exists(folder.resolve(ScanCase.SCAN))) {
            return;
        }
        Ward.Printed printed = ward.print(form, "fr", seed);
        Map<String, List<String>> truth = ward.fill(printed, seed);
        BufferedImage paper = printed.pages().get(1);
        if (paper == null) {
            throw new IOException(form + " has no first page");
        }
        harm.accept(paper);
        Files.createDirectories(folder);
        BufferedImage scan = BadScanner.bilevel(Ward.scan(paper, damage, seed));
        ImageIO.write(scan, "png", folder.resolve(ScanCase.SCAN).toFile());
        Files.writeString(folder.resolve(ScanCase.WRITTEN), ScanCase.writtenYaml(truth));
        Files.writeString(
                folder.resolve(ScanCase.PRINTED),
                ScanCase.printedJson(printed.issued().printedForm()));
        Files.writeString(
                folder.resolve("case.md"),
                words
                        + "\n\nPrinted, filled with handwriting by real people and scanned black and white at 300 dpi with seed "
                        + seed + ". The patient is invented.\n");
    }

    private static void coverTop(BufferedImage paper) {
        BadScanner.coffee(paper, 0.76, 0.03, 0.16, 0.1);
    }

    private static void tearLeft(BufferedImage paper) {
        java.awt.Graphics2D g = paper.createGraphics();
        g.setColor(java.awt.Color.WHITE);
        g.fillRect(0, 0, 260, 400);
        g.fillRect(0, 3100, 260, 408);
        g.dispose();
    }

    static KeyRing keys() {
        return new SiteKeys(Ward.TEST_SCANS, Ward.PASSPHRASE).open();
    }
}
