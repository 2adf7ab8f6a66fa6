package org.paperbridge.census;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The demo hospital as its own system would have told it: PAM-FR 2.5 messages in ISO 8859-15. */
final class DemoAdtFeed {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private final StringBuilder feed = new StringBuilder();
    private int sent;

    static String write() {
        DemoAdtFeed feed = new DemoAdtFeed();
        List<DemoHospital.Guest> guests = DemoHospital.guests();
        guests.forEach(feed::admission);
        LocalDateTime later = DemoHospital.FEED_BEGINS.plusDays(7);
        DemoHospital.Guest gone = stranger(91, "DEMO-PARTI", "ABEL");
        feed.admission(gone);
        feed.event("A03", gone, later.minusHours(20), "CARD", "208-P", "");
        DemoHospital.Guest error = stranger(92, "DEMO-ERREUR", "BORIS");
        feed.admission(error);
        feed.event("A11", error, later.minusHours(15), "CARD", "208-F", "");
        DemoHospital.Guest moved = guests.get(12);
        feed.event("A02", moved, later.minusHours(9), "MEDP", moved.bed(), "");
        DemoHospital.Guest corrected = guests.get(5);
        feed.event("A08", corrected, later.minusHours(1), "CARD", corrected.bed(), "");
        return feed.feed.toString();
    }

    private static DemoHospital.Guest stranger(int number, String family, String given) {
        return new DemoHospital.Guest(
                number, family, "", given, "M", LocalDate.of(1970, 1, 1), "CARD", "208-P", "70", "", List.of());
    }

    private void admission(DemoHospital.Guest guest) {
        boolean laterMoved = guest.number() == 13;
        LocalDateTime at = guest.number() > 90
                ? DemoHospital.FEED_BEGINS.plusDays(5).plusMinutes(guest.number())
                : guest.admittedAt();
        event(
                "A01",
                guest,
                at,
                laterMoved ? "CARD" : guest.unit(),
                laterMoved ? "208-P" : guest.bed(),
                guest.unit().equals("CARD") ? clinical(guest) : "");
    }

    private static String clinical(DemoHospital.Guest guest) {
        String weight = "OBX|1|NM|29463-7^Poids^LN||" + guest.weightKg() + "|kg|||||F\n";
        return weight
                + switch (guest.allergy()) {
                    case "" -> "";
                    case "aucune" -> "AL1|1|DA|716186003^Aucune allergie connue^SCT\n";
                    default -> "AL1|1|DA|^" + guest.allergy() + "\n";
                };
    }

    private void event(
            String event, DemoHospital.Guest guest, LocalDateTime at, String unit, String bed, String clinical) {
        sent++;
        String stamp = STAMP.format(at);
        String structure = switch (event) {
            case "A02" -> "ADT_A02";
            case "A03" -> "ADT_A03";
            case "A11" -> "ADT_A09";
            default -> "ADT_A01";
        };
        String others = guest.given().contains(" ") ? "^" + guest.given() : "^";
        String first = guest.given().split(" ")[0];
        String used = guest.used().isEmpty() ? "" : "~" + guest.used() + "^" + first + "^^^^^D";
        String ins =
                guest.number() <= 24 ? "~" + guest.ins() + "^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS" : "";
        String[] place = bed.split("-");
        String doctor = DemoHospital.physicianRpps(unit) + "^" + DemoHospital.physician(unit)
                + "^^^Dr^^^ASIP-SANTE-PS&1.2.250.1.71.4.2.1&ISO^L^^^RPPS";
        feed.append("MSH|^~\\&|GAM-DEMO|CH-DEMO|PAPERBRIDGE|CH-DEMO|" + stamp + "||ADT^" + event + "^" + structure
                + "|DEMO" + String.format(Locale.ROOT, "%05d", sent)
                + "|P|2.5^FRA^2.5|||||FRA|8859/15|FR\n");
        feed.append("EVN||" + stamp + "||||" + stamp + "\n");
        feed.append("PID|||" + guest.ipp() + "^^^CH-DEMO&1.2.250.1.999.1&ISO^PI" + ins + "||" + guest.family() + "^"
                + first + others + "^^^^L" + used + "||"
                + guest.birth().toString().replace("-", "") + "|"
                + guest.sex() + "|||^^^^^^BDL^^" + guest.birthPlace() + "|||||||" + guest.nda()
                + "^^^CH-DEMO&1.2.250.1.999.2&ISO^AN||||||||||||||VALI\n");
        feed.append("PV1||I|" + unit + "^" + place[0] + "^" + place[1] + "||||" + doctor + "||||||||||||" + guest.nda()
                + "^^^CH-DEMO&1.2.250.1.999.2&ISO^VN" + "|".repeat(25)
                + STAMP.format(guest.number() > 90 ? at : guest.admittedAt()) + "\n");
        String zbe = "ZBE|M" + (10000 + sent) + "^CH-DEMO|" + stamp + "||"
                + (event.equals("A11") ? "CANCEL" : event.equals("A08") ? "UPDATE" : "INSERT") + "|N|"
                + (event.equals("A11") || event.equals("A08") ? "A01" : "") + "|" + DemoHospital.unitName(unit)
                + "^^^^^CH-DEMO&1.2.250.1.999.3&ISO^UF^^^" + unit + "||HMS\n";
        feed.append(clinical.isEmpty() ? zbe : zbe + clinical);
    }
}
