package org.paperbridge.source.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.paperbridge.source.ScanSettings;
import org.paperbridge.source.ScanSettings.Colour;
import org.paperbridge.source.ScanSettings.Feed;
import org.paperbridge.source.ScanSettings.Format;
import org.paperbridge.source.profile.ScannerProfile.BlankBacks;
import org.paperbridge.source.profile.ScannerProfile.Naming;

/** {@code scanner-config/}: one folder a profile, with {@code profile.yaml}; their schema beside them. */
public final class ProfileFolder {

    public static final String FILE = "profile.yaml";
    private static final String SCHEMA = "profile.schema.json";

    private final Path folder;
    private final JsonSchema schema;

    /** @throws UncheckedIOException when there is no schema in it */
    public ProfileFolder(Path folder) {
        this.folder = folder;
        try {
            this.schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                    .getSchema(
                            Files.readString(folder.resolve(SCHEMA)),
                            SchemaValidatorsConfig.builder()
                                    .pathType(PathType.JSON_POINTER)
                                    .locale(Locale.ENGLISH)
                                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException("There are no scanner profiles in " + folder, e);
        }
    }

    /** Names of the folders that hold a profile, in order. */
    public List<String> listIds() {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(f -> Files.isRegularFile(f.resolve(FILE)))
                    .map(f -> f.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a profile.
     *
     * @param mistakes told everything that is wrong with it, one line each
     * @return empty when anything is
     */
    public Optional<ScannerProfile> find(String id, Consumer<String> mistakes) {
        Path file = folder.resolve(id).resolve(FILE);
        String name = folder.getFileName() + "/" + id + "/" + FILE;
        if (!id.matches("[a-z0-9-]+") || !Files.isRegularFile(file)) {
            mistakes.accept("There is no " + name + "; there are " + String.join(", ", listIds()));
            return Optional.empty();
        }
        try {
            JsonNode root = new YAMLMapper().readTree(Files.readString(file));
            List<String> wrong = schema.validate(root).stream()
                    .map(m -> name + ": " + m.getInstanceLocation() + " " + m.getMessage())
                    .distinct()
                    .toList();
            wrong.forEach(mistakes);
            return wrong.isEmpty() ? checked(profile(id, root), name, mistakes) : Optional.empty();
        } catch (JsonProcessingException e) {
            mistakes.accept(name + ": " + e.getOriginalMessage());
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    private static Optional<ScannerProfile> checked(ScannerProfile profile, String name, Consumer<String> mistakes) {
        List<String> unknown = profile.keys().keySet().stream()
                .filter(k -> !profile.kind().knows(k))
                .sorted()
                .toList();
        unknown.forEach(k -> mistakes.accept(
                name + ": /keys a source of kind " + profile.kind().code() + " has no key " + k));
        return unknown.isEmpty() ? Optional.of(profile) : Optional.empty();
    }

    private static ScannerProfile profile(String id, JsonNode root) {
        JsonNode scan = root.path("scan");
        Map<String, String> keys = new TreeMap<>();
        root.path("keys")
                .properties()
                .forEach(e -> keys.put(e.getKey(), e.getValue().asText()));
        return new ScannerProfile(
                id,
                Map.of(
                        "fr", root.path("title").path("fr").asText(),
                        "en", root.path("title").path("en").asText()),
                SourceKind.of(root.path("kind").asText()).orElseThrow(),
                new ScanSettings(
                        scan.path("resolution").asInt(),
                        Colour.valueOf(word(scan, "colour")),
                        scan.path("sides").asText().equals("both"),
                        Feed.valueOf(word(scan, "feed")),
                        // what a device that sends by itself writes is its own business
                        scan.path("format").asText().equals("pdf") ? Format.PDF : Format.JPEG),
                Naming.valueOf(word(root, "naming")),
                BlankBacks.valueOf(word(scan, "blankBacks")),
                keys);
    }

    private static String word(JsonNode node, String key) {
        return node.path(key).asText().toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
