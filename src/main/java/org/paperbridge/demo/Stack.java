package org.paperbridge.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.paperbridge.form.page.ScanRef;

/** Files for the scan folder, and what really is on each of their sides. */
final class Stack {

    private final List<Path> files = new ArrayList<>();
    private final Map<ScanRef, Written> sides = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private int sideCount;

    /** @param pages one for each side; empty sides and files without pages have none */
    void add(Path file, int sides, List<Written> pages) throws IOException {
        String sha = sha256(Files.readAllBytes(file));
        files.add(file);
        names.put(sha, String.valueOf(file.getFileName()));
        sideCount += sides;
        for (int i = 0; i < pages.size(); i++) {
            this.sides.put(new ScanRef(sha, i), pages.get(i));
        }
    }

    List<Path> files() {
        return List.copyOf(files);
    }

    Map<ScanRef, Written> sides() {
        return Map.copyOf(sides);
    }

    int sideCount() {
        return sideCount;
    }

    /** As a scanner does it: under another name first, then in place. */
    void dropInto(Path inbox) throws IOException {
        for (Path file : files) {
            Path part = inbox.resolve(file.getFileName() + ".part");
            Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, inbox.resolve(String.valueOf(file.getFileName())), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
