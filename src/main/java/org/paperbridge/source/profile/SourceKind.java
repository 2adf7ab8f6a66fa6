package org.paperbridge.source.profile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ways scans come. Each is a route template of its name in {@code pipeline/sources/}, whose parameters are the keys
 * here.
 */
public enum SourceKind {
    /** A device or a share drops files into a folder. */
    FOLDER(
            List.of("directory"),
            Map.of("done", ".done", "take", ".*", "leave", "", "done-file", "", "quiet", "5", "patience", "600")),
    /** A device drops files on an SFTP server; we fetch them. */
    SFTP(
            List.of("host", "user", "known-hosts"),
            Map.of(
                    "port", "22",
                    "password-file", "",
                    "key-file", "",
                    "directory", ".",
                    "done", ".done",
                    "take", ".*",
                    "leave", "",
                    "quiet", "5",
                    "period", "10")),
    /** A device sends scans by e-mail; we empty its mailbox over IMAP. */
    MAIL(
            List.of("host", "user", "password-file"),
            Map.of(
                    "port", "993",
                    "security", "tls",
                    "trust-file", "",
                    "folder", "INBOX",
                    "done", "Paperbridge",
                    "refused", "Paperbridge refused",
                    "largest-mb", "200",
                    "period", "15")),
    /** A network scanner we ask for pages, by eSCL. */
    ESCL(List.of("url"), Map.of("trust-file", "")),
    /** A scanner at a cable of this machine we ask for pages, by SANE. */
    SANE(
            List.of("device"),
            Map.of("program", "scanimage", "feeder", "ADF", "duplex", "ADF Duplex", "glass", "Flatbed", "options", "")),
    /** A browser or a phone sends files; the screens take them without a route. */
    UPLOAD(List.of(), Map.of());

    private final List<String> needed;
    private final Map<String, String> defaults;

    SourceKind(List<String> needed, Map<String, String> defaults) {
        this.needed = needed;
        this.defaults = defaults;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<SourceKind> of(String code) {
        return Stream.of(values()).filter(k -> k.code().equals(code)).findFirst();
    }

    /** Keys without which it cannot work. */
    public List<String> needed() {
        return needed;
    }

    public Map<String, String> defaults() {
        return defaults;
    }

    boolean knows(String key) {
        return needed.contains(key) || defaults.containsKey(key);
    }

    /** True when somebody has to say "scan now". */
    public boolean isAsked() {
        return this == ESCL || this == SANE;
    }
}
