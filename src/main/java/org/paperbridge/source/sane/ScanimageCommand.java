package org.paperbridge.source.sane;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.paperbridge.source.ScanSettings;
import org.paperbridge.source.ScanSettings.Feed;

/**
 * The command line of {@code scanimage}, whose words differ from device to device.
 *
 * @param program e.g. {@code scanimage}
 * @param device as {@code scanimage -L} names it
 * @param feeder what this device calls its feeder for one side, e.g. {@code ADF Front}
 * @param duplex what it calls its feeder for both sides, e.g. {@code ADF Duplex}; empty when it has none
 * @param glass what it calls the glass
 * @param more options as written, e.g. {@code --swcrop=no}
 */
public record ScanimageCommand(
        String program, String device, String feeder, String duplex, String glass, List<String> more) {

    /** Files whose name ends so are still being written. */
    static final String HALF = ".part";

    public ScanimageCommand {
        more = List.copyOf(more);
    }

    boolean can(ScanSettings settings) {
        return settings.feed() == Feed.GLASS || !settings.bothSides() || !duplex.isEmpty();
    }

    List<String> line(ScanSettings settings, Path folder) {
        List<String> line = new ArrayList<>(List.of(
                program,
                "--device-name=" + device,
                "--batch=" + folder.resolve("page-%04d.png"),
                "--batch-print",
                "--format=png",
                "--resolution=" + settings.dpi(),
                "--mode=" + mode(settings.colour())));
        if (settings.feed() == Feed.GLASS) {
            line.add("--batch-count=1");
            line.add("--source=" + glass);
        } else {
            line.add("--source=" + (settings.bothSides() ? duplex : feeder));
        }
        line.addAll(more);
        return line;
    }

    private static String mode(ScanSettings.Colour colour) {
        return switch (colour) {
            case GREY -> "Gray";
            case COLOUR -> "Color";
            case BLACK_AND_WHITE -> "Lineart";
        };
    }
}
