package org.paperbridge.source.profile;

import java.util.Map;
import org.paperbridge.source.ScanSettings;

/**
 * What a kind of device is set to, as its folder in {@code scanner-config/} says.
 *
 * @param id name of the folder
 * @param titles by language, {@code fr} and {@code en}
 * @param scan what it is set to, or what is asked of it
 * @param naming how its files are named
 * @param blankBacks what becomes of backs without writing
 * @param keys what this device needs of its way in
 */
public record ScannerProfile(
        String id,
        Map<String, String> titles,
        SourceKind kind,
        ScanSettings scan,
        Naming naming,
        BlankBacks blankBacks,
        Map<String, String> keys) {

    /** How files are named, and with it which of them are one stack. */
    public enum Naming {
        /** By the moment: every file is a stack. */
        DATE_AND_NUMBER,
        /** With a running number at the end: sides or sheets that come together are one stack in their order. */
        RUNNING_NUMBER,
        /** By us, with a running number. */
        BY_PAPERBRIDGE;

        public boolean isNumbered() {
            return this != DATE_AND_NUMBER;
        }
    }

    /** What becomes of backs without writing. */
    public enum BlankBacks {
        /** They come and are counted: the count of sides says whether the feeder skipped a sheet. */
        COUNTED,
        /** The device leaves them out. */
        LEFT_OUT
    }

    public ScannerProfile {
        titles = Map.copyOf(titles);
        keys = Map.copyOf(keys);
    }
}
