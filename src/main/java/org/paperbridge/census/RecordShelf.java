package org.paperbridge.census;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.paperbridge.form.census.BedsideNote;
import org.paperbridge.form.census.Letter;
import org.paperbridge.form.census.PastExam;

/** Bedside notes, exams and letters by their keys, whatever order they came in. */
final class RecordShelf {

    private final Map<String, BedsideNote> notes = new LinkedHashMap<>();
    private final Map<String, PastExam> exams = new LinkedHashMap<>();
    private final Map<String, Letter> letters = new LinkedHashMap<>();

    void put(CensusFact.NoteKnown known) {
        notes.put(known.key(), known.note());
    }

    void removeNote(String key) {
        notes.remove(key);
    }

    /** A report without a conclusion never hides one that came before, e.g. the study itself sent after its report. */
    void put(CensusFact.ExamKnown known) {
        exams.merge(
                known.key(),
                known.exam(),
                (before, after) ->
                        after.conclusion().isPresent() || before.conclusion().isEmpty() ? after : before);
    }

    void removeExam(String key) {
        exams.remove(key);
    }

    void put(CensusFact.LetterKnown known) {
        letters.put(known.key(), known.letter());
    }

    void removeLetter(String key) {
        letters.remove(key);
    }

    /** @param survivor number under which a patient lives on after a merge */
    List<BedsideNote> notes(UnaryOperator<String> survivor, Set<String> people) {
        return notes.values().stream()
                .map(note -> note.under(survivor.apply(note.patientId())))
                .distinct()
                .filter(note -> people.contains(note.patientId()))
                .toList();
    }

    List<PastExam> exams(UnaryOperator<String> survivor, Set<String> people) {
        return exams.values().stream()
                .map(exam -> exam.under(survivor.apply(exam.patientId())))
                .distinct()
                .filter(exam -> people.contains(exam.patientId()))
                .toList();
    }

    List<Letter> lastLetters(UnaryOperator<String> survivor, Set<String> people) {
        Comparator<Letter> byAge = Comparator.comparing(letter -> letter.at().orElse(Instant.MIN));
        Map<String, Letter> last = new LinkedHashMap<>();
        for (Letter letter : letters.values()) {
            String patient = survivor.apply(letter.patientId());
            if (people.contains(patient)) {
                last.merge(patient, letter.under(patient), (a, b) -> byAge.compare(a, b) > 0 ? a : b);
            }
        }
        return List.copyOf(last.values());
    }
}
