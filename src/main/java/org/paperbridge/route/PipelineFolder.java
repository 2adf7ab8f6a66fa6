package org.paperbridge.route;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder of routes and what they use; checked before Camel sees it. */
final class PipelineFolder {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^}]+)}}");
    private static final Pattern CONFIGURATION = Pattern.compile("routeConfiguration:\\s+id:\\s*(\\S+)");
    private static final Pattern CONFIGURED_BY = Pattern.compile("routeConfigurationId:\\s*(\\S+)");
    /** Camel leaves out the option when a key with this mark in front has no value. */
    private static final String OPTIONAL = "?";

    private static final String ROUTES = "*.camel.yaml";

    private final Path folder;

    PipelineFolder(Path folder) {
        this.folder = folder;
    }

    Path properties() {
        return folder.resolve("application.properties");
    }

    String routesPattern() {
        return "file:" + folder.toAbsolutePath() + "/routes/" + ROUTES;
    }

    /** Missing files, placeholders without a key, keys nobody uses. */
    List<String> listMistakes() {
        if (!Files.isDirectory(folder.resolve("routes")) || !Files.isRegularFile(properties())) {
            return List.of("There is no pipeline in " + folder.toAbsolutePath()
                    + ": it needs routes/ and application.properties. Name the folder with --pipeline");
        }
        Map<String, Set<String>> used = mentions(PLACEHOLDER);
        Set<String> declared = load().stringPropertyNames();
        List<String> mistakes = new ArrayList<>();
        Set<String> configurations = mentions(CONFIGURATION).keySet();
        mentions(CONFIGURED_BY).forEach((id, files) -> {
            if (!configurations.contains(id)) {
                mistakes.add("routes/" + String.join(", ", files) + ": there is no routeConfiguration " + id
                        + ", so errors would be lost");
            }
        });
        used.forEach((key, files) -> {
            if (!key.startsWith(OPTIONAL) && !declared.contains(key)) {
                mistakes.add(
                        "routes/" + String.join(", ", files) + ": {{" + key + "}} is not in application.properties");
            }
        });
        for (String key : new TreeSet<>(declared)) {
            if (!used.containsKey(key) && !used.containsKey(OPTIONAL + key) && !key.startsWith("camel.")) {
                mistakes.add("application.properties: no route uses " + key);
            }
        }
        return mistakes;
    }

    /** What the first group of a pattern matched, and in which files. */
    private Map<String, Set<String>> mentions(Pattern pattern) {
        Map<String, Set<String>> mentions = new TreeMap<>();
        for (Path route : routes()) {
            Matcher matcher = pattern.matcher(text(route));
            while (matcher.find()) {
                mentions.computeIfAbsent(matcher.group(1), k -> new TreeSet<>())
                        .add(route.getFileName().toString());
            }
        }
        return mentions;
    }

    private List<Path> routes() {
        try (Stream<Path> files = Files.list(folder.resolve("routes"))) {
            return files.filter(f -> f.getFileName().toString().endsWith(".camel.yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        if (Files.isRegularFile(properties())) {
            Properties properties = load();
            properties.stringPropertyNames().forEach(key -> settings.put(key, properties.getProperty(key, "")));
        }
        return settings;
    }

    private Properties load() {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(properties())) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
