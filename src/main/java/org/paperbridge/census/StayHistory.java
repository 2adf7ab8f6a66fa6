package org.paperbridge.census;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.paperbridge.form.census.Encounter;

/** The places of one stay, so that a cancelled move falls back to the place before. */
final class StayHistory {

    private final Deque<Encounter> places = new ArrayDeque<>();
    private final Set<String> patients = new LinkedHashSet<>();
    private final Set<String> bedded = new LinkedHashSet<>();
    private boolean over;

    void opened(Encounter stay) {
        over = false;
        places.clear();
        put(stay);
    }

    void moved(Encounter stay) {
        if (!over) {
            put(completed(stay));
        }
    }

    /** A correction never moves a patient back who left: late paperwork is usual after discharge. */
    void updated(Encounter stay) {
        if (over) {
            return;
        }
        Encounter completed = completed(stay);
        places.pollLast();
        put(completed);
    }

    void moveCancelled() {
        if (places.size() > 1) {
            places.removeLast();
        }
    }

    void ended() {
        over = true;
    }

    void endCancelled() {
        over = false;
    }

    void cancelled() {
        over = true;
        places.clear();
        bedded.clear();
    }

    Optional<Encounter> current() {
        return over ? Optional.empty() : Optional.ofNullable(places.peekLast());
    }

    /** Units in which this stay had a bed, those it left too. */
    Set<String> bedded() {
        return bedded;
    }

    Set<String> patients() {
        return patients;
    }

    private void put(Encounter stay) {
        places.addLast(stay);
        patients.add(stay.patientId());
        if (stay.bed().isPresent() && !stay.unit().isEmpty()) {
            bedded.add(stay.unit());
        }
    }

    private Encounter completed(Encounter stay) {
        Encounter before = places.peekLast();
        if (before == null) {
            return stay;
        }
        boolean sameUnit = stay.unit().isEmpty() || stay.unit().equals(before.unit());
        return new Encounter(
                stay.id(),
                stay.patientId(),
                stay.unit().isEmpty() ? before.unit() : stay.unit(),
                stay.bed().or(() -> sameUnit ? before.bed() : Optional.empty()),
                stay.admittedAt().or(before::admittedAt),
                stay.attending().or(before::attending));
    }
}
