package org.paperbridge.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paperbridge.source.ScanSettings.Colour;
import org.paperbridge.source.ScanSettings.Feed;
import org.paperbridge.source.ScanSettings.Format;
import org.paperbridge.source.sane.SaneScanner;
import org.paperbridge.source.sane.ScanimageCommand;

/** SANE's own scanimage on the device that SANE has for tests, whose feeder holds ten sheets. */
final class SaneScannerTest {

    private static final Path SCANIMAGE = Path.of("/usr/bin/scanimage");
    private static final String FEEDER = "Automatic Document Feeder";
    private static final ScanSettings ONE_SIDE = new ScanSettings(75, Colour.GREY, false, Feed.FEEDER, Format.JPEG);

    @TempDir
    private Path folder = Path.of("");

    private final ScannedSides sides = new ScannedSides();

    @BeforeEach
    void needScanimage() {
        Assumptions.assumeTrue(
                Files.isExecutable(SCANIMAGE), "No " + SCANIMAGE + " here (sane-utils): SANE was not tried");
    }

    private SaneScanner scanner(String device, String... options) {
        return scannerOf(SCANIMAGE.toString(), device, options);
    }

    private SaneScanner scannerOf(String program, String device, String... options) {
        return new SaneScanner(
                new ScanimageCommand(program, device, FEEDER, "", "Flatbed", List.of(options)), folder, "desk");
    }

    @Test
    void aFeederIsEmptiedSideBySide() throws Exception {
        assertThat(scanner("test:0").scan(ONE_SIDE, sides, sides)).isEqualTo(ScanEnd.complete(10));
        assertThat(sides.names).startsWith("desk-0001.png").hasSize(10);
        var picture = ImageIO.read(new java.io.ByteArrayInputStream(sides.kept.getFirst()));
        assertThat(picture.getWidth()).isGreaterThan(200);
        assertThat(pages()).isEmpty();
    }

    @Test
    void theGlassGivesOnePage() throws Exception {
        ScanSettings glass = new ScanSettings(75, Colour.COLOUR, false, Feed.GLASS, Format.JPEG);
        assertThat(scanner("test:0").scan(glass, sides, sides)).isEqualTo(ScanEnd.complete(1));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "SANE_STATUS_JAMMED, PAPER_JAM",
        "SANE_STATUS_COVER_OPEN, COVER_OPEN",
        "SANE_STATUS_NO_DOCS, FEEDER_EMPTY",
        "SANE_STATUS_DEVICE_BUSY, BUSY",
        "SANE_STATUS_IO_ERROR, BROKE_OFF",
        "SANE_STATUS_ACCESS_DENIED, NOT_ALLOWED"
    })
    void whatTheDriverSaysBecomesAWordForAClerk(String status, ScanTrouble trouble) throws Exception {
        ScanEnd end = scanner("test:0", "--read-return-value=" + status).scan(ONE_SIDE, sides, sides);
        assertThat(end).isEqualTo(ScanEnd.stopped(0, trouble));
    }

    @Test
    void aDeviceThatIsNotThereIsUnreachable() throws Exception {
        assertThat(scanner("nosuch:1").scan(ONE_SIDE, sides, sides))
                .isEqualTo(ScanEnd.stopped(0, ScanTrouble.UNREACHABLE));
    }

    @Test
    void anOptionTheDeviceLacksIsNotTheSameAsNoDevice() throws Exception {
        ScanSettings lineart = new ScanSettings(75, Colour.BLACK_AND_WHITE, false, Feed.FEEDER, Format.JPEG);
        assertThat(scanner("test:0").scan(lineart, sides, sides)).isEqualTo(ScanEnd.stopped(0, ScanTrouble.CANNOT));
    }

    @Test
    void withoutSaneItSaysWhatIsMissing() throws Exception {
        assertThat(scannerOf("/usr/bin/no-scanimage-here", "test:0").scan(ONE_SIDE, sides, sides))
                .isEqualTo(ScanEnd.stopped(0, ScanTrouble.NO_PROGRAM));
    }

    @Test
    void stopIsObeyedAfterTheSideUnderWay() throws Exception {
        sides.cancelAt = 2;
        ScanEnd end = scanner("test:0", "--read-delay=yes", "--read-delay-duration=2000")
                .scan(ONE_SIDE, sides, sides);
        assertThat(end).isEqualTo(ScanEnd.stopped(2, ScanTrouble.CANCELLED));
    }

    @Test
    void aDeviceThatHangsIsGivenUp() throws Exception {
        ScanimageCommand slow = new ScanimageCommand(
                SCANIMAGE.toString(),
                "test:0",
                FEEDER,
                "",
                "Flatbed",
                List.of("--read-delay=yes", "--read-delay-duration=200000"));
        ScanSettings fortySeconds = new ScanSettings(600, Colour.COLOUR, false, Feed.FEEDER, Format.JPEG);
        ScanEnd end = new SaneScanner(slow, folder, "desk", Duration.ofSeconds(2)).scan(fortySeconds, sides, sides);
        assertThat(end).isEqualTo(ScanEnd.stopped(0, ScanTrouble.BROKE_OFF));
    }

    /** The driver's helper process has the pipe too, and lives on: {@code scanimage} ends, its output does not. */
    @Test
    void anOutputThatStaysOpenHoldsNobodyUp() throws Exception {
        Path program = folder.resolve("scanimage-with-child");
        Files.writeString(program, "#!/bin/sh\nsleep 60 &\nexec " + SCANIMAGE + " \"$@\"\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Path own = folder.resolve("sides");
        SaneScanner scanner = new SaneScanner(
                new ScanimageCommand(program.toString(), "test:0", FEEDER, "", "Flatbed", List.of()), own, "desk");
        assertThat(scanner.scan(ONE_SIDE, sides, sides)).isEqualTo(ScanEnd.complete(10));
    }

    @Test
    void whatAKilledRunLeftIsKeptFirst() throws Exception {
        byte[] side = ScannedSides.jpegs(1).getFirst();
        Files.write(folder.resolve("page-0009.png"), side);
        Files.write(folder.resolve("page-0010.png.part"), new byte[] {1, 2, 3});
        assertThat(scanner("test:0").scan(ONE_SIDE, sides, sides)).isEqualTo(ScanEnd.complete(11));
        assertThat(sides.kept.getFirst()).isEqualTo(side);
        assertThat(pages()).isEmpty();
    }

    @Test
    void aFullDiskLosesNoSideThatWentThroughTheFeeder() throws Exception {
        sides.fullAt = 3;
        ScanEnd end = scanner("test:0").scan(ONE_SIDE, sides, sides);
        assertThat(end).isEqualTo(ScanEnd.stopped(2, ScanTrouble.NOT_KEPT));
        long waiting = pages().size();
        assertThat(waiting).as("sides that wait for room").isPositive();
        sides.fullAt = 0;
        assertThat(scanner("test:0").scan(ONE_SIDE, sides, sides).files()).isEqualTo((int) waiting + 10);
    }

    private List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".png")).toList();
        }
    }
}
