package org.paperbridge.kit.lists;

import java.io.IOException;
import java.text.Collator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.paperbridge.form.formulary.FormularyEntry;
import org.paperbridge.form.formulary.Product;
import org.paperbridge.form.formulary.SimilarNames;
import org.paperbridge.kit.numbers.FormularyLedger;
import org.paperbridge.kit.page.Table;
import org.paperbridge.kit.page.TableSheets;
import org.paperbridge.kit.part.DrawnFile;
import org.paperbridge.kit.part.KitNotes;
import org.paperbridge.kit.part.KitPart;
import org.paperbridge.kit.part.UnitKit;

/**
 * The formulary with its numbers, by name: what a nurse writes in the comb beside a product. A unit gets its own products
 * and those of everybody; the pharmacy and the stores get all. A hospital without the file gets no list, and no word of it
 * on the cover: not every hospital numbers its products.
 */
public final class FormularyPart implements KitPart {

    private static final Set<String> ALL_PRODUCTS = Set.of("pharmacy", "stores");

    private final FormularyCsv csv;
    private final FormularyLedger ledger;
    private final TableSheets sheets;

    public FormularyPart(FormularyCsv csv, FormularyLedger ledger, TableSheets sheets) {
        this.csv = csv;
        this.ledger = ledger;
        this.sheets = sheets;
    }

    @Override
    public List<DrawnFile> draw(UnitKit kit, KitNotes notes) throws IOException {
        if (!csv.exists()) {
            return List.of();
        }
        List<Product> all = csv.read("", kit.words(), notes::add);
        Map<String, FormularyEntry> numbered = new HashMap<>();
        try {
            ledger.number(all).forEach(entry -> numbered.put(entry.product().key(), entry));
        } catch (IOException e) {
            // a kit without this list is better than no kit
            notes.add(kit.words().say("list.no-numbers", kit.words().say("list." + FormularyCsv.KEY)));
            return List.of();
        }
        List<Product> here = kit.plan().desks().stream().anyMatch(ALL_PRODUCTS::contains)
                        || kit.unit().code().isEmpty()
                ? all
                : csv.read(kit.unit().code(), kit.words(), mistake -> {});
        if (here.isEmpty()) {
            return List.of();
        }
        Map<String, List<String>> similar =
                SimilarNames.among(all.stream().map(Product::name).toList());
        List<FormularyEntry> entries = here.stream()
                .map(product -> numbered.get(product.key()))
                .sorted(byName(kit.words().language()))
                .toList();
        String title = kit.words().say("list." + FormularyCsv.KEY);
        return List.of(new DrawnFile(
                "06-formulary",
                title,
                sheets.draw(
                        Heads.ofFile(kit, title, csv.changed()),
                        new Table(columns(kit), rows(entries, similar, kit)))));
    }

    private static List<Table.Column> columns(UnitKit kit) {
        return List.of(
                new Table.Column(kit.words().say("column.product-number"), 20, true),
                new Table.Column(kit.words().say("column.product"), 56, true),
                new Table.Column(kit.words().say("column.strength"), 26, false),
                new Table.Column(kit.words().say("column.form"), 48, false),
                new Table.Column(kit.words().say("column.not-to-take-for"), 36, false));
    }

    private static List<Table.Row> rows(List<FormularyEntry> entries, Map<String, List<String>> similar, UnitKit kit) {
        List<Table.Row> rows = new ArrayList<>();
        Set<String> letters = new HashSet<>();
        for (FormularyEntry entry : entries) {
            Product product = entry.product();
            String letter = initial(product.name());
            if (letters.add(letter)) {
                rows.add(new Table.Row(List.of(letter, "", "", "", ""), true, 0));
            }
            String others = product.otherNames().isEmpty() ? "" : "\n" + String.join(", ", product.otherNames());
            List<String> like = similar.getOrDefault(product.name(), List.of());
            rows.add(Table.Row.of(
                    entry.number().printed(),
                    product.name() + others,
                    product.strength(),
                    product.form(),
                    like.isEmpty() ? "" : "≠ " + String.join(", ", like)));
        }
        return rows;
    }

    private static String initial(String name) {
        return Normalizer.normalize(name.substring(0, 1), Normalizer.Form.NFD)
                .substring(0, 1)
                .toUpperCase(Locale.ROOT);
    }

    /** As the language sorts, É beside E; then the number, so that strengths stay together. */
    private static Comparator<FormularyEntry> byName(String language) {
        Collator collator = Collator.getInstance(Locale.forLanguageTag(language));
        return Comparator.comparing((FormularyEntry entry) -> entry.product().name(), collator)
                .thenComparing(entry -> entry.product().form(), collator)
                .thenComparing(entry -> entry.number().counter());
    }
}
