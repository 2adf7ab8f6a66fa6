package org.paperbridge.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.paperbridge.form.page.PrintedForm;
import org.paperbridge.key.KeyRing;
import org.paperbridge.kit.KitFile;
import org.paperbridge.kit.KitWords;
import org.paperbridge.kit.folder.KitCheck;
import org.paperbridge.kit.folder.KitFolder;
import org.paperbridge.kit.folder.KitSignature;

/**
 * What stands beside the PDFs of a kit: the manifest, its signature, and a few lines for whoever opens the stick.
 *
 * @param sealed the PDFs ask for the kit password
 */
record KitManifest(int site, Instant builtAt, Instant dataAsOf, String language, boolean sealed, List<KitFile> files) {

    KitManifest {
        files = List.copyOf(files);
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
        signature.put("signature", java.util.HexFormat.of().formatHex(KitSignature.sign(pair.getPrivate(), manifest)));
        Files.writeString(folder.resolve(KitCheck.SIGNATURE), Json.pretty(signature) + "\n");
        KitWords words = KitWords.of(language);
        String readme = words.say("readme.start") + "\r\n"
                + (sealed ? words.say("readme.sealed") + "\r\n" : "")
                + words.say("readme.verify", KitSignature.print(pair)) + "\r\n";
        Files.writeString(folder.resolve(KitCheck.README), "\ufeff" + readme);
    }

    private static Map<String, Object> describe(KitFile file) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("path", file.path());
        map.put("unit", file.unit());
        map.put("pages", file.pages());
        map.put("bytes", file.bytes());
        map.put("sha256", file.sha256());
        map.put("forms", file.forms().stream().map(KitManifest::describe).toList());
        return map;
    }

    /** The patient is left out: who holds the manifest must not learn who was on the ward. */
    private static Map<String, Object> describe(PrintedForm form) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("serial", form.serial());
        map.put("form", form.form().form());
        map.put("version", form.form().version());
        map.put("blank", form.patientId().isEmpty());
        return map;
    }
}
