package org.paperbridge.validation.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.paperbridge.form.page.PageIdentity;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.Finding;
import org.paperbridge.form.reading.Finding.Severity;
import org.paperbridge.validation.SmallForm;

/** FEATURE UNDER TEST: what the other pages of a printed form say of the patient of this one. */
final class SetWitnessTest {

    private static final String SERIAL = "K7QM3F9TX0";
    private static final ScanRef ELSEWHERE = new ScanRef("0".repeat(64), 1);
    private static final Finding DISPUTE =
            new Finding("identity:print-differs", List.of(), Severity.CONTRADICTS, java.util.Map.of());

    @Test
    void nothingIsSaidOfAPageThatCameAloneOrBesideOneThatSaysNothing() {
        assertThat(said(SmallForm.page(SERIAL))).isEmpty();
        assertThat(said(SmallForm.page(SERIAL), page("IPP0001"))).isEmpty();
    }

    @Test
    void anotherPageOfThePatientIsEvidenceWhenMoreThanItsCodeSaysSo() {
        assertThat(said(SmallForm.page(SERIAL), other("IPP0001", "", false, true, false)))
                .containsExactly("set-agrees SUPPORTS");
    }

    @Test
    void aPageThatIsStoppedStopsTheOthersAndOneThatAPersonGaveAwayToo() {
        assertThat(said(SmallForm.page(SERIAL), other("IPP0001", "", true, true, false)))
                .containsExactly("set-disputed CONTRADICTS");
        assertThat(said(SmallForm.page(SERIAL), other("IPP0001", "IPP0002", false, true, true)))
                .containsExactly("set-differs CONTRADICTS");
        assertThat(said(SmallForm.page(SERIAL), other("IPP0001", "IPP0001", false, false, true)))
                .as("said to be of the patient after all")
                .isEmpty();
        assertThat(said(SmallForm.page(SERIAL), page("IPP0002"))).containsExactly("set-differs CONTRADICTS");
    }

    @Test
    void stickersOfTwoPatientsOnTheSheetsOfOneBlankFormDiffer() {
        PageOutcome.Read blank = blank(SmallForm.read("patient-label", 0.9999, "NDA0001", "IPP0001"));
        assertThat(said(blank, stuck("IPP0001"))).isEmpty();
        assertThat(said(blank, stuck("IPP0002"))).containsExactly("set-differs CONTRADICTS");
        assertThat(said(blank(), stuck("IPP0002"))).isEmpty();
    }

    @Test
    void aDisputeBesideAPageThatWasSentAlreadySaysSo() {
        assertThat(SetWitness.of(
                        SmallForm.page(SERIAL), List.of(DISPUTE), List.of(other("IPP0001", "", false, false, true))))
                .extracting(f -> f.rule() + " " + f.severity())
                .containsExactly("identity:set-released WARNS");
    }

    private static List<String> said(PageOutcome.Read page, SetPage... set) {
        return SetWitness.of(page, List.of(), List.of(set)).stream()
                .map(f -> f.rule().substring(IdentityCheck.PREFIX.length()) + " " + f.severity())
                .toList();
    }

    private static PageOutcome.Read blank(FieldReading... readings) {
        PageIdentity nobody = SmallForm.nobody(SERIAL);
        return new PageOutcome.Read(nobody, SmallForm.registration(0.02), List.of(readings));
    }

    private static SetPage page(String patient) {
        return other(patient, "", false, false, false);
    }

    private static SetPage stuck(String number) {
        return new SetPage(2, ELSEWHERE, Optional.empty(), Optional.empty(), Set.of(number), false, false, false);
    }

    private static SetPage other(
            String patient, String assigned, boolean disputed, boolean confirmed, boolean released) {
        return new SetPage(
                2,
                ELSEWHERE,
                Optional.of(patient),
                Optional.of(assigned).filter(a -> !a.isEmpty()),
                Set.of(),
                disputed,
                confirmed,
                released);
    }
}
