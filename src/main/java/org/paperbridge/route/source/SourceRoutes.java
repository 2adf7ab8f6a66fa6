package org.paperbridge.route.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.paperbridge.route.FileNaming;
import org.paperbridge.route.TemplatedRoute;
import org.paperbridge.source.TrustedCertificates;
import org.paperbridge.source.profile.ScannerProfile.BlankBacks;
import org.paperbridge.source.profile.Source;
import org.paperbridge.source.profile.SourceKind;

/** A route for every source that is switched on, from the template of its kind. */
public final class SourceRoutes {

    private static final int MS = 1000;

    private SourceRoutes() {}

    /** @param home relative folders lie in it */
    public static List<TemplatedRoute> of(List<Source> sources, Path home) {
        List<TemplatedRoute> routes = new ArrayList<>();
        for (Source source : sources) {
            if (source.kind() != SourceKind.UPLOAD) {
                routes.add(new TemplatedRoute(
                        source.kind().isAsked() ? "scanner" : source.kind().code(),
                        routeId(source.name()),
                        parameters(source, home)));
            }
        }
        return routes;
    }

    /** The beans that the routes of these sources call by the name of the source. */
    public static Map<String, Object> beans(List<Source> sources) {
        Map<String, Object> beans = new TreeMap<>();
        for (Source source : sources) {
            if (source.kind() == SourceKind.MAIL) {
                beans.put("mail-" + source.name(), mailProperties(source));
            }
        }
        return beans;
    }

    /** What the file names of these sources say, by name of the source. */
    public static Map<String, FileNaming> namings(List<Source> sources) {
        Map<String, FileNaming> namings = new TreeMap<>();
        for (Source source : sources) {
            namings.put(
                    source.name(),
                    new FileNaming(
                            source.profile().naming().isNumbered(),
                            source.profile().blankBacks() == BlankBacks.LEFT_OUT));
        }
        return namings;
    }

    static String routeId(String source) {
        return "source-" + source;
    }

    private static Map<String, String> parameters(Source source, Path home) {
        Map<String, String> parameters = new TreeMap<>();
        parameters.put("source", source.name());
        source.keys().forEach((key, value) -> {
            switch (key) {
                // s are for people, ms for Camel
                case "quiet", "patience", "period" -> parameters.put(key, Long.toString(Long.parseLong(value) * MS));
                case "password-file" -> parameters.put("password", secret(value));
                default -> {
                    if (!value.isEmpty()) {
                        parameters.put(key, value);
                    }
                }
            }
        });
        if (source.kind() == SourceKind.FOLDER) {
            Path folder = home.resolve(source.get("directory"));
            make(folder);
            parameters.put("directory", folder.toString());
            // for Camel a relative one lies in the folder of each file
            parameters.put("done", folder.resolve(source.get("done")).toString());
        }
        if (source.kind() == SourceKind.MAIL) {
            parameters.put("protocol", source.get("security").equals("tls") ? "imaps" : "imap");
        }
        return parameters;
    }

    /** The first line of a file; empty without one. */
    private static String secret(String file) {
        if (file.isEmpty()) {
            return "";
        }
        try {
            return Files.readString(Path.of(file)).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " is not there and cannot be made", e);
        }
    }

    /** Attachments come in large pieces, and never whole into memory. */
    private static Properties mailProperties(Source source) {
        Properties properties = new Properties();
        for (String protocol : List.of("imap", "imaps")) {
            properties.put("mail." + protocol + ".partialfetch", "true");
            properties.put("mail." + protocol + ".fetchsize", "262144");
            properties.put("mail." + protocol + ".connectiontimeout", "20000");
            properties.put("mail." + protocol + ".timeout", "60000");
            properties.put("mail." + protocol + ".ssl.checkserveridentity", "true");
        }
        if (!source.get("trust-file").isEmpty()) {
            properties.put(
                    "mail.imaps.ssl.socketFactory",
                    TrustedCertificates.context(Path.of(source.get("trust-file")))
                            .getSocketFactory());
        }
        return properties;
    }
}
