package org.paperbridge.census;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.paperbridge.form.census.ActiveDrug;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.census.Encounter;
import org.paperbridge.form.census.LabResult;
import org.paperbridge.form.census.Patient;
import org.paperbridge.form.census.Unit;

/** Facts applied one after the other; the snapshot is what holds at the end. */
final class CensusBook {

    private static final Unit NOWHERE = new Unit("no-unit", "Unité inconnue · Unknown unit");

    private final Map<String, Patient> patients = new TreeMap<>();
    private final Map<String, StayHistory> stays = new TreeMap<>();
    private final Map<String, Unit> units = new TreeMap<>();
    private final Map<String, Unit> places = new TreeMap<>();
    private final Map<String, String> survivors = new LinkedHashMap<>();
    /** By prescription: its number where it has one, else all it says. */
    private final Map<String, ActiveDrug> drugs = new LinkedHashMap<>();

    private final Set<LabResult> results = new LinkedHashSet<>();
    private final RecordShelf shelf = new RecordShelf();

    void apply(CensusFact fact) {
        switch (fact) {
            case CensusFact.PersonKnown known -> patients.merge(known.patient().id(), known.patient(), Traits::newer);
            case CensusFact.PersonMerged merged -> survivors.put(merged.retired(), merged.survivor());
            case CensusFact.StayOpened opened -> history(opened.stay().id()).opened(opened.stay());
            case CensusFact.StayMoved moved -> history(moved.stay().id()).moved(moved.stay());
            case CensusFact.StayUpdated updated -> history(updated.stay().id()).updated(updated.stay());
            case CensusFact.MoveCancelled cancelled -> history(cancelled.stay()).moveCancelled();
            case CensusFact.StayEnded ended -> history(ended.stay()).ended();
            case CensusFact.EndCancelled cancelled -> history(cancelled.stay()).endCancelled();
            case CensusFact.StayCancelled cancelled -> history(cancelled.stay()).cancelled();
            case CensusFact.AllergyKnown allergy ->
                patients.merge(allergy.patient(), Traits.allergic(allergy.patient(), allergy.text()), Traits::newer);
            case CensusFact.NoAllergyKnown none ->
                patients.merge(none.patient(), Traits.withoutAllergy(none.patient()), Traits::newer);
            case CensusFact.WeightKnown weight ->
                patients.merge(
                        weight.patient(),
                        Traits.weighing(weight.patient(), weight.kilograms(), weight.at()),
                        Traits::newer);
            case CensusFact.DrugRunning running ->
                drugs.put(
                        running.order().isEmpty() ? running.drug().toString() : order(running.order()), running.drug());
            case CensusFact.DrugStopped stopped -> stop(stopped);
            case CensusFact.ResultKnown known -> results.add(known.result());
            case CensusFact.NoteKnown known -> shelf.put(known);
            case CensusFact.NoteEnded ended -> shelf.removeNote(ended.key());
            case CensusFact.ExamKnown known -> shelf.put(known);
            case CensusFact.ExamCancelled cancelled -> shelf.removeExam(cancelled.key());
            case CensusFact.LetterKnown known -> shelf.put(known);
            case CensusFact.LetterCancelled cancelled -> shelf.removeLetter(cancelled.key());
            case CensusFact.UnitKnown known -> units.merge(known.unit().code(), known.unit(), CensusBook::named);
            case CensusFact.PlaceNamed named -> places.merge(named.place().code(), named.place(), CensusBook::named);
        }
    }

