package org.paperbridge.source.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The devices that {@code paperbridge.properties} switches on: {@code source.NAME.profile} and their keys. */
public final class Sources {

    private static final String PROFILE = "profile";
    private static final String ON = "on";

    private final ProfileFolder profiles;
    private final List<Source> all = new ArrayList<>();
    private final List<String> mistakes = new ArrayList<>();

    private Sources(ProfileFolder profiles) {
        this.profiles = profiles;
    }

    /**
     * Checks everything.
     *
     * @param blocks by name of the source, then key, without {@code source.NAME.} in front
     */
    public static Sources of(ProfileFolder profiles, Map<String, Map<String, String>> blocks) {
        Sources sources = new Sources(profiles);
        new TreeMap<>(blocks).forEach(sources::add);
        return sources;
    }

    public List<Source> all() {
        return List.copyOf(all);
    }

    /** Everything that is wrong, one line each; then {@link #all()} is not complete. */
    public List<String> mistakes() {
        return List.copyOf(mistakes);
    }

    private void add(String name, Map<String, String> block) {
        String at = "source." + name + ".";
        String on = block.getOrDefault(ON, "true");
        if (!on.equals("true") && !on.equals("false")) {
            mistakes.add(at + ON + " must be true or false, not " + on);
        }
        if (!block.containsKey(PROFILE)) {
            mistakes.add(at + PROFILE + " is missing: it names a folder in scanner-config");
            return;
        }
        int before = mistakes.size();
        Optional<ScannerProfile> found =
                profiles.find(block.getOrDefault(PROFILE, ""), m -> mistakes.add(at + PROFILE + ": " + m));
        found.map(p -> source(name, p, block))
                .filter(s -> mistakes.size() == before && on.equals("true"))
                .ifPresent(all::add);
    }

    private Source source(String name, ScannerProfile profile, Map<String, String> block) {
        String at = "source." + name + ".";
        SourceKind kind = profile.kind();
        Map<String, String> keys = new TreeMap<>(kind.defaults());
        keys.putAll(profile.keys());
        block.forEach((key, value) -> {
            if (kind.knows(key)) {
                keys.put(key, value);
            } else if (!key.equals(PROFILE) && !key.equals(ON)) {
                mistakes.add(at + key + ": a source of kind " + kind.code() + " has no such key");
            }
        });
        for (String key : kind.needed()) {
            if (keys.getOrDefault(key, "").isEmpty()) {
                mistakes.add(at + key + " is missing");
            }
        }
        SourceValues.listMistakes(kind, keys).forEach(m -> mistakes.add(at + m));
        return new Source(name, profile, keys);
    }
}
