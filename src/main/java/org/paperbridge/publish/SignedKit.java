package org.paperbridge.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.kit.folder.KitCheck;
import org.paperbridge.kit.folder.KitFolder;
import org.paperbridge.kit.folder.KitSignature;

/**
 * A kit on disk whose manifest this site signed. The files are checked where they are read, not here.
 *
 * @param folder where its files are
 * @param id of what is printed: 16 hex digits over all files. A refresh in which no sheet changed is the same kit, so that
 *     a slow line does not carry it again every quarter of an hour
 * @param sealed its PDFs ask for the kit password
 */
public record SignedKit(
        Path folder, String id, int site, Instant builtAt, Instant dataAsOf, boolean sealed, List<KitEntry> files) {

    /** What stands beside the PDFs. */
    static final List<String> ATTENDANTS = List.of(KitFolder.MANIFEST, KitCheck.SIGNATURE, KitCheck.README);

    private static final ObjectMapper JSON = new ObjectMapper();

    public SignedKit {
        files = List.copyOf(files);
    }

    /**
     * @param site whose signature is trusted
     * @throws PublishException when there is no kit, or this site did not sign it
     */
    public static SignedKit read(Path folder, PublicKey site) throws PublishException {
        try {
            byte[] manifest = Files.readAllBytes(folder.resolve(KitFolder.MANIFEST));
            String signature = JSON.readTree(Files.readAllBytes(folder.resolve(KitCheck.SIGNATURE)))
                    .path("signature")
                    .asText();
            if (!KitSignature.holds(site, manifest, HexFormat.of().parseHex(signature))) {
                throw new PublishException(
                        "Le kit n'est pas signé par ce site : il n'est publié nulle part.",
                        "The kit is not signed by this site: it is published nowhere.");
            }
            return parse(folder, manifest);
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            throw new PublishException(
                    new Said("Il n'y a pas de kit entier à publier.", "There is no whole kit to publish."), e);
        }
    }

    private static SignedKit parse(Path folder, byte[] manifest) throws IOException {
        JsonNode root = JSON.readTree(manifest);
        List<KitEntry> files = new ArrayList<>();
        for (JsonNode node : root.path("files")) {
            List<FormRef> forms = new ArrayList<>();
            node.path("forms")
                    .forEach(form -> forms.add(new FormRef(
                            form.path("form").asText(), form.path("version").asInt())));
            String path = node.path("path").asText();
            if (path.startsWith("/") || List.of(path.split("[/\\\\]", -1)).contains("..")) {
                throw new IllegalArgumentException("A path leaves the kit");
            }
            files.add(new KitEntry(
                    path,
                    node.path("unit").asText(),
                    node.path("bytes").asLong(),
                    node.path("sha256").asText(),
                    forms));
        }
        return new SignedKit(
                folder,
                idOf(files),
                root.path("site").asInt(),
                Instant.parse(root.path("builtAt").asText()),
                Instant.parse(root.path("dataAsOf").asText()),
                root.path("sealed").asBoolean(),
                files);
    }

    private static String idOf(List<KitEntry> files) {
        String all = files.stream()
                .map(file -> file.path() + " " + file.sha256() + "\n")
                .sorted()
                .collect(Collectors.joining());
        return KitCheck.sha256(all.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }

    /** Path to SHA-256. */
    Map<String, String> expected() {
        return files.stream().collect(Collectors.toMap(KitEntry::path, KitEntry::sha256));
    }

    public long bytes() {
        return files.stream().mapToLong(KitEntry::bytes).sum();
    }

    /** Patients' names in clear belong on no stick and no foreign server. */
    public void refuseUnsealed(boolean allowed) throws PublishException {
        if (!sealed && !allowed) {
            throw new PublishException(
                    "Le kit n'est pas scellé : construisez-le avec --seal, ou dites unsealed = true pour cette cible.",
                    "The kit is not sealed: build it with --seal, or say unsealed = true for this target.");
        }
    }

    /** @throws PublishException when the file is not the one the manifest speaks of */
    public byte[] readWhole(KitEntry entry) throws IOException, PublishException {
        byte[] bytes = Files.readAllBytes(folder.resolve(entry.path()));
        if (!KitCheck.sha256(bytes).equals(entry.sha256())) {
            throw altered();
        }
        return bytes;
    }

    static PublishException altered() {
        return new PublishException(
                "Un fichier du kit ne correspond pas à son manifeste : refaites le kit.",
                "A file of the kit is not what its manifest says: build the kit again.");
    }
}
