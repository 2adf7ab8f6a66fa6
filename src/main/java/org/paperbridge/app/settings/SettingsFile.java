package org.paperbridge.app.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.paperbridge.app.settings.ServerSettings.Queue;
import org.paperbridge.process.IdentityLines;
import org.paperbridge.store.StoreSettings;

/** Reads {@code paperbridge.properties} of a home folder; the environment wins over it. */
public final class SettingsFile {

    public static final String NAME = "paperbridge.properties";

    private final Path home;
    private final Map<String, String> values;
    private final List<String> mistakes = new ArrayList<>();

    private SettingsFile(Path home, Map<String, String> values) {
        this.home = home;
        this.values = values;
    }

    /**
     * Settings of a home. Without a file every key has its default.
     *
     * @param environment e.g. {@code System.getenv()}
     * @param cores how many workers {@code workers = 0} means
     * @throws SettingsRefusedException listing every unknown key and every value that does not fit
     */
    public static ServerSettings load(Path home, Map<String, String> environment, int cores) {
        Map<String, String> values = new HashMap<>(SettingKeys.withDefaults());
        Properties written = read(home.resolve(NAME));
        List<String> unknown = new TreeSet<>(written.stringPropertyNames())
                .stream()
                        .filter(key -> !SettingKeys.isKnown(key))
                        .map(key -> NAME + ": unknown key " + key)
                        .toList();
        written.stringPropertyNames()
                .forEach(key -> values.put(key, written.getProperty(key).strip()));
        List<String> keys = new ArrayList<>(values.keySet());
        for (String key : keys) {
            String outside = environment.get(SettingKeys.environmentName(key));
            if (outside != null) {
                values.put(key, outside.strip());
            }
        }
        SettingsFile file = new SettingsFile(home.toAbsolutePath().normalize(), values);
        file.mistakes.addAll(unknown);
        return file.settings(cores);
    }

    private ServerSettings settings(int cores) {
        int workers = number("workers", 0, 256);
        ServerSettings settings = new ServerSettings(
                home,
                store(),
                path("intake.directory"),
                path("intake.done"),
                path("objects.directory"),
                queue(),
                workers == 0 ? cores : workers,
                IdentityLines.valueOf(
                        oneOf("identity.print", "all", "number", "none").toUpperCase(Locale.ROOT)),
                oneOf("language", "fr", "en"),
                zone(),
                value("web.address"),
                number("web.port", 0, 65_535),
                block("site."),
                blocks(SettingKeys.DESTINATION),
                blocks(SettingKeys.SOURCE),
                (long) number("upload.largest-mb", 1, 100_000) << 20);
        requireHiddenDone(settings);
        if (!mistakes.isEmpty()) {
            throw new SettingsRefusedException(mistakes);
        }
        return settings;
    }

    private StoreSettings store() {
        String url = value("store.url");
        if (!url.isEmpty() && !url.startsWith("jdbc:sqlite:") && !url.startsWith("jdbc:postgresql:")) {
            mistakes.add(NAME + ": store.url must begin with jdbc:sqlite: or jdbc:postgresql:");
        }
        return new StoreSettings(
                url.isEmpty() ? "jdbc:sqlite:" + home.resolve("paperbridge.db") : url,
                value("store.user"),
                value("store.password"));
    }

    private Queue queue() {
        String kind = oneOf("queue.kind", "in-process", "artemis");
        if (kind.equals("in-process")) {
            return new Queue.InProcess();
        }
        if (value("queue.url").isEmpty()) {
            mistakes.add(NAME + ": queue.kind = artemis needs queue.url, e.g. tcp://broker:61616");
        }
        return new Queue.Artemis(value("queue.url"), value("queue.user"), value("queue.password"));
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(value("ward.zone"));
        } catch (DateTimeException e) {
            mistakes.add(NAME + ": ward.zone must be a time zone such as Europe/Paris, not " + value("ward.zone"));
            return ZoneId.of("UTC");
        }
    }

    /** Inside the drop folder, only a hidden folder is not looked into. */
    private void requireHiddenDone(ServerSettings settings) {
        if (settings.done().startsWith(settings.inbox())
                && !settings.inbox().relativize(settings.done()).toString().startsWith(".")) {
            mistakes.add(NAME + ": intake.done lies inside intake.directory, so its files would be taken again;"
                    + " let its name begin with a dot, or put it elsewhere");
        }
    }

    private Map<String, Map<String, String>> blocks(String prefix) {
        Map<String, Map<String, String>> blocks = new TreeMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                String[] parts = key.split("\\.", 3);
                blocks.computeIfAbsent(parts[1], n -> new TreeMap<>()).put(parts[parts.length - 1], value);
            }
        });
        return blocks;
    }

    private Map<String, String> block(String prefix) {
        return values.entrySet().stream()
                .filter(e -> e.getKey().startsWith(prefix))
                .collect(Collectors.toMap(e -> e.getKey().substring(prefix.length()), Map.Entry::getValue));
    }

    private Path path(String key) {
        return home.resolve(value(key)).normalize();
    }

    private int number(String key, int lowest, int highest) {
        String text = value(key);
        if (text.matches("\\d{1,6}")) {
            int number = Integer.parseInt(text);
            if (number >= lowest && number <= highest) {
                return number;
            }
        }
        mistakes.add(NAME + ": " + key + " must be a whole number from " + lowest + " to " + highest + ", not " + text);
        return lowest;
    }

    private String oneOf(String key, String... words) {
        String text = value(key);
        if (List.of(words).contains(text)) {
            return text;
        }
        mistakes.add(NAME + ": " + key + " must be " + String.join(" or ", words) + ", not " + text);
        return words[0];
    }

    private String value(String key) {
        return values.getOrDefault(key, "");
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        if (!Files.exists(file)) {
            return properties;
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("The settings " + file + " cannot be read", e);
        }
        return properties;
    }
}
