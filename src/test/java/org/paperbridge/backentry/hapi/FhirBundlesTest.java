package org.paperbridge.backentry.hapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.paperbridge.backentry.ProofImage;
import org.paperbridge.backentry.ProofImages;
import org.paperbridge.backentry.RecordRefusedException;
import org.paperbridge.backentry.SampleRecords;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.form.record.ClinicalRecord;

final class FhirBundlesTest {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final FhirValidator VALIDATOR = validator();

    private final FhirBundles bundles = new FhirBundles(SampleRecords.SITE, new TwoImages());

    @Test
    void theOfficialValidatorFindsNoErrorInAnyKindOfRecord() {
        List<List<ClinicalRecord>> cases = List.of(
                List.of(
                        SampleRecords.admission(Map.of()),
                        SampleRecords.pulse("72"),
                        SampleRecords.pressure(),
                        SampleRecords.consciousness(),
                        SampleRecords.order(Map.of())),
                List.of(SampleRecords.pulse("72")),
                List.of(SampleRecords.allergy("present", "latex"), SampleRecords.saturation()),
                List.of(SampleRecords.allergy("none-known", "")),
                List.of(SampleRecords.allergy("unknown", "")),
                List.of(SampleRecords.at(SampleRecords.pulse("72"), Optional.empty())),
                List.of(SampleRecords.order(Map.of("route", "other", "times", "", "frequency", "3 fois par jour"))),
                List.of(SampleRecords.admission(Map.of("used-name", "", "sex", "I", "birth-place", ""))));
        for (List<ClinicalRecord> records : cases) {
            assertThat(errors(bundles.transaction(records))).isEmpty();
        }
    }

    @Test
    void theValidatorWouldHaveFoundAWrongUnitOrAMissingTime() {
        Bundle unit = bundles.transaction(List.of(SampleRecords.pulse("72")));
        find(unit, Observation.class).getValueQuantity().setCode("beats");
        assertThat(errors(unit)).isNotEmpty();
        Bundle time = bundles.transaction(List.of(SampleRecords.pulse("72")));
        find(time, Observation.class).setEffective(null);
        assertThat(errors(time)).isNotEmpty();
    }

    /** Run with {@code -Dapprove=true} to write it anew, then read the difference. */
    @Test
    void theBundleOfAPulseIsTheApprovedOne() throws IOException {
        String json = FHIR.newJsonParser()
                        .setPrettyPrint(true)
                        .encodeResourceToString(new FhirBundles(SampleRecords.SITE, ProofImages.NONE)
                                .transaction(List.of(SampleRecords.pulse("72"))))
                + "\n";
        Path file = Path.of("src/test/resources/fhir/pulse.approved.json");
        if (Boolean.getBoolean("approve")) {
            Files.writeString(file, json);
        }
        assertThat(json).isEqualTo(Files.readString(file));
    }

    @Test
    void aPulseSaysWhenItWasAndWhenItWasEntered() {
        Bundle bundle = bundles.transaction(List.of(SampleRecords.pulse("72")));
        Observation pulse = find(bundle, Observation.class);
        assertThat(pulse.getIdentifierFirstRep().getValue()).isEqualTo("1-K7QM3F9TX0-1-pulse-3");
        assertThat(pulse.getEffectiveDateTimeType().getValueAsString()).isEqualTo("2026-11-23T08:30:00+01:00");
        assertThat(pulse.getIssuedElement().getValueAsString()).isEqualTo("2026-11-23T14:05:00+01:00");
        assertThat(pulse.getValueQuantity().getValue()).isEqualByComparingTo("72");
        assertThat(pulse.getMeta().getTagFirstRep().getCode()).isEqualTo("downtime-backload");
        assertThat(pulse.getSubject().getReference())
                .isEqualTo("Patient?identifier=urn%3Aoid%3A1.2.250.1.999.1%7C90010181");
        assertThat(bundle.getEntry())
                .allSatisfy(
                        entry -> assertThat(entry.getRequest().getIfNoneExist()).isNotEmpty());
    }

