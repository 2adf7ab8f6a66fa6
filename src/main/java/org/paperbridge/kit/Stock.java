package org.paperbridge.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.paperbridge.kit.labels.LabelPlan;

/** How many sheets of each form a unit needs: {@code stock.properties}, the product's and the site's. */
public final class Stock {

    public static final String FILE = "stock.properties";
    private static final String PRODUCT = "/kit/" + FILE;
    private static final String OTHERS = "*";
    private static final Pattern PART = Pattern.compile("(prefilled|patient|new|unit)\\s+(\\d+(?:\\.\\d+)?)");
    private static final int BEDS_PER_NEWCOMER = 6;

    private final Map<String, Need> needs;

    private Stock(Map<String, Need> needs) {
        this.needs = Map.copyOf(needs);
    }

    private record Need(int prefilled, double patient, double newcomer, double unit) {}

    /**
     * The product's table with what {@code stock.properties} of a home changes.
     *
     * @throws StockException listing every line that cannot be read
     */
    public static Stock ofHome(Path home) {
        Properties all = new Properties();
        try (InputStream in = Stock.class.getResourceAsStream(PRODUCT)) {
            if (in == null) {
                throw new IllegalStateException(PRODUCT + " is missing from the product");
            }
            all.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            Path own = home.resolve(FILE);
            if (Files.exists(own)) {
                try (Reader reader = Files.newBufferedReader(own)) {
                    all.load(reader);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> mistakes = new ArrayList<>();
        Map<String, Need> needs = new HashMap<>();
        for (String form : all.stringPropertyNames()) {
            parse(all.getProperty(form))
                    .ifPresentOrElse(
                            need -> needs.put(form, need),
                            () -> mistakes.add(FILE + ": " + form + " = " + all.getProperty(form)
                                    + ": expected e.g. prefilled 1, patient 0.5, new 2, unit 1"));
        }
        if (!mistakes.isEmpty()) {
            throw new StockException(mistakes.stream().sorted().collect(Collectors.joining("\n")));
        }
        return new Stock(needs);
    }

    /**
     * What a unit needs for so many days.
     *
     * @param forms names of all forms there are
     * @param patients present in the unit
     */
    public KitPlan plan(String language, List<String> forms, int patients, int days) {
        Map<String, Integer> prefilled = new HashMap<>();
        Map<String, Integer> blanks = new HashMap<>();
        for (String form : forms) {
            prefilled.put(form, need(form).prefilled());
            blanks.put(form, blanks(form, patients, days));
        }
        LabelPlan labels = new LabelPlan(
                Math.min(LabelPlan.MOST_NEWCOMERS, newcomers(patients, days)),
                LabelPlan.USUAL.patientSheet(),
                LabelPlan.USUAL.tubeSheet(),
                LabelPlan.USUAL.bandSheet(),
                LabelPlan.USUAL.offset());
        return new KitPlan(language, prefilled, blanks, KitPlan.PAGES_PER_FILE, labels);
    }

    /** Blank copies for so many days; a newcomer's sheets included. */
    int blanks(String form, int patients, int days) {
        Need need = need(form);
        return (int) Math.ceil(
                need.patient() * patients * days + need.newcomer() * newcomers(patients, days) + need.unit() * days);
    }

    /** Temporary identities for the newcomers of so many days. */
    static int newcomers(int patients, int days) {
        return Math.max(1, (int) Math.ceil((double) patients / BEDS_PER_NEWCOMER)) * days;
    }

    private Need need(String form) {
        return needs.getOrDefault(form, needs.getOrDefault(OTHERS, new Need(0, 0, 0, 0)));
    }

    private static Optional<Need> parse(String text) {
        Map<String, Double> parts = new HashMap<>();
        for (String part : text.split(",")) {
            Matcher matcher = PART.matcher(part.strip());
            if (!matcher.matches()) {
                return Optional.empty();
            }
            parts.put(matcher.group(1), Double.valueOf(matcher.group(2)));
        }
        return Optional.of(new Need(
                parts.getOrDefault("prefilled", 0.0).intValue(),
                parts.getOrDefault("patient", 0.0),
                parts.getOrDefault("new", 0.0),
                parts.getOrDefault("unit", 0.0)));
    }
}
