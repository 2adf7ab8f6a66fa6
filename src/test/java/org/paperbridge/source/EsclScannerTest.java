package org.paperbridge.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.paperbridge.source.ScanSettings.Colour;
import org.paperbridge.source.ScanSettings.Feed;
import org.paperbridge.source.ScanSettings.Format;
import org.paperbridge.source.escl.EsclScanner;

/** A stack in a network scanner, over the real protocol. */
final class EsclScannerTest {

    private static final ScanSettings BOTH_SIDES = new ScanSettings(300, Colour.GREY, true, Feed.FEEDER, Format.JPEG);

    @SuppressWarnings("NullAway.Init")
    private EsclDevice device;

    @SuppressWarnings("NullAway.Init")
    private EsclScanner scanner;

    private final ScannedSides sides = new ScannedSides();

    @BeforeEach
    void open() throws IOException {
        device = new EsclDevice();
        scanner = scannerAt(device.address(), Duration.ofSeconds(30));
    }

    @AfterEach
    void close() {
        device.close();
    }

    private static EsclScanner scannerAt(String address, Duration patience) {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return new EsclScanner(
                http, URI.create(address), "mfp-3b", new EsclScanner.Pace(patience, Duration.ofMillis(10), 20));
    }

    @Test
    void aStackComesSideBySideInItsOrder() throws Exception {
        List<byte[]> stack = ScannedSides.jpegs(7);
        device.load(stack);
        device.notReady = 3;
        assertThat(scan()).isEqualTo(ScanEnd.complete(7));
        assertThat(sides.kept).containsExactlyElementsOf(stack);
        assertThat(sides.names).startsWith("mfp-3b-0001.jpeg", "mfp-3b-0002.jpeg");
    }

    @Test
    void theOrderSaysA4InThreeHundredthsAndWhatTheProfileSays() throws Exception {
        device.load(ScannedSides.jpegs(1));
        scan();
        assertThat(device.orders).singleElement().satisfies(order -> {
            assertThat(text(order, "ContentRegionUnits")).isEqualTo("escl:ThreeHundredthsOfInches");
            assertThat(text(order, "Width")).isEqualTo("2480");
            assertThat(text(order, "Height")).isEqualTo("3508");
            assertThat(text(order, "InputSource")).isEqualTo("Feeder");
            assertThat(text(order, "Duplex")).isEqualTo("true");
            assertThat(text(order, "ColorMode")).isEqualTo("Grayscale8");
            assertThat(text(order, "XResolution")).isEqualTo("300");
            assertThat(text(order, "DocumentFormatExt")).isEqualTo("image/jpeg");
        });
    }

    @Test
    void aResolutionTheDeviceLacksIsNeverMadeCoarserThanItMust() throws Exception {
        device.load(ScannedSides.jpegs(1));
        scanner.scan(new ScanSettings(240, Colour.GREY, false, Feed.FEEDER, Format.JPEG), sides, sides);
        assertThat(text(device.orders.getFirst(), "XResolution")).isEqualTo("300");
    }

    @Test
    void anEmptyFeederIsSaidBeforeAnythingMoves() throws Exception {
        assertThat(scan()).isEqualTo(ScanEnd.stopped(0, ScanTrouble.FEEDER_EMPTY));
        assertThat(device.orders).isEmpty();
    }

    @Test
    void aJamLeavesWhatIsSafeSafeAndTheRestInTheFeeder() throws Exception {
        device.load(ScannedSides.jpegs(6));
        device.jamAt = 4;
        assertThat(scan()).isEqualTo(ScanEnd.stopped(3, ScanTrouble.PAPER_JAM));
        assertThat(scan()).isEqualTo(ScanEnd.stopped(0, ScanTrouble.PAPER_JAM));
        device.clearJam();
        assertThat(scan()).isEqualTo(ScanEnd.complete(3));
        assertThat(sides.kept).hasSize(6);
    }

    @Test
    void aLineThatBreaksInThePageKeepsNoHalfPageAndSaysSo() throws Exception {
        device.load(ScannedSides.jpegs(5));
        device.breakAt = 3;
        assertThat(scan()).isEqualTo(ScanEnd.stopped(2, ScanTrouble.BROKE_OFF));
        assertThat(sides.kept).hasSize(2);
    }

    @Test
    void aDeviceThatLosesItsPowerIsNotWaitedForForEver() throws Exception {
        device.load(ScannedSides.jpegs(3));
        device.silentAt = 2;
        ScanEnd end = scannerAt(device.address(), Duration.ofMillis(700)).scan(BOTH_SIDES, sides, sides);
        assertThat(end).isEqualTo(ScanEnd.stopped(1, ScanTrouble.BROKE_OFF));
    }

    @Test
    void aFullDiskStopsTheFeeder() throws Exception {
        device.load(ScannedSides.jpegs(6));
        sides.fullAt = 3;
        assertThat(scan()).isEqualTo(ScanEnd.stopped(2, ScanTrouble.NOT_KEPT));
        assertThat(device.left()).as("the rest is still in the feeder").isEqualTo(3);
    }

    @Test
    void stopIsObeyedAfterTheSideUnderWay() throws Exception {
        device.load(ScannedSides.jpegs(6));
        sides.cancelAt = 2;
        assertThat(scan()).isEqualTo(ScanEnd.stopped(2, ScanTrouble.CANCELLED));
        sides.cancelAt = 0;
        assertThat(scan()).as("the device is free again").isEqualTo(ScanEnd.complete(4));
    }

    @Test
    void backsAreNeverLeftOutInSilence() throws Exception {
        device.duplex = false;
        device.load(ScannedSides.jpegs(2));
        assertThat(scan()).isEqualTo(ScanEnd.stopped(0, ScanTrouble.ONE_SIDED));
        assertThat(device.left()).isEqualTo(2);
    }

    @Test
    void aFormatTheDeviceLacksIsRefused() throws Exception {
        device.load(ScannedSides.jpegs(2));
        ScanSettings pdf = new ScanSettings(300, Colour.GREY, true, Feed.FEEDER, Format.PDF);
        assertThat(scanner.scan(pdf, sides, sides)).isEqualTo(ScanEnd.stopped(0, ScanTrouble.CANNOT));
    }

    @Test
    void aDeviceThatIsSwitchedOffIsUnreachable() throws Exception {
        device.close();
        assertThat(scan()).isEqualTo(ScanEnd.stopped(0, ScanTrouble.UNREACHABLE));
    }

    private ScanEnd scan() throws InterruptedException {
        return scanner.scan(BOTH_SIDES, sides, sides);
    }

    private static String text(org.w3c.dom.Element order, String name) {
        return order.getElementsByTagNameNS("*", name).item(0).getTextContent();
    }
}
