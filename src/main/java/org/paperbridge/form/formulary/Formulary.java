package org.paperbridge.form.formulary;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every number ever given to a product of the hospital, those no longer given out among them: paper outlives lists. */
public final class Formulary {

    private static final Formulary NONE = new Formulary(List.of());

    private final Map<FormularyNumber, FormularyEntry> entries = new LinkedHashMap<>();
    /** Folded names, the longest first: {@code AMOXICILLINE ACIDE CLAVULANIQUE} is found before {@code AMOXICILLINE}. */
    private final List<String> names;

    private final Set<String> words;

    /** @param entries of two with one number the later counts */
    public Formulary(List<FormularyEntry> entries) {
        entries.forEach(entry -> this.entries.put(entry.number(), entry));
        this.names = this.entries.values().stream()
                .flatMap(entry -> entry.product().names().stream())
                .map(DrugText::fold)
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        this.words = this.entries.values().stream()
                .map(FormularyEntry::product)
                .flatMap(product -> Stream.of(product.strength(), product.form()))
                .flatMap(text -> DrugText.wordsOf(text).stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** The hospital gives its products no numbers. */
    public static Formulary none() {
        return NONE;
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    public List<FormularyEntry> entries() {
        return List.copyOf(entries.values());
    }

    /** Empty when nothing bears that number, or the check digits do not fit. */
    public Optional<FormularyEntry> find(String number) {
        return FormularyNumber.parse(number).map(entries::get);
    }

    /** Names of all drugs, as the formulary writes them. */
    public List<String> listNames() {
        return entries.values().stream()
                .map(entry -> entry.product().name())
                .distinct()
                .toList();
    }

    /** Whether a line as written or read names the product. */
    public NameMatch match(String written, Product product) {
        String text = " " + DrugText.fold(written) + " ";
        Optional<String> named =
                names.stream().filter(name -> text.contains(" " + name + " ")).findFirst();
        boolean itsOwn = named.filter(
                        name -> product.names().stream().map(DrugText::fold).anyMatch(name::equals))
                .isPresent();
        if (!itsOwn) {
            return NameMatch.OTHER;
        }
        if (!Strength.fits(Strength.listIn(written), Strength.listIn(product.strength()))) {
            return NameMatch.STRENGTH;
        }
        String rest = text.replace(" " + named.orElseThrow() + " ", " ").strip();
        boolean plain = Arrays.stream(rest.split(" ")).allMatch(word -> isPlain(word, product));
        return plain ? NameMatch.SAME : NameMatch.MORE;
    }

    /** Amounts, forms and the product's other names say nothing about which drug it is; any other word may. */
    private boolean isPlain(String word, Product product) {
        return word.chars().noneMatch(Character::isLetter)
                || Character.isDigit(word.charAt(0))
                || words.contains(word)
                || Strength.isUnit(word)
                || product.names().stream()
                        .anyMatch(name -> DrugText.wordsOf(name).contains(word));
    }
}
