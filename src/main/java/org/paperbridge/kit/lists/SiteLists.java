package org.paperbridge.kit.lists;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.paperbridge.kit.lists.SiteList.Col;
import org.paperbridge.kit.lists.SiteList.Fill;

/** The lists there are: the product's, and what {@code lists/lists.properties} of a home adds or changes. */
public final class SiteLists {

    public static final String FILE = "lists.properties";
    private static final String PRODUCT = "/kit/" + FILE;
    private static final Pattern COLUMN = Pattern.compile("([a-z][a-z0-9-]*)(\\*|_|\\[])?\\s+(\\d+(?:\\.\\d+)?)");

    private static final Set<String> DESKS = Set.of(
            "lab",
            "pharmacy",
            "imaging",
            "sterilisation",
            "stores",
            "it",
            "admissions",
            "switchboard",
            "consultations",
            "crisis");

    private final List<SiteList> lists;

    private SiteLists(List<SiteList> lists) {
        this.lists = List.copyOf(lists);
    }

    /**
     * @param folder {@code lists/} of a home
     * @throws SiteListException naming every list that cannot be understood
     */
    public static SiteLists ofFolder(Path folder) {
        Properties all = new Properties();
        try (InputStream in = SiteLists.class.getResourceAsStream(PRODUCT)) {
            if (in == null) {
                throw new IllegalStateException(PRODUCT + " is missing from the product");
            }
            all.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            Path own = folder.resolve(FILE);
            if (Files.exists(own)) {
                try (Reader reader = Files.newBufferedReader(own)) {
                    all.load(reader);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> mistakes = new ArrayList<>();
        List<SiteList> lists = all.stringPropertyNames().stream()
                .map(name -> name.substring(0, Math.max(0, name.indexOf('.'))))
                .distinct()
                .map(key -> list(key, all, mistakes))
                .sorted(Comparator.comparing(SiteList::fileName).thenComparing(SiteList::key))
                .toList();
        if (!mistakes.isEmpty()) {
            throw new SiteListException(mistakes.stream().sorted().collect(Collectors.joining("\n")));
        }
        return new SiteLists(lists);
    }

    public List<SiteList> all() {
        return lists;
    }

    public Optional<SiteList> find(String key) {
        return lists.stream().filter(list -> list.key().equals(key)).findFirst();
    }

    private static SiteList list(String key, Properties all, List<String> mistakes) {
        List<Col> columns = new ArrayList<>();
        for (String part : all.getProperty(key + ".columns", "").split(",")) {
            Matcher column = COLUMN.matcher(part.strip());
            if (column.matches()) {
                columns.add(new Col(column.group(1), Double.parseDouble(column.group(3)), fill(column.group(2))));
            } else {
                mistakes.add(FILE + ": " + key + ".columns: \"" + part.strip()
                        + "\": expected e.g. phone* 19, note 20, counted_ 12, done[] 8");
            }
        }
        String file = all.getProperty(key + ".file", "");
        if (!file.matches("\\d\\d-[a-z0-9-]+")) {
            mistakes.add(FILE + ": " + key + ".file = \"" + file + "\": expected e.g. 06-" + key);
        }
        String dated = all.getProperty(key + ".dated", "no");
        Map<String, String> titles = new HashMap<>();
        for (String language : List.of("fr", "en")) {
            Optional.ofNullable(all.getProperty(key + ".title." + language))
                    .ifPresent(title -> titles.put(language, title));
        }
        return new SiteList(
                key,
                file,
                dated.equals("coming"),
                columns,
                (int) number(key + ".free", all, mistakes),
                number(key + ".row", all, mistakes),
                Arrays.stream(all.getProperty(key + ".for", "").split("[ ,]+"))
                        .filter(desk -> !desk.isEmpty() && !desk.equals("everybody"))
                        .collect(Collectors.toCollection(TreeSet::new)),
                titles);
    }

    private static Fill fill(@Nullable String mark) {
        return switch (mark) {
            case "*" -> Fill.REQUIRED;
            case "_" -> Fill.PEN;
            case "[]" -> Fill.TICK;
            case null, default -> Fill.GIVEN;
        };
    }

    private static double number(String key, Properties all, List<String> mistakes) {
        String text = all.getProperty(key, "0").strip();
        if (!text.matches("\\d{1,2}(\\.\\d)?")) {
            mistakes.add(FILE + ": " + key + " = " + text + ": expected a number below 100");
            return 0;
        }
        return Double.parseDouble(text);
    }

    /** The product's desks, and those a list of the site is for. Some get only what everybody gets. */
    public Set<String> desks() {
        return Stream.concat(DESKS.stream(), lists.stream().flatMap(list -> list.desks().stream()))
                .collect(Collectors.toSet());
    }
}
