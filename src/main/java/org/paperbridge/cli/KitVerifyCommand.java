package org.paperbridge.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.paperbridge.kit.folder.KitCheck;
import org.paperbridge.kit.folder.KitCheck.Differences;
import org.paperbridge.kit.folder.KitFolder;
import org.paperbridge.kit.folder.KitSignature;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "verify",
        description = {
            "Checks a kit on disk or stick: every file against its manifest, the manifest against its signature, and how",
            "old the data is. Trusts the key given with --key (as printed on the key cards), else that of the home's ring."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:whole, genuine and recent",
            "1:whole and genuine, but old",
            "2:there is no kit, or nothing to check its signature with",
            "3:files altered, missing or extra, or not signed by this site"
        })
public final class KitVerifyCommand implements Callable<Integer> {

    private static final int OLD = 1;
    private static final int WRONG = 3;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Mixin
    private Home home = new Home();

    @Parameters(paramLabel = "DIR", description = "The kit.")
    private Path folder = Path.of("");

    @Option(names = "--key", paramLabel = "HEX", description = "Public key of the site, 64 hex digits.")
    private Optional<String> key = Optional.empty();

    @Option(
            names = "--max-age",
            paramLabel = "HOURS",
            description = "Older data is told; ${DEFAULT-VALUE} when absent.",
            defaultValue = "24")
    private long maxAge;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Path manifest = folder.resolve(KitFolder.MANIFEST);
        if (!Files.exists(manifest)) {
            throw new RefusedException("There is no kit in " + folder + ": it has no " + KitFolder.MANIFEST + ".");
        }
        PublicKey trusted = trusted();
        byte[] text = Files.readAllBytes(manifest);
        boolean genuine = KitSignature.holds(trusted, text, KitManifest.signature(folder));
        Map<String, String> expected = new HashMap<>();
        Optional<Instant> dataAsOf = Optional.empty();
        try {
            JsonNode root = JSON.readTree(text);
            root.path("files")
                    .forEach(file -> expected.put(
                            file.path("path").asText(), file.path("sha256").asText()));
            dataAsOf = Optional.of(Instant.parse(root.path("dataAsOf").asText()));
        } catch (JsonProcessingException | DateTimeException e) {
            genuine = false;
        }
        Differences differences = KitCheck.compare(folder, expected);
        Duration age = dataAsOf.map(at -> Duration.between(at, Clock.systemUTC().instant()))
                .orElse(Duration.ofDays(9999));
        boolean old = age.compareTo(Duration.ofHours(maxAge)) > 0;
        say(genuine, differences, age, old, expected.size());
        return !genuine || !differences.none() ? WRONG : old ? OLD : 0;
    }

    private PublicKey trusted() {
        try {
            if (key.isPresent()) {
                return KitSignature.parse(key.get());
            }
        } catch (IllegalArgumentException e) {
            throw new RefusedException("--key is no public key: 64 hex digits, as on the key cards.", e);
        }
        if (!home.siteKeys().exist()) {
            throw new RefusedException(
                    "Nothing to check the signature with: give the site's public key with --key, as on its key cards.");
        }
        return home.siteKeys().open().kitSignature().getPublic();
    }

    private void say(boolean genuine, Differences differences, Duration age, boolean old, int files) {
        if (json) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("files", files);
            map.put("genuine", genuine);
            map.put("altered", differences.altered());
            map.put("missing", differences.missing());
            map.put("extra", differences.extra());
            map.put("dataAgeHours", age.toMinutes() / 60.0);
            map.put("old", old);
            System.out.println(Json.pretty(map));
            return;
        }
        List<String> lines = new ArrayList<>();
        lines.add(genuine ? "Signed by this site." : "NOT signed by this site: do not use it.");
        differences.altered().forEach(path -> lines.add("altered  " + path));
        differences.missing().forEach(path -> lines.add("missing  " + path));
        differences.extra().forEach(path -> lines.add("extra    " + path));
        lines.add(files + " files in the manifest; data is " + age.toHours() + " h old"
                + (old ? ": OLD, check it against the ward." : "."));
        lines.forEach(System.out::println);
    }
}
