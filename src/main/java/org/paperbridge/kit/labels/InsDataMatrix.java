package org.paperbridge.kit.labels;

import java.text.Normalizer;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.paperbridge.form.census.Patient;
import org.paperbridge.form.check.CheckDigits;
import org.paperbridge.form.layout.CheckRule;

/**
 * Content of the DataMatrix of the French national identity (ANS, "Format datamatrix INS" v2.2 of 26 September 2023): a
 * header of 26 characters, then matricule, its space, first names, birth name, sex, birth date and birthplace. A group
 * separator follows a field of variable length that is shorter than its maximum, unless it is the last.
 */
public final class InsDataMatrix {

    static final char GROUP_SEPARATOR = 0x1d;
    private static final String HEADER = "IS01" + "0".repeat(22);
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_OID = 20;
    /** NIR, NIA and the test space. */
    private static final List<String> OIDS =
            List.of("1.2.250.1.213.1.4.8", "1.2.250.1.213.1.4.9", "1.2.250.1.213.1.4.10");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd-MM-yyyy", Locale.ROOT);

    private InsDataMatrix() {}

    /**
     * @return empty when the identity is not qualified, or one of its traits is missing or cannot be written: sex neither
     *     M nor F, a wrong key, an unknown space
     */
    public static Optional<String> of(Patient patient) {
        Optional<String> matricule = patient.nationalId().filter(id -> CheckDigits.passes(CheckRule.NIR, id));
        Optional<String> space = patient.nationalIdOid().filter(OIDS::contains);
        Optional<String> sex = patient.sex().filter(s -> s.equals("M") || s.equals("F"));
        Optional<String> place = patient.birthPlace().filter(code -> code.matches("[0-9][0-9AB][0-9]{3}"));
        String given = trait(String.join(" ", patient.given()));
        String name = trait(patient.birthName());
        if (matricule.isEmpty()
                || space.isEmpty()
                || sex.isEmpty()
                || place.isEmpty()
                || patient.birthDate().isEmpty()
                || given.isEmpty()
                || name.isEmpty()
                || given.length() > LONGEST_NAME
                || name.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        return Optional.of(HEADER
                + "S1" + matricule.get()
                + "S2" + ended(space.get(), LONGEST_OID)
                + "S3" + ended(given, LONGEST_NAME)
                + "S4" + ended(name, LONGEST_NAME)
                + "S5" + sex.get()
                + "S6" + DATE.format(patient.birthDate().get())
                + "S7" + place.get());
    }

    private static String ended(String field, int most) {
        return field.length() < most ? field + GROUP_SEPARATOR : field;
    }

    /** Traits are capitals without accents; hyphens and apostrophes stay. */
    private static String trait(String name) {
        String plain = Normalizer.normalize(
                        name.replace('’', '\'').replace("œ", "oe").replace("Œ", "OE"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toUpperCase(Locale.ROOT)
                .strip();
        return plain.matches("[A-Z '\\-]+") ? plain : "";
    }
}
