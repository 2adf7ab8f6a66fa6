package org.paperbridge.validation.ledger;

import java.util.List;
import java.util.Optional;

/** Accounts for every printed page. */
public interface Ledger {

    LedgerSummary count();

    /**
     * Sheets to look for: first those of which some pages came back, then those for a patient, oldest first.
     *
     * @param unit only of this unit
     */
    List<OpenSheet> chase(Optional<String> unit, int most);

    /**
     * Says what became of all missing pages of one copy of a sheet, and notes it in the audit trail.
     *
     * @param copy 1 for the original
     * @param person account that says so
     * @return how many pages were declared; 0 when none was missing any more
     */
    int declare(String serial, int copy, Declaration what, String person);

    /**
     * Takes back what was said of one copy of a sheet; that it was said stays in the history.
     *
     * @return how many pages are looked for again
     */
    int takeBack(String serial, int copy, String person);

    /** Every sheet of a patient, newest first; empty for those who may not see patients. */
    List<PatientSheet> listSheets(String patientId);

    /** For whom a sheet was printed. */
    Optional<String> findPatient(String serial);
}
