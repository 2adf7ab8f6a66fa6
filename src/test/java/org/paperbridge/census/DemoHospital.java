package org.paperbridge.census;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.paperbridge.form.check.CheckDigits;
import org.paperbridge.form.layout.CheckRule;

/**
 * The invented hospital of the demo, one line a patient.
 *
 * <p>Nobody here exists: family names say DEMO, national numbers are from the test space (a birthplace {@code 00…} that
 * was never given out, or the published test vector), prescriber numbers begin with 997, the test range.
 */
final class DemoHospital {

    static final LocalDateTime FEED_BEGINS = LocalDateTime.of(2026, 11, 16, 7, 0);

    record Drug(String name, String atc, String dose, String unit, String route, String times) {}

    record Guest(
            int number,
            String family,
            String used,
            String given,
            String sex,
            LocalDate birth,
            String unit,
            String bed,
            String weightKg,
            String allergy,
            List<Drug> drugs) {

        String ipp() {
            return withCheck(CheckRule.MOD97, String.valueOf(900100 + number));
        }

        String nda() {
            return withCheck(CheckRule.MOD97, String.valueOf(2690200 + number));
        }

        String birthPlace() {
            return number == 2 ? "14168" : String.format(Locale.ROOT, "000%02d", number);
        }

        String ins() {
            String year = String.format(Locale.ROOT, "%02d", birth.getYear() % 100);
            String body = (sex.equals("M") ? "1" : "2")
                    + year
                    + String.format(Locale.ROOT, "%02d", birth.getMonthValue())
                    + birthPlace()
                    + (number == 2 ? "025" : "001");
            return withCheck(CheckRule.NIR, body);
        }

        LocalDateTime admittedAt() {
            return FEED_BEGINS.plusMinutes(401L * number);
        }
    }

    private DemoHospital() {}

    static String withCheck(CheckRule rule, String body) {
        return body + CheckDigits.checkOf(rule, body).orElseThrow();
    }

    static String unitName(String unit) {
        return unit.equals("CARD") ? "Cardiologie" : "Médecine polyvalente";
    }

    static String physician(String unit) {
        return unit.equals("CARD") ? "EPREUVE^Hélène" : "MODELE^Noël";
    }

    static String physicianRpps(String unit) {
        return withCheck(CheckRule.RPPS, unit.equals("CARD") ? "9970010001" : "9970010002");
    }

    static List<Guest> guests() {
        List<Guest> guests = new ArrayList<>();
        int number = 0;
        for (String line : TABLE.lines().toList()) {
            String[] cells = line.split("\\|", -1);
            number++;
            List<Drug> drugs = new ArrayList<>();
            for (String order : cells[8].split(";")) {
                if (!order.isBlank()) {
                    String[] parts = order.trim().split(" ");
                    drugs.add(new Drug(parts[0].replace('_', ' '), parts[1], parts[2], parts[3], parts[4], parts[5]));
                }
            }
            guests.add(new Guest(
                    number,
                    cells[0].trim(),
                    cells[1].trim(),
                    cells[2].trim(),
                    cells[3].trim(),
                    LocalDate.parse(cells[4].trim()),
                    number <= 12 ? "CARD" : "MEDP",
                    cells[5].trim(),
                    cells[6].trim(),
                    cells[7].trim(),
                    drugs));
        }
        return List.copyOf(guests);
    }

