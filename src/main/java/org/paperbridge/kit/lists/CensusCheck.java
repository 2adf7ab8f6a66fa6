package org.paperbridge.kit.lists;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.paperbridge.form.census.Encounter;
import org.paperbridge.form.census.Patient;
import org.paperbridge.kit.Prefill;
import org.paperbridge.kit.part.Bed;
import org.paperbridge.kit.part.DrawnFile;
import org.paperbridge.kit.part.KitNotes;
import org.paperbridge.kit.part.KitPart;
import org.paperbridge.kit.part.UnitKit;

/** What in a unit's census needs a person's eye. Prints nothing itself; everybody stays in the kit. */
public final class CensusCheck implements KitPart {

    /** Longer names are printed small. */
    private static final int LONG_NAME = 50;

    private static final int OLDEST_YEARS = 120;

    private final Predicate<String> drawn;

    /** @param drawn whether the fonts have every character of a text */
    public CensusCheck(Predicate<String> drawn) {
        this.drawn = drawn;
    }

    @Override
    public List<DrawnFile> draw(UnitKit kit, KitNotes notes) {
        Map<String, String> beds = new HashMap<>();
        Map<String, String> people = new HashMap<>();
        for (Bed bed : kit.beds()) {
            String number = bed.patient().id();
            String place = bed.encounter().bed().orElse("?");
            if (bed.encounter().bed().isEmpty()) {
                notes.add(kit.words().say("note.no-bed", number));
            } else {
                String before = beds.put(place, number);
                if (before != null && !before.equals(number)) {
                    notes.add(kit.words().say("note.shared-bed", place, before, number));
                }
            }
            Optional<String> twin = twin(bed.patient(), people);
            twin.ifPresent(other -> notes.add(kit.words().say("note.twin", other, number)));
            patient(bed.patient(), place, kit, notes);
            unprintable(bed, place, kit, notes);
        }
        elsewhere(kit, notes);
        return List.of();
    }

    /** Somebody lies in one bed only; which one, the census does not know. */
    private static void elsewhere(UnitKit kit, KitNotes notes) {
        Set<String> here = kit.beds().stream().map(bed -> bed.patient().id()).collect(Collectors.toSet());
        Map<String, List<String>> places = new TreeMap<>();
        for (Encounter stay : kit.census().encounters()) {
            if (here.contains(stay.patientId())) {
                places.computeIfAbsent(stay.patientId(), id -> new ArrayList<>())
                        .add(stay.unit() + " " + stay.bed().orElse("?"));
            }
        }
        places.forEach((number, beds) -> {
            if (beds.size() > 1) {
                notes.add(kit.words().say("note.two-beds", number, String.join(", ", beds)));
            }
        });
    }

    private void unprintable(Bed bed, String place, UnitKit kit, KitNotes notes) {
        boolean name = drawn.test(Prefill.name(bed.patient(), kit.words().language()));
        boolean rest = bed.patient().allergies().stream().allMatch(drawn)
                && bed.drugs().stream().allMatch(drug -> drawn.test(drug.name()));
        if (!name) {
            notes.add(kit.words()
                    .say("note.unprintable-name", place, bed.patient().id()));
        }
        if (!rest) {
            notes.add(kit.words()
                    .say("note.unprintable-text", place, bed.patient().id()));
        }
    }

    /** Same names and birth date under another number. */
    private static Optional<String> twin(Patient patient, Map<String, String> people) {
        if (patient.birthName().isBlank() || patient.birthDate().isEmpty()) {
            return Optional.empty();
        }
        String before =
                people.put(Prefill.name(patient, "en") + patient.birthDate().get(), patient.id());
        return Optional.ofNullable(before).filter(other -> !other.equals(patient.id()));
    }

    private static void patient(Patient patient, String place, UnitKit kit, KitNotes notes) {
        String name = Prefill.name(patient, kit.words().language());
        if (patient.birthName().isBlank()) {
            notes.add(kit.words().say("note.no-name", place, patient.id()));
        } else if (name.length() > LONG_NAME) {
            notes.add(kit.words().say("note.long-name", place, name.length()));
        }
        if (name.codePoints().anyMatch(CensusCheck::rightToLeft)) {
            notes.add(kit.words().say("note.right-to-left", place));
        }
        LocalDate today = LocalDate.ofInstant(kit.printedAt(), kit.ward());
        patient.birthDate()
                .filter(date -> date.isAfter(today) || date.isBefore(today.minusYears(OLDEST_YEARS)))
                .ifPresent(date -> notes.add(kit.words().say("note.odd-birth-date", place)));
        if (patient.birthDate().isEmpty()) {
            notes.add(kit.words().say("note.no-birth-date", place));
        }
    }

    private static boolean rightToLeft(int character) {
        byte direction = Character.getDirectionality(character);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
