package org.paperbridge.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.paperbridge.kit.folder.KitCheck;
import org.paperbridge.kit.folder.KitFolder;
import org.paperbridge.kit.folder.KitSignature;

/** A signed kit of a few sealed sheets, as small as can be; whole ones are published in {@code KitPublishCommandTest}. */
final class SmallKit {

    static final KeyPair SITE = keys();
    static final String PASSWORD = "correct horse";

    private SmallKit() {}

    /**
     * @param pages of the prescription file, each a form of one page
     * @param hour when it was built; another hour is another kit
     */
    static Path write(Path folder, int pages, int hour, boolean sealed) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("CARD/00-start-here.pdf", pdf(1, sealed));
        files.put("CARD/20-prescription.pdf", pdf(pages, sealed));
        files.put("MED/00-start-here.pdf", pdf(2, sealed));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.deleteIfExists(path);
            Files.write(path, file.getValue());
        }
        sign(folder, files, pages, hour, sealed);
        return folder;
    }

    private static void sign(Path folder, Map<String, byte[]> files, int pages, int hour, boolean sealed)
            throws IOException {
        String forms = "{\"serial\":\"x\",\"form\":\"prescription\",\"version\":1,\"blank\":false},".repeat(pages);
        String entries = files.entrySet().stream()
                .map(file -> "{\"path\":\"" + file.getKey() + "\",\"unit\":\""
                        + file.getKey().replaceFirst("/.*", "") + "\",\"bytes\":" + file.getValue().length
                        + ",\"sha256\":\"" + KitCheck.sha256(file.getValue()) + "\",\"forms\":["
                        + (file.getKey().contains("20-") ? forms.substring(0, forms.length() - 1) : "") + "]}")
                .collect(Collectors.joining(","));
        byte[] manifest = ("{\"site\":7,\"builtAt\":\"2026-02-09T" + String.format("%02d", hour)
                        + ":00:00Z\",\"dataAsOf\":\"2026-02-09T00:00:00Z\",\"sealed\":" + sealed + ",\"files\":["
                        + entries + "]}")
                .getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve(KitFolder.MANIFEST), manifest);
        String signature = HexFormat.of().formatHex(KitSignature.sign(SITE.getPrivate(), manifest));
        Files.writeString(folder.resolve(KitCheck.SIGNATURE), "{\"signature\":\"" + signature + "\"}");
        Files.writeString(folder.resolve(KitCheck.README), "read me");
    }

    private static byte[] pdf(int pages, boolean sealed) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                document.addPage(new PDPage(PDRectangle.A4));
            }
            if (sealed) {
                StandardProtectionPolicy policy =
                        new StandardProtectionPolicy(PASSWORD, PASSWORD, new AccessPermission());
                policy.setEncryptionKeyLength(256);
                document.protect(policy);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    static SignedKit read(Path folder) throws PublishException {
        return SignedKit.read(folder, SITE.getPublic());
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