    /** family | used name | given names | sex | born | bed | kg | allergy | drug ATC dose unit route times; … */
    private static final String TABLE = """
            DEMO-ALOUETTE||ANATOLE|M|1948-03-02|201-P|82|pénicilline|bisoprolol C07AB07 2.5 mg oral 8;furosémide C03CA01 40 mg oral 8,14;ramipril C09AA05 5 mg oral 20
            DEMO-BROUETTE|DEMO-TEST|BLANCHE|F|1955-08-14|202-F|61.5|aucune|apixaban B01AF02 5 mg oral 8,20;atorvastatine C10AA05 20 mg oral 20
            DEMO-CARILLON||CELESTIN|M|1939-11-23|202-P|74||amiodarone C01BD01 200 mg oral 8;furosémide C03CA01 20 mg iv 8,16
            DEMO-DENTELLE|DEMO-FICTIF|DAPHNE MARIE|F|1962-05-30|203-F|58|iode|énoxaparine B01AB05 4000 UI sc 20;acide_acétylsalicylique B01AC06 75 mg oral 12
            DEMO-ECUREUIL||EDGAR|M|1971-01-17|203-P|95.2|aucune|clopidogrel B01AC04 75 mg oral 12;acide_acétylsalicylique B01AC06 75 mg oral 12;atorvastatine C10AA05 80 mg oral 20
            DEMO-FAUVETTE||FLORA|F|1984-09-09|204-F|67||spironolactone C03DA01 25 mg oral 8
            DEMO-GRELOT||GASPARD|M|1951-12-25|204-P|78.4|œuf|digoxine C01AA05 125 µg oral 8;furosémide C03CA01 40 mg oral 8
            DEMO-HIBISCUS|DEMO-EXEMPLE|HORTENSE|F|1944-06-21|205-F|52.3|latex|bisoprolol C07AB07 1.25 mg oral 8;apixaban B01AF02 2.5 mg oral 8,20
            DEMO-IRIDIUM||ISIDORE|M|1966-04-04|205-P|88|aucune|ramipril C09AA05 10 mg oral 8
            DEMO-JONQUILLE||JUSTINE|F|1990-10-31|206-F|64||chlorure_de_potassium A12BA01 600 mg oral 8,12,20
            DEMO-KAOLIN||KLEBER|M|1958-07-14|206-P|102|aspirine|clopidogrel B01AC04 75 mg oral 12;énoxaparine B01AB05 6000 UI sc 8,20
            DEMO-LUCIOLE||LEONIE|F|1933-02-28|207-F|49.8|aucune|furosémide C03CA01 40 mg oral 8;bisoprolol C07AB07 2.5 mg oral 8
            DEMO-MIRABELLE||MODESTE|F|1947-01-05|301-F|55|aucune|paracétamol N02BE01 1 g oral 8,14,20;pantoprazole A02BC02 40 mg oral 8
            DEMO-NENUPHAR||NESTOR|M|1960-03-19|301-P|71.6|pénicilline|ceftriaxone J01DD04 1 g iv 10;paracétamol N02BE01 1 g iv 8,14,20
            DEMO-ORIGAMI|DEMO-FACTICE|OCEANE|F|1978-08-08|302-F|63||metformine A10BA02 1000 mg oral 8,20;insuline_glargine A10AE04 18 UI sc 20
            DEMO-PANTOUFLE||PROSPER|M|1942-12-12|302-P|69|arachide|salbutamol R03AC02 5 mg inhaled 8,14,20;prednisone H02AB07 40 mg oral 8
            DEMO-QUENOTTE||QUENTIN|M|1995-05-05|303-P|80.5|aucune|amoxicilline J01CA04 1 g oral 8,14,20
            DEMO-RICOCHET|DEMO-INVENTE|ROSALIE|F|1936-09-27|303-F|47.2||lévothyroxine H03AA01 75 µg oral 7;macrogol A06AD15 10 g oral 8
            DEMO-SAPAJOU||SIMEON|M|1953-11-11|304-P|84|morphine|paracétamol N02BE01 1 g oral 8,14,20;escitalopram N06AB10 10 mg oral 8
            DEMO-TOURNESOL||TIPHAINE|F|1969-07-07|304-F|70|aucune|morphine N02AA01 5 mg sc 8,14,20;macrogol A06AD15 10 g oral 8
            DEMO-URANIE||ULYSSE|M|1940-04-01|305-P|66.3||insuline_glargine A10AE04 12 UI sc 21;metformine A10BA02 500 mg oral 8,20
            DEMO-VELOCIPEDE||VALENTINE|F|1987-02-14|305-F|59|sulfamides|ceftriaxone J01DD04 2 g iv 10
            DEMO-XYLOPHONE||XAVIER|M|1949-10-10|306-P|91|aucune|pantoprazole A02BC02 20 mg oral 8;prednisone H02AB07 5 mg oral 8
            DEMO-ZEPHYR|DEMO-PAPIER|ZELIE ANNE|F|1930-06-06|306-F|44.5|latex|lévothyroxine H03AA01 50 µg oral 7;paracétamol N02BE01 500 mg oral 8,20
            """;
}
