package org.paperbridge.backentry.hapi;

import org.paperbridge.form.record.ClinicalRecord;

/** Where to look when somebody doubts a value: enough to find the scan, nothing about the patient. */
final class ProofWords {

    private ProofWords() {}

    static String of(ClinicalRecord record) {
        return "Paperbridge downtime back-entry; record " + record.id() + "; scan "
                + record.proof().original() + "#" + record.proof().index() + " page " + record.page() + "; entered by "
                + record.enteredBy();
    }
}
