package org.paperbridge.kit.lists;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        }
        return List.of();
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
