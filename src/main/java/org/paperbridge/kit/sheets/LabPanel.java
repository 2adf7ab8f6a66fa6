package org.paperbridge.kit.sheets;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.paperbridge.form.census.LabResult;

/**
 * Laboratory values by test, in the order in which wards read them. Values of one name in two units are two tests: they
 * must never stand in one row.
 */
final class LabPanel {

    /** LOINC and plain names of the tests that stand first; the others follow, newest first. */
    private static final List<Known> ORDER = List.of(
            known("sodium|natremie", "2951-2", "2947-0"),
            known("potassium|kaliemie", "2823-3", "6298-4"),
            known("chlor(ure|ide)", "2075-0", "2069-3"),
            known("bicarbonate|co2 total|carbon dioxide", "1963-8", "2028-9", "20565-8"),
            known("uree|urea|\\bbun\\b", "22664-7", "3094-0", "3091-6"),
            known("creatinin", "14682-9", "2160-0", "38483-4"),
            known("\\be?(dfg|gfr)|filtration", "33914-3", "62238-1", "98979-8", "48642-3", "77147-7"),
            known("glucose|glycemie", "14749-6", "2345-7", "2339-0"),
            known("calcium", "2000-8", "17861-6"),
            known("magnesium", "2601-3", "19123-9"),
            known("phosph", "14879-1", "2777-1"),
            known("albumin", "1751-7", "61151-7"),
            known("protein.*c|\\bcrp\\b", "1988-5", "76485-2"),
            known("procalcitonin", "33959-8"),
            known("hemoglobin", "718-7"),
            known("leucocyte|leukocyte|globules blancs", "6690-2", "26464-8"),
            known("plaquette|platelet", "777-3", "26515-7"),
            known("\\binr\\b", "6301-6", "34714-6"),
            known("\\btca\\b|aptt|cephaline", "14979-9", "3173-2"),
            known("fibrinogen", "3255-7"),
            known("d-dimer", "48065-7", "48066-5", "71427-9"),
            known("troponin", "6598-7", "67151-1", "89579-7", "10839-9"),
            known("\\bbnp\\b|natriuretic", "33762-6", "30934-4", "83107-3"),
            known("lactate", "2524-7", "32693-4"),
            known("\\b(alat|alt|sgpt)\\b", "1742-6"),
            known("\\b(asat|ast|sgot)\\b", "1920-8"),
            known("bilirubin", "1975-2", "14631-6"),
            known("\\btsh\\b", "3016-3", "11580-8"),
            known("hba1c|glyquee|glycated", "4548-4", "59261-8"));

    private static final Known BLOOD_GROUP =
            known("groupe sanguin|blood group|abo.*(rh|group)|^(abo|rh)\\b", "882-1", "883-9", "10331-7");
    private static final Known ANTIBODIES =
            known("agglutinines irregulieres|\\brai\\b|antibod(y|ies) screen", "890-4", "1250-0");
    private static final Known CREATININE = ORDER.get(5);
    private static final Known FILTRATION = ORDER.get(6);

    private LabPanel() {}

    private record Known(Pattern names, Set<String> codes) {

        boolean is(LabResult result) {
            String plain = Normalizer.normalize(result.test(), Normalizer.Form.NFD)
                    .replaceAll("\\p{M}", "")
                    .toLowerCase(Locale.ROOT);
            return result.code().filter(codes::contains).isPresent()
                    || names.matcher(plain).find();
        }
    }

    private static Known known(String names, String... codes) {
        return new Known(Pattern.compile(names), Set.of(codes));
    }

    /** Each test with its values, newest first; blood groups and antibody screens are not among them. */
    static List<List<LabResult>> tests(List<LabResult> results) {
        Map<String, List<LabResult>> tests = new LinkedHashMap<>();
        results.stream()
                .filter(result -> !BLOOD_GROUP.is(result) && !ANTIBODIES.is(result))
                .sorted(Comparator.comparing(LabResult::at).reversed())
                .forEach(result -> tests.computeIfAbsent(key(result), test -> new ArrayList<>())
                        .add(result));
        return tests.values().stream()
                .sorted(Comparator.comparingInt(values -> rank(values.getFirst())))
                .toList();
    }

    /** The last value of each test. */
    static List<LabResult> newest(List<LabResult> results) {
        return tests(results).stream().map(List::getFirst).toList();
    }

    /** All that was ever said, newest first: two that differ are both shown. */
    static List<LabResult> bloodGroup(List<LabResult> results) {
        return matching(results, BLOOD_GROUP);
    }

    static List<LabResult> antibodies(List<LabResult> results) {
        return matching(results, ANTIBODIES);
    }

    /** Last creatinine and filtration rate. */
    static List<LabResult> kidney(List<LabResult> results) {
        return newest(results).stream()
                .filter(result -> blood(result) && (CREATININE.is(result) || FILTRATION.is(result)))
                .toList();
    }

    private static boolean blood(LabResult result) {
        return !result.test().toLowerCase(Locale.ROOT).contains("urin");
    }

    private static List<LabResult> matching(List<LabResult> results, Known known) {
        return results.stream()
                .filter(known::is)
                .sorted(Comparator.comparing(LabResult::at).reversed())
                .toList();
    }

    private static String key(LabResult result) {
        return String.join(
                "\n", result.test(), result.unit().orElse(""), result.code().orElse(""));
    }

    private static int rank(LabResult result) {
        for (int i = 0; i < ORDER.size(); i++) {
            if (ORDER.get(i).is(result)) {
                return i;
            }
        }
        return ORDER.size();
    }
}
