package org.paperbridge.form.census;

import java.util.Optional;

/**
 * A running prescription, to be printed on the prefilled chart.
 *
 * @param name generic name (DCI/INN) as printed
 * @param code ATC code
 * @param dose number as printed, decimal comma, no trailing zero
 * @param unit {@code g}, {@code mg}, {@code µg}, {@code UI}, {@code mL}
 * @param route {@code oral}, {@code iv}, {@code sc}, {@code im}, {@code inhaled}, {@code other}
 * @param timing as printed, e.g. {@code 8 h - 20 h}
 */
public record ActiveDrug(
        String patientId,
        String name,
        Optional<String> code,
        Optional<String> dose,
        Optional<String> unit,
        Optional<String> route,
        Optional<String> timing) {}
