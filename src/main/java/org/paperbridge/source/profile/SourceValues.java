package org.paperbridge.source.profile;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Whether what was written for a source can be used. */
final class SourceValues {

    private static final List<String> NUMBERS = List.of("port", "quiet", "patience", "period", "largest-mb");
    private static final List<String> PATTERNS = List.of("take", "leave");
    private static final List<String> FILES = List.of("password-file", "key-file", "known-hosts", "trust-file");

    private SourceValues() {}

    static List<String> listMistakes(SourceKind kind, Map<String, String> keys) {
        List<String> mistakes = new ArrayList<>();
        keys.forEach((key, value) -> {
            if (NUMBERS.contains(key) && !value.matches("[1-9][0-9]{0,5}")) {
                mistakes.add(key + " must be a whole number above 0, not " + value);
            }
            if (PATTERNS.contains(key) && !isPattern(value)) {
                mistakes.add(key + " must be a regular expression for file names, not " + value);
            }
            if (FILES.contains(key) && !value.isEmpty() && !isReadable(value)) {
                mistakes.add(key + ": there is no file " + value + " that this user may read");
            }
        });
        if (kind == SourceKind.ESCL && !isWeb(keys.getOrDefault("url", ""))) {
            mistakes.add("url must be the scanner's address, e.g. http://10.0.0.7/eSCL");
        }
        if (kind == SourceKind.SFTP
                && keys.getOrDefault("password-file", "").isEmpty()
                && keys.getOrDefault("key-file", "").isEmpty()) {
            mistakes.add("password-file or key-file is missing");
        }
        if (kind == SourceKind.MAIL && !List.of("tls", "none").contains(keys.getOrDefault("security", ""))) {
            mistakes.add("security must be tls or none");
        }
        return mistakes;
    }

    private static boolean isPattern(String text) {
        try {
            Pattern.compile(text);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static boolean isReadable(String text) {
        try {
            return Files.isReadable(Path.of(text));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static boolean isWeb(String text) {
        try {
            URI uri = URI.create(text);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
