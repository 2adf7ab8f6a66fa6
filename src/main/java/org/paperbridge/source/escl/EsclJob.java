package org.paperbridge.source.escl;

import java.util.Locale;
import java.util.Optional;
import org.paperbridge.source.ScanSettings;
import org.paperbridge.source.ScanSettings.Colour;
import org.paperbridge.source.ScanSettings.Feed;

/** The body of {@code POST ScanJobs}. Lengths in 1/300 inch, as eSCL has them whatever the resolution. */
final class EsclJob {

    private EsclJob() {}

    /** Empty when the device cannot do what is wanted. */
    static Optional<String> of(ScanSettings wanted, EsclCapabilities can) {
        Optional<String> colour = colour(wanted.colour(), can);
        if (!can.there() || !can.takes(wanted.format()) || colour.isEmpty()) {
            return Optional.empty();
        }
        boolean feeder = wanted.feed() == Feed.FEEDER;
        int dpi = can.nearest(wanted.dpi());
        return Optional.of(String.format(
                Locale.ROOT,
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <scan:ScanSettings xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" \
                xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm">
                  <pwg:Version>%s</pwg:Version>
                  <scan:Intent>Document</scan:Intent>
                  <pwg:ScanRegions>
                    <pwg:ScanRegion>
                      <pwg:ContentRegionUnits>escl:ThreeHundredthsOfInches</pwg:ContentRegionUnits>
                      <pwg:XOffset>0</pwg:XOffset>
                      <pwg:YOffset>0</pwg:YOffset>
                      <pwg:Width>%d</pwg:Width>
                      <pwg:Height>%d</pwg:Height>
                    </pwg:ScanRegion>
                  </pwg:ScanRegions>
                  <pwg:InputSource>%s</pwg:InputSource>
                  <scan:ColorMode>%s</scan:ColorMode>
                  <scan:XResolution>%d</scan:XResolution>
                  <scan:YResolution>%d</scan:YResolution>
                  <pwg:DocumentFormat>%s</pwg:DocumentFormat>
                  <scan:DocumentFormatExt>%s</scan:DocumentFormatExt>
                %s</scan:ScanSettings>
                """,
                can.version(),
                can.width(),
                can.height(),
                feeder ? "Feeder" : "Platen",
                colour.get(),
                dpi,
                dpi,
                wanted.format().mediaType(),
                wanted.format().mediaType(),
                feeder ? "  <scan:Duplex>" + wanted.bothSides() + "</scan:Duplex>\n" : ""));
    }

    /** Grey when a device has no black and white; the other way round would lose pencil. */
    private static Optional<String> colour(Colour wanted, EsclCapabilities can) {
        String word = switch (wanted) {
            case GREY -> "Grayscale8";
            case COLOUR -> "RGB24";
            case BLACK_AND_WHITE -> "BlackAndWhite1";
        };
        if (can.colours().isEmpty() || can.colours().contains(word)) {
            return Optional.of(word);
        }
        return can.colours().stream()
                .filter(c -> c.equals("Grayscale8") || c.equals("RGB24"))
                .sorted()
                .findFirst();
    }
}
