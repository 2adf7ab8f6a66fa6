package org.paperbridge.kit.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Compares the files of a kit with what its manifest says. */
public final class KitCheck {

    public static final String SIGNATURE = "manifest.sig";
    public static final String README = "README.txt";
    private static final Set<String> OWN = Set.of(KitFolder.MANIFEST, SIGNATURE, README);

    private KitCheck() {}

    /**
     * Paths below the kit's folder, with slashes, sorted.
     *
     * @param altered their SHA-256 is another
     * @param extra not in the manifest
     */
    public record Differences(List<String> altered, List<String> missing, List<String> extra) {

        public Differences {
            altered = List.copyOf(altered);
            missing = List.copyOf(missing);
            extra = List.copyOf(extra);
        }

        public boolean none() {
            return altered.isEmpty() && missing.isEmpty() && extra.isEmpty();
        }
    }

    /** @param expected path to SHA-256 in hex */
    public static Differences compare(Path folder, Map<String, String> expected) throws IOException {
        Map<String, Path> found = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.filter(Files::isRegularFile)
                    .forEach(
                            path -> found.put(folder.relativize(path).toString().replace('\\', '/'), path));
        }
        List<String> altered = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Map.Entry<String, String> entry : new TreeMap<>(expected).entrySet()) {
            Path path = found.remove(entry.getKey());
            if (path == null) {
                missing.add(entry.getKey());
            } else if (!sha256(path).equals(entry.getValue())) {
                altered.add(entry.getKey());
            }
        }
        return new Differences(
                altered,
                missing,
                found.keySet().stream().filter(path -> !OWN.contains(path)).toList());
    }

    /** Hex. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** Hex. */
    public static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