    Census snapshot(Instant asOf) {
        Map<String, Patient> people = survivingPatients();
        List<Encounter> current = new ArrayList<>();
        Set<String> everStayed = new LinkedHashSet<>();
        for (StayHistory history : stays.values()) {
            history.patients().forEach(patient -> everStayed.add(survivorOf(patient)));
            history.current()
                    .map(this::underSurvivor)
                    .map(CensusBook::somewhere)
                    .ifPresent(current::add);
        }
        Set<String> present = new LinkedHashSet<>();
        for (Encounter stay : current) {
            present.add(stay.patientId());
            Unit named = places.getOrDefault(stay.unit(), new Unit(stay.unit(), stay.unit()));
            units.putIfAbsent(stay.unit(), stay.unit().equals(NOWHERE.code()) ? NOWHERE : named);
        }
        // A ward whose last patient left keeps its kit, and is asked about.
        bedded().forEach(code -> units.putIfAbsent(code, places.getOrDefault(code, new Unit(code, code))));
        // Somebody lies there, even when no message gave a name: the ward must see the bed.
        present.forEach(id -> people.computeIfAbsent(id, Traits::unnamed));
        people.values()
                .removeIf(patient -> !present.contains(patient.id())
                        && (everStayed.contains(patient.id())
                                || patient.birthName().isEmpty()));
        current.sort(Comparator.comparing(Encounter::unit)
                .thenComparing(stay -> stay.bed().orElse(""))
                .thenComparing(Encounter::id));
        List<ActiveDrug> running = drugs.values().stream()
                .map(drug -> drug.under(survivorOf(drug.patientId())))
                .distinct()
                .filter(drug -> people.containsKey(drug.patientId()))
                .toList();
        List<LabResult> values = results.stream()
                .map(result -> result.under(survivorOf(result.patientId())))
                .distinct()
                .filter(result -> people.containsKey(result.patientId()))
                .toList();
        return new Census(
                asOf,
                List.copyOf(units.values()),
                List.copyOf(people.values()),
                current,
                running,
                values,
                shelf.notes(this::survivorOf, people.keySet()),
                shelf.exams(this::survivorOf, people.keySet()),
                shelf.lastLetters(this::survivorOf, people.keySet()));
    }

    /** Units in which somebody lay in a bed, now or earlier. */
    Set<String> bedded() {
        Set<String> bedded = new TreeSet<>();
        stays.values().forEach(history -> bedded.addAll(history.bedded()));
        return bedded;
    }

    /** Without a number that is known here, a stop ends the drug only where there is no doubt which. */
    private void stop(CensusFact.DrugStopped stopped) {
        if (!stopped.order().isEmpty() && drugs.remove(order(stopped.order())) != null) {
            return;
        }
        List<String> same = drugs.entrySet().stream()
                .filter(e -> e.getValue().patientId().equals(stopped.patient()))
                .filter(e -> stopped.drug()
                        .filter(drug -> drug.equals(e.getValue().name())
                                || Optional.of(drug).equals(e.getValue().code()))
                        .isPresent())
                .map(Map.Entry::getKey)
                .toList();
        if (same.size() == 1) {
            drugs.remove(same.getFirst());
        }
    }

    private static String order(String number) {
        return "order " + number;
    }

    private Map<String, Patient> survivingPatients() {
        Map<String, Patient> people = new TreeMap<>(patients);
        for (String retired : survivors.keySet()) {
            Patient gone = people.remove(retired);
            if (gone != null) {
                people.merge(survivorOf(retired), gone, (survivor, old) -> Traits.newer(old, survivor));
            }
        }
        people.replaceAll((id, patient) -> Traits.withId(patient, id));
        return people;
    }

    private String survivorOf(String patient) {
        String id = patient;
        Set<String> seen = new LinkedHashSet<>();
        while (survivors.containsKey(id) && seen.add(id)) {
            id = survivors.getOrDefault(id, id);
        }
        return id;
    }

    private Encounter underSurvivor(Encounter stay) {
        return new Encounter(
                stay.id(), survivorOf(stay.patientId()), stay.unit(), stay.bed(), stay.admittedAt(), stay.attending());
    }

    private StayHistory history(String stay) {
        return stays.computeIfAbsent(stay, id -> new StayHistory());
    }

    /** A patient whom no message places is still in the house. */
    private static Encounter somewhere(Encounter stay) {
        return stay.unit().isEmpty()
                ? new Encounter(
                        stay.id(), stay.patientId(), NOWHERE.code(), stay.bed(), stay.admittedAt(), stay.attending())
                : stay;
    }

    private static Unit named(Unit before, Unit after) {
        return after.name().equals(after.code()) ? before : after;
    }
}
