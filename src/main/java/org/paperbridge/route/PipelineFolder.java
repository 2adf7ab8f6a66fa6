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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folder of routes and what they use; checked before Camel sees it. */
final class PipelineFolder {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^}]+)}}");
    private static final Pattern CONFIGURATION = Pattern.compile("routeConfiguration:\\s+id:\\s*(\\S+)");
    private static final Pattern CONFIGURED_BY = Pattern.compile("routeConfigurationId:\\s*(\\S+)");
    /** Camel leaves out the option when a key with this mark in front has no value. */
    private static final String OPTIONAL = "?";

    /** Parameters of a route template. */
    private static final Pattern PARAMETER = Pattern.compile("(?m)^\\s+- name: (\\S+)$");

    private static final String ROUTES = "*.camel.yaml";
    private static final List<String> FOLDERS = List.of("routes", "sources");

    private final Path folder;

    PipelineFolder(Path folder) {
        this.folder = folder;
    }

    Path properties() {
        return folder.resolve("application.properties");
    }

    String routesPattern() {
        return FOLDERS.stream()
                .filter(f -> Files.isDirectory(folder.resolve(f)))
                .map(f -> "file:" + folder.toAbsolutePath() + "/" + f + "/" + ROUTES)
                .collect(Collectors.joining(","));
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
                mistakes.add(String.join(", ", files) + ": there is no routeConfiguration " + id
                        + ", so errors would be lost");
            }
        });
        used.forEach((key, files) -> {
            if (!key.startsWith(OPTIONAL) && !declared.contains(key)) {
                mistakes.add(String.join(", ", files) + ": {{" + key + "}} is not in application.properties");
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
            String text = text(route);
            Set<String> own = parameters(text);
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                String word = matcher.group(1);
                if (!own.contains(word.startsWith(OPTIONAL) ? word.substring(1) : word)) {
                    mentions.computeIfAbsent(word, k -> new TreeSet<>())
                            .add(folder.relativize(route).toString());
                }
            }
        }
        return mentions;
    }

    /** What a template is given when a route is made of it. */
    private static Set<String> parameters(String text) {
        Set<String> parameters = new TreeSet<>();
        if (text.contains("routeTemplate:")) {
            Matcher matcher = PARAMETER.matcher(text);
            while (matcher.find()) {
                parameters.add(matcher.group(1));
            }
        }
        return parameters;
    }

    private List<Path> routes() {
        List<Path> routes = new ArrayList<>();
        for (String part : FOLDERS) {
            if (Files.isDirectory(folder.resolve(part))) {
                routes.addAll(routes(folder.resolve(part)));
            }
        }
        return routes;
    }

    private static List<Path> routes(Path part) {
        try (Stream<Path> files = Files.list(part)) {
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
