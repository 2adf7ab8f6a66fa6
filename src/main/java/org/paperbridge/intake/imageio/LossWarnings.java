package org.paperbridge.intake.imageio;

import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/**
 * Notices that a reader has given up on part of the picture. Readers say so by a warning in free words, like all they
 * remark on; only what is known to change no dot of a grey page is let pass.
 */
final class LossWarnings implements IIOReadWarningListener {

    /** TwelveMonkeys 3.14 on strips that carry their own tables, as TIFF Technical Note 2 allows, and on colours. */
    private static final List<String> HARMLESS = List.of(
            "Missing JPEGTables for tiled/striped TIFF",
            "Embedded ICC color profile",
            "Ignoring embedded ICC color profile",
            "Ignoring broken/incompatible ICC profile",
            "8 bit ColorMap detected");

    private boolean any;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        any |= HARMLESS.stream().noneMatch(warning::startsWith);
    }

    boolean any() {
        return any;
    }
}
