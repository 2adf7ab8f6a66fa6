package org.paperbridge.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One small file a target, in the home; it can be read while kits are being published, and holds no patient. */
public final class StateFolder {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENDING = ".json";

    private final Path folder;

    /** @param home of the installation */
    public StateFolder(Path home) {
        this.folder = home.resolve("publish");
    }

    /** By name; empty when nothing was ever published. */
    public List<TargetState> list() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<TargetState> states = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(ENDING)) {
                    read(name.substring(0, name.length() - ENDING.length())).ifPresent(states::add);
                }
            }
        }
        return states;
    }

    /** A target that is switched off must not alarm for ever. */
    public void forgetOthers(Collection<String> names) throws IOException {
        for (TargetState state : list()) {
            if (!names.contains(state.name())) {
                Files.deleteIfExists(folder.resolve(state.name() + ENDING));
            }
        }
    }

    /** Empty when there is none, or none that can be read: then the target is looked at anew. */
    Optional<TargetState> read(String name) throws IOException {
        Path file = folder.resolve(name + ENDING);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode node = JSON.readTree(Files.readAllBytes(file));
            return Optional.of(new TargetState(
                    name,
                    Instant.parse(node.path("since").asText()),
                    text(node, "kit"),
                    text(node, "dataAsOf").map(Instant::parse),
                    text(node, "doneAt").map(Instant::parse),
                    text(node, "fr").map(fr -> new Said(fr, node.path("en").asText())),
                    text(node, "failingSince").map(Instant::parse),
                    node.path("tries").asInt(),
                    Instant.parse(node.path("nextTry").asText()),
                    text(node, "alarmAt").map(Instant::parse)));
        } catch (IOException | DateTimeException e) {
            return Optional.empty();
        }
    }

    void write(TargetState state) throws IOException {
        ObjectNode node = JSON.createObjectNode();
        node.put("since", state.since().toString());
        state.kit().ifPresent(kit -> node.put("kit", kit));
        state.dataAsOf().ifPresent(at -> node.put("dataAsOf", at.toString()));
        state.doneAt().ifPresent(at -> node.put("doneAt", at.toString()));
        state.outcome().ifPresent(said -> node.put("fr", said.fr()).put("en", said.en()));
        state.failingSince().ifPresent(at -> node.put("failingSince", at.toString()));
        node.put("tries", state.tries());
        node.put("nextTry", state.nextTry().toString());
        state.alarmAt().ifPresent(at -> node.put("alarmAt", at.toString()));
        Files.createDirectories(folder);
        Path part = folder.resolve("." + state.name() + ".part");
        Files.writeString(part, node.toPrettyString() + "\n");
        Files.move(
                part,
                folder.resolve(state.name() + ENDING),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static Optional<String> text(JsonNode node, String key) {
        return Optional.of(node.path(key).asText()).filter(text -> !text.isEmpty());
    }
}
