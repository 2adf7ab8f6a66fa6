package org.paperbridge.kit.part;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.paperbridge.form.census.ActiveDrug;
import org.paperbridge.form.census.BedsideNote;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.census.Encounter;
import org.paperbridge.form.census.LabResult;
import org.paperbridge.form.census.Letter;
import org.paperbridge.form.census.PastExam;
import org.paperbridge.form.census.Patient;

/** The beds of a census, each with what is known of who lies in it. */
public final class Beds {

    private Beds() {}

    /** Of one unit, in the order of the beds. */
    public static List<Bed> of(Census census, String unit) {
        List<Encounter> stays = census.encounters().stream()
                .filter(stay -> stay.unit().equals(unit))
                .sorted(Comparator.comparing((Encounter stay) -> stay.bed().orElse("~"))
                        .thenComparing(Encounter::id))
                .toList();
        Set<String> here = new HashSet<>();
        stays.forEach(stay -> here.add(stay.patientId()));
        Map<String, Patient> patients = new HashMap<>();
        census.patients().stream().filter(p -> here.contains(p.id())).forEach(p -> patients.put(p.id(), p));
        Map<String, List<ActiveDrug>> drugs = byPatient(census.drugs(), ActiveDrug::patientId, here);
        Map<String, List<LabResult>> results = byPatient(census.results(), LabResult::patientId, here);
        Map<String, List<BedsideNote>> notes = byPatient(census.notes(), BedsideNote::patientId, here);
        Map<String, List<PastExam>> exams = byPatient(census.exams(), PastExam::patientId, here);
        Map<String, List<Letter>> letters = byPatient(census.letters(), Letter::patientId, here);
        return stays.stream()
                .flatMap(stay -> Optional.ofNullable(patients.get(stay.patientId()))
                        .map(patient -> new Bed(
                                patient,
                                stay,
                                drugs.getOrDefault(patient.id(), List.of()),
                                results.getOrDefault(patient.id(), List.of()),
                                notes.getOrDefault(patient.id(), List.of()),
                                exams.getOrDefault(patient.id(), List.of()),
                                letters.getOrDefault(patient.id(), List.of()).stream()
                                        .findFirst()))
                        .stream())
                .toList();
    }

    /** Of one patient, wherever the stay is. */
    public static Bed of(Census census, Patient patient, Encounter stay) {
        String id = patient.id();
        return new Bed(
                patient,
                stay,
                census.drugs().stream()
                        .filter(drug -> drug.patientId().equals(id))
                        .toList(),
                census.results().stream()
                        .filter(result -> result.patientId().equals(id))
                        .toList(),
                census.notes().stream()
                        .filter(note -> note.patientId().equals(id))
                        .toList(),
                census.exams().stream()
                        .filter(exam -> exam.patientId().equals(id))
                        .toList(),
                census.letters().stream()
                        .filter(letter -> letter.patientId().equals(id))
                        .findFirst());
    }

    private static <T> Map<String, List<T>> byPatient(List<T> all, Function<T, String> patient, Set<String> here) {
        Stream<T> own = all.stream().filter(each -> here.contains(patient.apply(each)));
        return own.collect(Collectors.groupingBy(patient));
    }
}
