package org.paperbridge.backentry.hapi;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.form.record.ClinicalRecord;

/** Systems and deterministic names that we own or quote. */
final class FhirNames {

    static final String RECORD = "urn:paperbridge:record";
    static final String SCAN = "urn:paperbridge:scan";
    static final String CROP = "urn:paperbridge:crop";
    static final String PROVENANCE = "urn:paperbridge:provenance";
    static final String REVIEWER = "urn:paperbridge:reviewer";
    static final String UNIT = "urn:paperbridge:unit";

    /** RPPS: French prescribers and nurses. */
    static final String RPPS = "urn:oid:1.2.250.1.71.4.2.1";

    static final String LOINC = "http://loinc.org";
    static final String SNOMED = "http://snomed.info/sct";
    static final String UCUM = "http://unitsofmeasure.org";
    static final String ATC = "http://www.whocc.no/atc";
    static final String IDENTIFIER_TYPE = "http://terminology.hl7.org/CodeSystem/v2-0203";

    /** Marks everything that came back from paper. */
    static final Coding BACKLOAD = new Coding("urn:paperbridge:tag", "downtime-backload", "Entered after a downtime");

    private FhirNames() {}

    static Identifier record(String id) {
        return new Identifier().setSystem(RECORD).setValue(id);
    }

    static String scanId(ScanRef scan) {
        return scan.original() + "-" + scan.index();
    }

    /** Same name, same address in every try. */
    static String fullUrl(String name) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** A search token, safe in a URL. */
    static String token(String system, String value) {
        return URLEncoder.encode(system + "|" + value, StandardCharsets.UTF_8);
    }

    /** Names a stay within a bundle: two sheets that open one stay open it once. */
    static String stay(ClinicalRecord record) {
        return "encounter:" + record.encounterId().orElse(record.id());
    }

    static Reference conditional(String type, String system, String value) {
        return new Reference(type + "?identifier=" + token(system, value));
    }

    /** A person known only by number: no resource is made of nothing. */
    static Reference person(String type, String system, String value) {
        return new Reference()
                .setType(type)
                .setIdentifier(new Identifier().setSystem(system).setValue(value));
    }

    static CodeableConcept concept(String system, String code, String display) {
        Coding coding = new Coding().setSystem(system).setCode(code);
        if (!display.isEmpty()) {
            coding.setDisplay(display);
        }
        return new CodeableConcept(coding);
    }
}