    @Test
    void provenanceNamesAuthorReviewerSoftwareAndProof() {
        Bundle bundle = bundles.transaction(List.of(SampleRecords.pulse("72")));
        Provenance provenance = find(bundle, Provenance.class);
        assertThat(provenance.getAgent())
                .extracting(agent -> agent.getType().getCodingFirstRep().getCode())
                .containsExactly("author", "enterer", "assembler");
        assertThat(provenance.getAgent().get(0).getWho().getIdentifier().getValue())
                .isEqualTo("99700100011");
        assertThat(provenance.getAgent().get(1).getWho().getIdentifier().getValue())
                .isEqualTo("reviewer-7");
        assertThat(provenance.getEntity()).hasSize(2);
        DocumentReference page = find(bundle, DocumentReference.class);
        assertThat(page.getIdentifierFirstRep().getValue()).isEqualTo("ab".repeat(32) + "-0");
        assertThat(page.getContentFirstRep().getAttachment().getData()).isEqualTo(new byte[] {1, 2, 3});
    }

    @Test
    void theScanOfAPageTravelsOnce() {
        Bundle bundle = bundles.transaction(List.of(SampleRecords.pulse("72"), SampleRecords.consciousness()));
        assertThat(bundle.getEntry())
                .filteredOn(entry -> entry.getResource() instanceof DocumentReference document
                        && document.getIdentifierFirstRep().getSystem().equals(FhirNames.SCAN))
                .hasSize(1);
    }

    @Test
    void anOrderKeepsWhatIsWrittenAndCodesOnlyWhatIsCertain() {
        MedicationRequest coded = order(Map.of());
        assertThat(coded.getStatus()).isEqualTo(MedicationRequest.MedicationRequestStatus.ACTIVE);
        assertThat(coded.getDosageInstructionFirstRep()
                        .getDoseAndRateFirstRep()
                        .getDoseQuantity()
                        .getValue())
                .isEqualByComparingTo("0.5");
        assertThat(coded.getDosageInstructionFirstRep().getTiming().getRepeat().getTimeOfDay())
                .extracting(time -> time.getValue())
                .containsExactly("08:00:00", "14:00:00", "20:00:00");
        MedicationRequest unitless = order(Map.of("unit", "", "route", ""));
        assertThat(unitless.getDosageInstructionFirstRep().hasDoseAndRate()).isFalse();
        assertThat(unitless.getDosageInstructionFirstRep().hasRoute()).isFalse();
        assertThat(unitless.getDosageInstructionFirstRep().getText()).isEqualTo("paracétamol 0,5 08:00 14:00 20:00");
    }

    @Test
    void anOrderWhoseEndHasPassedAsksNobodyToGiveIt() {
        assertThat(order(Map.of("end-date", "23/11/2026", "end-time", "14:04")).getStatus())
                .isEqualTo(MedicationRequest.MedicationRequestStatus.COMPLETED);
        assertThat(order(Map.of("end-date", "23/11/2026", "end-time", "14:06")).getStatus())
                .isEqualTo(MedicationRequest.MedicationRequestStatus.ACTIVE);
        assertThat(order(Map.of("end-date", "22/11/2026")).getStatus())
                .isEqualTo(MedicationRequest.MedicationRequestStatus.COMPLETED);
    }

    @Test
    void anAdmissionStaysProvisionalAndCarriesThePrintedTraits() {
        Bundle bundle = bundles.transaction(
                List.of(SampleRecords.admission(Map.of("national-id", "255081416802538")), SampleRecords.pulse("72")));
        Patient patient = find(bundle, Patient.class);
        assertThat(patient.getNameFirstRep().getFamily()).isEqualTo("DEMO-ÉCLAIR");
        assertThat(FHIR.newJsonParser().encodeResourceToString(patient)).contains("\"code\":\"PROV\"");
        assertThat(patient.getIdentifier().get(1).getUse().toCode()).isEqualTo("temp");
        Encounter encounter = find(bundle, Encounter.class);
        assertThat(encounter.getPeriod().getStartElement().getValueAsString()).isEqualTo("2026-11-23T08:30:00+01:00");
        assertThat(find(bundle, Observation.class).getSubject().getReference())
                .isEqualTo(bundle.getEntryFirstRep().getFullUrl());
    }

