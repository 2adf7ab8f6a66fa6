package org.paperbridge.intake.imageio;

import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/** Notices that a reader complained. */
final class WarningCount implements IIOReadWarningListener {

    private boolean any;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        any = true;
    }

    boolean any() {
        return any;
    }
}
