package org.paperbridge.intake.opencv;

import org.paperbridge.intake.UndecodableException;
import org.paperbridge.intake.imageio.PictureFile;
import org.paperbridge.natives.NativeLibraryException;
import org.paperbridge.natives.openjpeg.JpegDamage;

/** Looks for damage in the data of a JPEG: with Leptonica, or where it does not run with Java's reader, five times slower. */
@FunctionalInterface
interface DamageCheck {

    boolean isOn(byte[] jpeg);

    static DamageCheck shipped() {
        try {
            return JpegDamage.load()::isOn;
        } catch (NativeLibraryException e) {
            return DamageCheck::byJava;
        }
    }

    private static boolean byJava(byte[] jpeg) {
        try (PictureFile file = PictureFile.open(jpeg)) {
            file.decode(0);
            return false;
        } catch (UndecodableException e) {
            return true;
        }
    }
}
