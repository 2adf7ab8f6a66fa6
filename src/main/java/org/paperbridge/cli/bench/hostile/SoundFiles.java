package org.paperbridge.cli.bench.hostile;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.paperbridge.cli.bench.FilledPages;
import org.paperbridge.simulate.BadScanner;
import org.paperbridge.simulate.Damage;
import org.paperbridge.simulate.HostileFiles.Hostile;
import org.paperbridge.simulate.openjpeg.Jp2Files;
import org.paperbridge.simulate.pdfbox.ScanFiles;

/** Scans as they should be, in every format, to be damaged. */
public final class SoundFiles {

    /** Small ones are damaged as well as large ones, and sooner read. */
    private static final int DPI = 150;

    private static final Damage SCANNED = new Damage(0, 1, 0.01, 0, 0.4, 4, 0.95, DPI);
    private static final int SIDES = 2;

    private SoundFiles() {}

    /** Sides of forms as PDF, TIFF, JPEG, PNG and JPEG 2000. */
    public static List<Hostile> make(FilledPages made) throws IOException {
        List<BufferedImage> grey = new ArrayList<>();
        List<BufferedImage> black = new ArrayList<>();
        for (FilledPages.Sheet sheet : made.make(SIDES, true).subList(0, SIDES)) {
            BufferedImage scan = BadScanner.scan(sheet.paper(), SCANNED, made.random());
            grey.add(scan);
            black.add(BadScanner.bilevel(scan));
        }
        List<Hostile> all = new ArrayList<>();
        Path file = Files.createTempFile("paperbridge-bench", ".sound");
        try {
            ScanFiles.writePdf(file, grey, DPI);
            all.add(new Hostile("pdf", "PDF of JPEG", Files.readAllBytes(file)));
            ScanFiles.writePdf(file, black, DPI);
            all.add(new Hostile("pdf", "PDF of G4", Files.readAllBytes(file)));
            for (String compression : List.of("CCITT T.4", "CCITT T.6")) {
                ScanFiles.writeTiff(file, black, compression);
                all.add(new Hostile("tif", "TIFF " + compression, Files.readAllBytes(file)));
            }
            for (String compression : List.of("LZW", "Deflate", "JPEG", "PackBits")) {
                ScanFiles.writeTiff(file, grey, compression);
                all.add(new Hostile("tif", "TIFF " + compression, Files.readAllBytes(file)));
            }
        } finally {
            Files.deleteIfExists(file);
        }
        for (String format : List.of("jpg", "png")) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(grey.getFirst(), format, out);
            all.add(new Hostile(format, format, out.toByteArray()));
        }
        all.add(new Hostile("jp2", "JPEG 2000", Jp2Files.write(grey.getFirst(), DPI)));
        return all;
    }
}
