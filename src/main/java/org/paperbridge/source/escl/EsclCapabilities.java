package org.paperbridge.source.escl;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.paperbridge.source.ScanSettings;
import org.paperbridge.source.ScanSettings.Feed;

/**
 * What {@code ScannerCapabilities} says of one paper source.
 *
 * @param version of eSCL the device speaks, e.g. {@code 2.63}
 * @param there false when the device has no such paper source
 * @param bothSides true when it scans backs too
 * @param dpi square resolutions, rising; empty when any is taken
 * @param widest of the paper, 1/300 inch
 * @param longest of the paper, 1/300 inch
 * @param formats media types
 * @param colours eSCL words, e.g. {@code Grayscale8}
 */
record EsclCapabilities(
        String version,
        boolean there,
        boolean bothSides,
        List<Integer> dpi,
        int widest,
        int longest,
        List<String> formats,
        List<String> colours) {

    /** A4 at 300 units an inch. */
    private static final int A4_WIDE = 2480;

    private static final int A4_LONG = 3508;

    static EsclCapabilities of(EsclXml answer, ScanSettings wanted) {
        boolean feeder = wanted.feed() == Feed.FEEDER;
        Optional<EsclXml> duplex = feeder ? answer.find("AdfDuplexInputCaps") : Optional.empty();
        Optional<EsclXml> caps = wanted.bothSides() && duplex.isPresent()
                ? duplex
                : answer.find(feeder ? "AdfSimplexInputCaps" : "PlatenInputCaps");
        TreeSet<Integer> dpi = new TreeSet<>();
        caps.ifPresent(c -> c.list("DiscreteResolution").stream()
                .filter(r -> r.number("XResolution").equals(r.number("YResolution")))
                .forEach(r -> r.number("XResolution").ifPresent(dpi::add)));
        return new EsclCapabilities(
                answer.text("Version").isEmpty() ? "2.0" : answer.text("Version"),
                caps.isPresent(),
                duplex.isPresent(),
                List.copyOf(dpi),
                caps.flatMap(c -> c.number("MaxWidth")).orElse(A4_WIDE),
                caps.flatMap(c -> c.number("MaxHeight")).orElse(A4_LONG),
                texts(caps, "DocumentFormat", "DocumentFormatExt"),
                texts(caps, "ColorMode"));
    }

    /** The wanted resolution, else the next finer one, else the finest. */
    int nearest(int wanted) {
        return dpi.stream().filter(d -> d >= wanted).findFirst().orElse(dpi.isEmpty() ? wanted : dpi.getLast());
    }

    /** A4, or what the device can. */
    int width() {
        return Math.min(widest, A4_WIDE);
    }

    int height() {
        return Math.min(longest, A4_LONG);
    }

    boolean takes(ScanSettings.Format format) {
        return formats.isEmpty() || formats.contains(format.mediaType());
    }

    private static List<String> texts(Optional<EsclXml> caps, String... names) {
        return List.of(names).stream()
                .flatMap(n -> caps.stream().flatMap(c -> c.list(n).stream()))
                .map(EsclXml::text)
                .distinct()
                .toList();
    }
}
