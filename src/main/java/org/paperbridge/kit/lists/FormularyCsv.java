package org.paperbridge.kit.lists;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.paperbridge.form.formulary.FormularyFile;
import org.paperbridge.form.formulary.Product;
import org.paperbridge.kit.KitWords;

/**
 * What the pharmacy gives out, as it keeps it: {@code lists/formulary.csv} of a home with columns {@code product,
 * strength, form, other-names} (a slash between them) and an optional {@code unit}. Lines about the same product in several
 * units are one product.
 */
public final class FormularyCsv {

    /** Name of the CSV file without its ending, and of its words. */
    static final String KEY = "formulary";

    private static final SiteList LIST = new SiteList(
            KEY,
            "06-formulary",
            false,
            List.of(
                    new SiteList.Col("product", 1, SiteList.Fill.REQUIRED),
                    new SiteList.Col("strength", 1, SiteList.Fill.GIVEN),
                    new SiteList.Col("form", 1, SiteList.Fill.GIVEN),
                    new SiteList.Col("other-names", 1, SiteList.Fill.GIVEN)),
            0,
            0,
            Set.of(),
            Map.of());

    private final Path folder;

    /** @param folder {@code lists/} of a home */
    public FormularyCsv(Path folder) {
        this.folder = folder;
    }

    public boolean exists() {
        return Files.exists(folder.resolve(LIST.csv()));
    }

    public Path path() {
        return folder.resolve(LIST.csv());
    }

    /** When it was last changed. */
    Instant changed() throws IOException {
        return Files.getLastModifiedTime(path()).toInstant();
    }

    /** The heading of a new file. */
    public String example() {
        return new SiteListFile(LIST, folder, KitWords.of("en")).example();
    }

    /**
     * Every product once, in the order of the file.
     *
     * @param unit products of this unit and of everybody; all of them when it is empty
     * @param mistakes each is told with file and line; a line without a name is left out
     */
    public List<Product> read(String unit, KitWords words, Consumer<String> mistakes) {
        List<List<String>> rows = new SiteListFile(LIST, folder, words)
                .cells(List.of("product", "strength", "form", "other-names"), unit, mistakes);
        Map<String, Product> products = new LinkedHashMap<>();
        for (List<String> row : rows) {
            if (!row.getFirst().isBlank()) {
                Product product = new Product(row.get(0), row.get(1), row.get(2), FormularyFile.namesOf(row.get(3)));
                products.putIfAbsent(product.key(), product);
            }
        }
        return List.copyOf(products.values());
    }
}
