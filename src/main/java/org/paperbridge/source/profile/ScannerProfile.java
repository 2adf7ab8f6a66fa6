package org.paperbridge.source.profile;

import java.util.Map;
import org.paperbridge.source.ScanSettings;

/**
 * What a kind of device is set to, as its folder in {@code scanner-config/} says.
 *
 * @param id name of the folder
 * @param titles by language, {@code fr} and {@code en}
 * @param scan what it is set to, or what is asked of it
 * @param blankBacks what becomes of backs without writing
 * @param keys what this device needs of its way in
 */
public record ScannerProfile(
        String id,
        Map<String, String> titles,
        SourceKind kind,
        ScanSettings scan,
        BlankBacks blankBacks,
        Map<String, String> keys) {

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
