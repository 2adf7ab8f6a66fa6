package org.paperbridge.validation.identity;

import java.util.Optional;
import java.util.Set;
import org.paperbridge.form.page.ScanRef;

/**
 * Another page of the same printed form, as far as it has come.
 *
 * @param page from 1
 * @param scan where it was seen
 * @param patientId of its code; empty on blank stock
 * @param assigned whose a person said it is, where it is not the patient of its code
 * @param numbers what its patient stickers say
 * @param disputed whether what is on it names somebody else, and nobody has answered that
 * @param confirmed whether something beside its code says that it belongs to the patient of its code
 * @param released whether it has gone back already
 */
public record SetPage(
        int page,
        ScanRef scan,
        Optional<String> patientId,
        Optional<String> assigned,
        Set<String> numbers,
        boolean disputed,
        boolean confirmed,
        boolean released) {

    public SetPage {
        numbers = Set.copyOf(numbers);
    }
}
