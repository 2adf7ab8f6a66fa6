package org.paperbridge.source.profile;

import java.util.Map;

/**
 * A device of this hospital that is switched on.
 *
 * @param name the hospital's word for it, e.g. {@code mfp-3b}; stands on screens and in file names
 * @param keys every key of its kind, what the hospital wrote first, then the profile, then the default
 */
public record Source(String name, ScannerProfile profile, Map<String, String> keys) {

    public Source {
        keys = Map.copyOf(keys);
    }

    /** The value of a key; empty text when it has none. */
    public String get(String key) {
        return keys.getOrDefault(key, "");
    }

    public SourceKind kind() {
        return profile.kind();
    }
}
