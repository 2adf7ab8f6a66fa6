package org.paperbridge.validation.identity;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.paperbridge.form.census.Patient;
import org.paperbridge.form.page.SeenPrint;

/**
 * Print as a machine read it against what it should say. One wrong character in a number may be a misreading or the next
 * patient in the admission book, so it counts as neither; only what no misreading explains is a difference.
 */
final class PrintMatch {

    /** Below this the reader itself doubts; lines of ward printers scanned well lie above 0.88. */
    private static final double SURE = 0.75;
    /** Share of characters that misreading may change; numbers of two patients that differ less are left to a person. */
    private static final double MISREAD = 0.3;
    /** Names that alike are one name: a letter in five lost to accents, hyphens and specks. */
    private static final double SAME_NAME = 0.8;

    private static final double OTHER_NAME = 0.5;
    private static final int LEAST_LETTERS = 4;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("ddMMyyyy", Locale.ROOT);
    /** Printed where a name is missing, in both languages. */
    private static final List<String> NO_NAME = List.of("SANSNOM", "NONAME");

    private PrintMatch() {}

    /** A patient or visit number. */
    static Match number(SeenPrint seen, String expected) {
        String said = numberOf(seen.text());
        String wanted = numberOf(expected);
        if (said.equals(wanted)) {
            return Match.AGREES;
        }
        return clearlyOther(said, wanted, seen.confidence()) ? Match.DIFFERS : Match.UNCLEAR;
    }

    static Match birthDate(SeenPrint seen, LocalDate expected) {
        String said = digitsOf(seen.text());
        String wanted = DATE.format(expected);
        if (said.equals(wanted)) {
            return Match.AGREES;
        }
        return clearlyOther(said, wanted, seen.confidence()) ? Match.DIFFERS : Match.UNCLEAR;
    }

    /** Birth name or name in use, then the first given name, as kits print them. */
    static Match name(SeenPrint seen, Patient patient) {
        String said = lettersOf(seen.text());
        if (said.length() < LEAST_LETTERS || NO_NAME.stream().anyMatch(said::startsWith)) {
            return Match.UNCLEAR;
        }
        double best = spellings(patient).stream()
                .mapToDouble(s -> alike(said, s))
                .max()
                .orElse(OTHER_NAME);
        if (best >= SAME_NAME && endsWithGiven(said, patient)) {
            return Match.AGREES;
        }
        return best < OTHER_NAME && seen.confidence() >= SURE ? Match.DIFFERS : Match.UNCLEAR;
    }

    /** A long family name must not outvote a brother's first name. */
    private static boolean endsWithGiven(String said, Patient patient) {
        String given =
                patient.given().isEmpty() ? "" : lettersOf(patient.given().getFirst());
        String end = said.substring(Math.max(0, said.length() - given.length()));
        boolean cut = spellings(patient).stream().anyMatch(s -> s.startsWith(said) && s.length() > said.length());
        return cut || Distance.between(end, given) <= given.length() / 4;
    }

    private static List<String> spellings(Patient patient) {
        String given = patient.given().isEmpty() ? "" : patient.given().getFirst();
        String birth = patient.birthName();
        List<String> all = new ArrayList<>(List.of(birth + given));
        Optional<String> used = patient.usedName();
        used.ifPresent(u -> all.addAll(List.of(birth + u + given, u + given, u + birth + given)));
        return all.stream()
                .map(PrintMatch::lettersOf)
                .filter(s -> s.length() >= LEAST_LETTERS)
                .toList();
    }

    /** A long name is cut where its zone ends. */
    private static double alike(String said, String wanted) {
        String shown = said.length() >= 2 * LEAST_LETTERS && said.length() < wanted.length() && wanted.startsWith(said)
                ? said
                : wanted;
        return 1 - (double) Distance.between(said, shown) / Math.max(said.length(), shown.length());
    }

    private static boolean clearlyOther(String said, String wanted, double confidence) {
        boolean whole = said.length() >= LEAST_LETTERS && Math.abs(said.length() - wanted.length()) <= 2;
        return whole && confidence >= SURE && Distance.between(round(said), round(wanted)) > MISREAD * wanted.length();
    }

    /** The slashed zero of our forms is read as 6 or 8 on pale scans, and then everywhere in a number. */
    private static String round(String number) {
        return number.replace('6', '0').replace('8', '0');
    }

    /** Letters that print confuses with digits count as these, on both sides. */
    private static String numberOf(String text) {
        return text.toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('Q', '0')
                .replace('I', '1')
                .replace('L', '1')
                .replace('|', '1')
                .replaceAll("[^0-9A-Z]", "");
    }

    private static String digitsOf(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    private static String lettersOf(String text) {
        return Normalizer.normalize(text.toUpperCase(Locale.ROOT), Normalizer.Form.NFD)
                .replace("Œ", "OE")
                .replace("Æ", "AE")
                .replaceAll("[^A-Z]", "");
    }
}
