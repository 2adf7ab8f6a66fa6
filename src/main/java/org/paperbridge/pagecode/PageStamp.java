package org.paperbridge.pagecode;

import java.time.Instant;
import java.util.Optional;

/**
 * What a page code says.
 *
 * @param site number of the hospital, 1 to 65535
 * @param formNumber of the form template, 1 to 65535
 * @param formVersion 1 to 255
 * @param fingerprint geometry fingerprint, 24 bits
 * @param serial ten Crockford base-32 characters
 * @param page 1 to 15
 * @param copy 1 to 15
 * @param issuedAt to the minute
 * @param patientId hospital patient number; empty on blank forms
 * @param encounterId visit number; only beside a patient
 */
public record PageStamp(
        int site,
        int formNumber,
        int formVersion,
        int fingerprint,
        String serial,
        int page,
        int copy,
        Instant issuedAt,
        Optional<String> patientId,
        Optional<String> encounterId) {

    public PageStamp {
        check("site", site, 1, 65535);
        check("form number", formNumber, 1, 65535);
        check("form version", formVersion, 1, 255);
        check("fingerprint", fingerprint, 0, 0xffffff);
        check("page", page, 1, 15);
        check("copy", copy, 1, 15);
        Serial.check(serial);
    }

    private static void check(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "The " + name + " lies between " + least + " and " + most + ", got " + value);
        }
    }
}
