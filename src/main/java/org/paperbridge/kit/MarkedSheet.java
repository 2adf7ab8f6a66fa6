package org.paperbridge.kit;

import java.util.Optional;

/**
 * A sheet and what it is known by at the next refresh.
 *
 * @param mark as {@link SheetsBefore} made it
 */
record MarkedSheet(Sheet sheet, String mark) {

    KitSheet listed() {
        return switch (sheet) {
            case IssuedForm issued ->
                new KitSheet(
                        issued.serial(),
                        issued.form().ref(),
                        issued.stamps().getFirst().copy(),
                        issued.issuedAt(),
                        issued.patientId().isEmpty(),
                        mark,
                        Optional.of(issued.printedForm()));
            case EarlierSheet taken ->
                new KitSheet(
                        taken.serial(),
                        taken.form().ref(),
                        taken.copy(),
                        taken.issuedAt(),
                        taken.blank(),
                        mark,
                        Optional.empty());
        };
    }
}