    @Test
    void whatHasNoCodeIsSaidInWords() {
        Bundle bundle = bundles.transaction(List.of(SampleRecords.saturation()));
        assertThat(find(bundle, Observation.class).getNoteFirstRep().getText()).isEqualTo("oxygen: air");
    }

    @Test
    void anAllergyWithoutASubstanceOrAgainstItsTickIsWorkForAPerson() {
        assertThatThrownBy(() -> bundles.transaction(List.of(SampleRecords.allergy("present", ""))))
                .hasMessage("allergy-unclear");
        assertThatThrownBy(() -> bundles.transaction(List.of(SampleRecords.allergy("none-known", "latex"))))
                .hasMessage("allergy-unclear");
    }

    @Test
    void sameRecordsGiveTheSameBundleByteForByte() {
        List<ClinicalRecord> records = List.of(SampleRecords.admission(Map.of()), SampleRecords.order(Map.of()));
        assertThat(FHIR.newJsonParser().encodeResourceToString(bundles.transaction(records)))
                .isEqualTo(FHIR.newJsonParser().encodeResourceToString(bundles.transaction(records)));
    }

    @Test
    void timesInTheMissingOrRepeatedHourAreRefusedNotGuessed() {
        for (String day : List.of("29/03/2026", "25/10/2026")) {
            ClinicalRecord order = SampleRecords.order(Map.of("end-date", day, "end-time", "02:30"));
            assertThatThrownBy(() -> bundles.transaction(List.of(order)))
                    .isInstanceOfSatisfying(
                            RecordRefusedException.class,
                            e -> assertThat(e.reason().code()).isEqualTo("ambiguous-time"));
        }
        assertThat(order(Map.of("end-date", "25/10/2026", "end-time", "03:30")).getStatus())
                .isEqualTo(MedicationRequest.MedicationRequestStatus.COMPLETED);
    }

    @Test
    void whatNobodyReleasedHasNoWayOut() {
        ClinicalRecord pulse = SampleRecords.pulse("72");
        ClinicalRecord smuggled = new ClinicalRecord(
                pulse.id(),
                pulse.target(),
                Map.of("value", "72", "comment", "never decided"),
                pulse.patientId(),
                pulse.encounterId(),
                pulse.occurredAt(),
                pulse.recordedAt(),
                pulse.author(),
                pulse.enteredBy(),
                pulse.proof(),
                1);
        assertThatThrownBy(() -> bundles.transaction(List.of(smuggled))).hasMessage("not-released");
        assertThatThrownBy(() -> bundles.transaction(
                        List.of(SampleRecords.at(pulse, Optional.of(SampleRecords.RELEASED.plusSeconds(601))))))
                .hasMessage("not-released");
        assertThatThrownBy(() -> bundles.transaction(List.of(SampleRecords.pulse("7Z"))))
                .hasMessage("not-a-number");
    }

    private static List<String> errors(Bundle bundle) {
        String json = FHIR.newJsonParser().encodeResourceToString(bundle);
        return VALIDATOR.validateWithResult(json).getMessages().stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(SingleValidationMessage::getMessage)
                .toList();
    }

    private MedicationRequest order(Map<String, String> change) {
        return find(bundles.transaction(List.of(SampleRecords.order(change))), MedicationRequest.class);
    }

    private static <T extends Resource> T find(Bundle bundle, Class<T> type) {
        return bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private static FhirValidator validator() {
        ValidationSupportChain chain = new ValidationSupportChain(
                new DefaultProfileValidationSupport(FHIR),
                new CommonCodeSystemsTerminologyService(FHIR),
                new InMemoryTerminologyServerValidationSupport(FHIR));
        FhirInstanceValidator module = new FhirInstanceValidator(chain);
        module.setAnyExtensionsAllowed(true);
        return FHIR.newValidator().registerValidatorModule(module);
    }

    private static final class TwoImages implements ProofImages {

        @Override
        public Optional<ProofImage> page(ScanRef scan) {
            return Optional.of(new ProofImage("image/png", new byte[] {1, 2, 3}));
        }

        @Override
        public Optional<ProofImage> crop(ClinicalRecord record) {
            return Optional.of(new ProofImage("image/png", new byte[] {4}));
        }
    }
}
