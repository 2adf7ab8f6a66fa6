package org.paperbridge.form.check;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Key of the French national number: 97 minus the first thirteen characters modulo 97.
 *
 * <p>Corsican departments are written 2A and 2B in positions six and seven and count as 19 and 18.
 */
final class Nir {

    private static final Pattern BODY = Pattern.compile("[0-9]{5}(?:[0-9]{2}|2A|2B)[0-9]{6}");

    private Nir() {}

    static Optional<String> keyOf(String body) {
        String upper = body.toUpperCase(Locale.ROOT);
        if (!BODY.matcher(upper).matches()) {
            return Optional.empty();
        }
        String department = upper.substring(5, 7).replace("2A", "19").replace("2B", "18");
        long number = Long.parseLong(upper.substring(0, 5) + department + upper.substring(7));
        return Optional.of(String.format(Locale.ROOT, "%02d", 97 - number % 97));
    }
}
