package org.paperbridge.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.key.KeyRing;
import org.paperbridge.kit.KitFile;
import org.paperbridge.kit.KitSheet;
import org.paperbridge.kit.KitWords;
import org.paperbridge.kit.folder.KitCheck;
import org.paperbridge.kit.folder.KitFolder;
import org.paperbridge.kit.folder.KitSignature;

/**
 * What stands beside the PDFs of a kit: the manifest, its signature, and a few lines for whoever opens the stick.
 *
 * @param sealed the PDFs ask for the kit password
 */
record KitManifest(
        int site,
        Instant builtAt,
        Instant dataAsOf,
        String language,
        boolean sealed,
        List<KitFile> files,
        List<UnitState> units) {

    private static final ObjectMapper READER = new ObjectMapper();

    KitManifest {
        files = List.copyOf(files);
        units = List.copyOf(units);
    }

    /**
     * When a unit's part of the kit was printed, and from what.
     *
     * @param beds patients may lie there; not at a desk such as the pharmacy
     * @param patients how many were present
     * @param fingerprint of everything that decides what is printed, keyed
     * @param files of the unit, when read from a kit on disk
     */
    record UnitState(
            String code,
            boolean beds,
            int patients,
            Instant printedAt,
            Instant dataAsOf,
            String fingerprint,
            List<KitFile> files) {

        UnitState {
            files = List.copyOf(files);
        }

        /** The same part of the kit, of a unit that now has beds, or has none. */
        UnitState with(boolean bedsNow) {
            return new UnitState(code, bedsNow, patients, printedAt, dataAsOf, fingerprint, files);
        }

        /** When the oldest sheet was printed that names a patient. */
        Instant oldestSheet() {
            return files.stream()
                    .flatMap(file -> file.sheets().stream())
                    .filter(sheet -> !sheet.blank())
                    .map(KitSheet::printedAt)
                    .reduce(printedAt, (a, b) -> a.isBefore(b) ? a : b);
        }
    }

    /** Of every form in the kit, by unit code. */
    Map<String, Set<String>> serials() {
        Map<String, Set<String>> serials = new HashMap<>();
        for (KitFile file : files) {
            Set<String> ofUnit = serials.computeIfAbsent(file.unit(), unit -> new HashSet<>());
            file.sheets().forEach(sheet -> ofUnit.add(sheet.serial()));
        }
        return serials;
    }

    /** Units of a kit on disk by code; empty when there is none or its manifest says nothing of units. */
    static Map<String, UnitState> states(Path folder) throws IOException {
        Path file = folder.resolve(KitFolder.MANIFEST);
        if (!Files.exists(file)) {
            return Map.of();
        }
        JsonNode root = READER.readTree(Files.readAllBytes(file));
        Map<String, List<KitFile>> files = new HashMap<>();
        for (JsonNode node : root.path("files")) {
            files.computeIfAbsent(node.path("unit").asText(), unit -> new ArrayList<>())
                    .add(file(node));
        }
        Map<String, UnitState> states = new HashMap<>();
        for (JsonNode node : root.path("units")) {
            String code = node.path("code").asText();
            states.put(
                    code,
                    new UnitState(
                            code,
                            node.path("beds").asBoolean(true),
                            node.path("patients").asInt(),
                            Instant.parse(node.path("printedAt").asText()),
                            Instant.parse(node.path("dataAsOf").asText()),
                            node.path("fingerprint").asText(),
                            files.getOrDefault(code, List.of())));
        }
        return states;
    }

    private static KitFile file(JsonNode node) {
        List<KitSheet> sheets = new ArrayList<>();
        for (JsonNode form : node.path("forms")) {
            sheets.add(new KitSheet(
                    form.path("serial").asText(),
                    new FormRef(form.path("form").asText(), form.path("version").asInt()),
                    form.path("copy").asInt(1),
                    Instant.parse(form.path("printedAt").asText(Instant.EPOCH.toString())),
                    form.path("blank").asBoolean(),
                    form.path("mark").asText(),
                    Optional.empty()));
        }
        return new KitFile(
                node.path("path").asText(),
                node.path("unit").asText(),
                node.path("pages").asInt(),
                node.path("bytes").asLong(),
                node.path("sha256").asText(),
                sheets);
    }

    /** Whether a kit on disk was signed by this site: only then may anything of it be taken over. */
    static boolean genuine(Path folder, KeyRing keys) throws IOException {
        Path file = folder.resolve(KitFolder.MANIFEST);
        return Files.exists(file)
                && KitSignature.holds(keys.kitSignature().getPublic(), Files.readAllBytes(file), signature(folder));
    }

    /** No bytes when there is none, or what there is is none. */
    static byte[] signature(Path folder) throws IOException {
        Path file = folder.resolve(KitCheck.SIGNATURE);
        if (!Files.exists(file)) {
            return new byte[0];
        }
        try {
            return HexFormat.of()
                    .parseHex(READER.readTree(Files.readAllBytes(file))
                            .path("signature")
                            .asText());
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return new byte[0];
        }
    }

    String json() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("site", site);
        map.put("builtAt", builtAt);
        map.put("dataAsOf", dataAsOf);
        map.put("language", language);
        if (sealed) {
            map.put("sealed", true);
        }
        map.put("units", units.stream().map(KitManifest::describe).toList());
        map.put("files", files.stream().map(KitManifest::describe).toList());
        return Json.pretty(map);
    }

    /** Manifest, signature and readme. */
    void write(Path folder, KeyRing keys) throws IOException {
        byte[] manifest = (json() + "\n").getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve(KitFolder.MANIFEST), manifest);
        KeyPair pair = keys.kitSignature();
        Map<String, Object> signature = new LinkedHashMap<>();
        signature.put("algorithm", "Ed25519");
        signature.put("publicKey", KitSignature.print(pair));
        signature.put("signature", HexFormat.of().formatHex(KitSignature.sign(pair.getPrivate(), manifest)));
        Files.writeString(folder.resolve(KitCheck.SIGNATURE), Json.pretty(signature) + "\n");
        KitWords words = KitWords.of(language);
        String readme = words.say("readme.start") + "\r\n"
                + (sealed ? words.say("readme.sealed") + "\r\n" : "")
                + words.say("readme.verify", KitSignature.print(pair)) + "\r\n";
        Files.writeString(folder.resolve(KitCheck.README), "\ufeff" + readme);
    }

    private static Map<String, Object> describe(UnitState unit) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("code", unit.code());
        if (!unit.beds()) {
            map.put("beds", false);
        }
        map.put("patients", unit.patients());
        map.put("printedAt", unit.printedAt());
        map.put("dataAsOf", unit.dataAsOf());
        map.put("fingerprint", unit.fingerprint());
        return map;
    }

    private static Map<String, Object> describe(KitFile file) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("path", file.path());
        map.put("unit", file.unit());
        map.put("pages", file.pages());
        map.put("bytes", file.bytes());
        map.put("sha256", file.sha256());
        map.put("forms", file.sheets().stream().map(KitManifest::describe).toList());
        return map;
    }

    /** The patient is left out: who holds the manifest must not learn who was on the ward. */
    private static Map<String, Object> describe(KitSheet sheet) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("serial", sheet.serial());
        map.put("form", sheet.form().form());
        map.put("version", sheet.form().version());
        map.put("blank", sheet.blank());
        if (sheet.copy() > 1) {
            map.put("copy", sheet.copy());
        }
        map.put("printedAt", sheet.printedAt());
        if (!sheet.mark().isEmpty()) {
            map.put("mark", sheet.mark());
        }
        return map;
    }
}
