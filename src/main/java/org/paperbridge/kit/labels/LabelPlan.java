package org.paperbridge.kit.labels;

/**
 * Which labels a unit gets.
 *
 * @param newPatients temporary identities
 * @param patientSheet sheet for names
 * @param tubeSheet sheet for tubes
 * @param bandSheet sheet for wristbands
 */
public record LabelPlan(
        int newPatients, String patientSheet, String tubeSheet, String bandSheet, PrinterOffset offset) {

    /** More than a folder of stickers holds. */
    public static final int MOST_NEWCOMERS = 2000;

    /** What a unit of twelve beds admits in a day, on the sheets hospitals buy. */
    public static final LabelPlan USUAL = new LabelPlan(6, "24", "65", "band", PrinterOffset.NONE);

    public static final LabelPlan NONE = new LabelPlan(0, "", "", "", PrinterOffset.NONE);

    public LabelPlan {
        if (newPatients < 0 || newPatients > MOST_NEWCOMERS) {
            throw new IllegalArgumentException(
                    "Temporary identities: 0 to " + MOST_NEWCOMERS + " a unit, got " + newPatients);
        }
    }
}
