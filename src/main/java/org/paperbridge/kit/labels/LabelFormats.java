package org.paperbridge.kit.labels;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.paperbridge.form.layout.PageBox;

/** The label sheets this site knows: those of the product and its own. */
public final class LabelFormats {

    public static final String FILE = "labels.properties";
    private static final String PRODUCT = "/kit/" + FILE;
    private static final Set<String> KEYS = Set.of("grid", "size", "first", "step", "order", "cut");

    private final Map<String, LabelFormat> formats;

    private LabelFormats(Map<String, LabelFormat> formats) {
        this.formats = formats;
    }

    public static LabelFormats ofProduct() {
        return read(product(), PRODUCT);
    }

    /**
     * The product's sheets and those of {@code labels.properties} in a home, if there is such a file.
     *
     * @throws LabelFormatException listing every mistake of the file
     */
    public static LabelFormats ofHome(Path home) {
        Properties all = product();
        Path own = home.resolve(FILE);
        if (Files.exists(own)) {
            try (Reader in = Files.newBufferedReader(own)) {
                all.load(in);
            } catch (IOException | IllegalArgumentException e) {
                throw new LabelFormatException(own + " cannot be read: " + e.getMessage(), e);
            }
        }
        return read(all, own.toString());
    }

    /** @throws LabelFormatException naming the ones there are */
    public LabelFormat get(String id) {
        return Optional.ofNullable(formats.get(id))
                .orElseThrow(() -> new LabelFormatException(
                        "There is no label sheet \"" + id + "\"; known are " + String.join(", ", formats.keySet())));
    }

    public List<LabelFormat> all() {
        return List.copyOf(formats.values());
    }

    private static Properties product() {
        Properties properties = new Properties();
        try (InputStream in = LabelFormats.class.getResourceAsStream(PRODUCT)) {
            if (in == null) {
                throw new IllegalStateException(PRODUCT + " is missing from the product");
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static LabelFormats read(Properties properties, String source) {
        List<String> mistakes = new ArrayList<>();
        Map<String, LabelFormat> formats = new LinkedHashMap<>();
        Set<String> ids = new TreeSet<>();
        for (String key : properties.stringPropertyNames()) {
            int dot = key.lastIndexOf('.');
            if (dot > 0 && KEYS.contains(key.substring(dot + 1))) {
                ids.add(key.substring(0, dot));
            } else {
                mistakes.add(source + ": unknown key " + key);
            }
        }
        for (String id : ids) {
            try {
                formats.put(id, format(id, properties));
            } catch (IllegalArgumentException e) {
                mistakes.add(source + ": sheet " + id + ": " + e.getMessage());
            }
        }
        if (!mistakes.isEmpty()) {
            throw new LabelFormatException(mistakes.stream().sorted().collect(Collectors.joining("\n")));
        }
        return new LabelFormats(formats);
    }

    private static LabelFormat format(String id, Properties properties) {
        double[] grid = pair(id, "grid", properties);
        double[] size = pair(id, "size", properties);
        double[] first = pair(id, "first", properties);
        double[] step = pair(id, "step", properties);
        String order = properties.getProperty(id + ".order", "rows").strip();
        if (!order.equals("rows") && !order.equals("columns")) {
            throw new IllegalArgumentException("order is rows or columns, got " + order);
        }
        return new LabelFormat(
                id,
                (int) grid[0],
                (int) grid[1],
                new PageBox(first[0], first[1], size[0], size[1]),
                step[0],
                step[1],
                order.equals("columns"),
                Boolean.parseBoolean(
                        properties.getProperty(id + ".cut", "false").strip()));
    }

    private static double[] pair(String id, String key, Properties properties) {
        String text = properties.getProperty(id + "." + key, "");
        double[] numbers;
        try {
            numbers = Arrays.stream(text.split("[x,]"))
                    .map(String::strip)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (NumberFormatException e) {
            numbers = new double[0];
        }
        if (numbers.length != 2) {
            throw new IllegalArgumentException(key + " needs two numbers, got \"" + text + "\"");
        }
        return numbers;
    }
}
