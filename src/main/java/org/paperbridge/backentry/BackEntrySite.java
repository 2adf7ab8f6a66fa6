package org.paperbridge.backentry;

import java.time.ZoneId;

/**
 * How this hospital names things.
 *
 * @param facility short name in MSH-4 and assigning authorities, e.g. {@code CH-DEMO}
 * @param patientOid OID of hospital patient numbers (IPP)
 * @param encounterOid OID of visit numbers (NDA)
 * @param unitOid OID of unit codes (UF)
 * @param ward zone in which times are written on paper
 */
public record BackEntrySite(String facility, String patientOid, String encounterOid, String unitOid, ZoneId ward) {

    /** FHIR system of patient numbers. */
    public String patientSystem() {
        return "urn:oid:" + patientOid;
    }

    /** FHIR system of visit numbers. */
    public String encounterSystem() {
        return "urn:oid:" + encounterOid;
    }
}
