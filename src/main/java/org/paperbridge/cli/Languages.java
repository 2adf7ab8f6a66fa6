package org.paperbridge.cli;

import java.util.List;

/** Languages that everything is printed and shown in. */
final class Languages {

    static final List<String> KNOWN = List.of("fr", "en");

    private Languages() {}

    static void check(String language) {
        if (!KNOWN.contains(language)) {
            throw new RefusedException("There is no language \"" + language + "\"; use fr or en.");
        }
    }
}
