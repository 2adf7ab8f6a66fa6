package org.paperbridge.kit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.census.Unit;
import org.paperbridge.kit.part.Bed;

/** The words of a kit's first pages: how old it is, what to do, who is in which bed. */
final class KitCover {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);

    private KitCover() {}

    static List<String> lines(KitPlan plan, Unit unit, Census census, int patients, Clock clock, ZoneId ward) {
        String now = at(clock.instant(), ward);
        String asOf = at(census.asOf(), ward);
        if (plan.language().equals("fr")) {
            return List.of(
                    "Kit de secours — " + unit.name(),
                    "Imprimé le " + now + " · données du " + asOf + " · " + patients + " patient(s)",
                    "",
                    "1.  Vérifier la liste des patients (01-census) : lits, arrivées, départs depuis l'impression.",
                    "2.  Écrire au stylo noir, en capitales, un caractère par case. Cocher d'une croix.",
                    "3.  Patient nouveau : prendre une feuille vierge, coller son étiquette ou écrire nom, prénom, naissance.",
                    "4.  Une erreur : barrer la case, réécrire sur une nouvelle ligne ou une nouvelle feuille.",
                    "5.  Ne rien écrire sur les codes carrés. Garder toute feuille, même tachée ou déchirée.",
                    "6.  Au retour de l'informatique, remettre toutes les feuilles aux archives : elles seront scannées.",
                    "",
                    "Pharmacie : photocopier chaque prescription signée.");
        }
        return List.of(
                "Downtime kit — " + unit.name(),
                "Printed " + now + " · data as of " + asOf + " · " + patients + " patient(s)",
                "",
                "1.  Check the patient list (01-census): beds, arrivals and departures since it was printed.",
                "2.  Black pen, capitals, one character per cell. Mark with a cross.",
                "3.  New patient: take a blank sheet, put on the sticker or write name, first name, date of birth.",
                "4.  A mistake: strike the cell out and write again on a new line or a new sheet.",
                "5.  Write nothing on the square codes. Keep every sheet, stained or torn.",
                "6.  When the computers are back, hand every sheet to the records office: they will be scanned.",
                "",
                "Pharmacy: photocopy every signed prescription.");
    }

    static List<String> census(KitPlan plan, Unit unit, Census census, List<Bed> beds, ZoneId ward) {
        boolean french = plan.language().equals("fr");
        List<String> lines = new ArrayList<>();
        lines.add((french ? "Patients présents — " : "Patients present — ") + unit.name());
        lines.add((french ? "Données du " : "Data as of ") + at(census.asOf(), ward));
        lines.add("");
        Prefill prefill = new Prefill(plan.language(), ward);
        for (Bed bed : beds) {
            Map<String, String> words = prefill.patient(bed.patient(), Optional.of(bed.encounter()));
            lines.add(words.getOrDefault("encounter.bed", "") + "    " + words.getOrDefault("patient.name", "") + "    "
                    + words.getOrDefault("patient.birth-date", "") + "    " + words.getOrDefault("patient.sex", ""));
            lines.add("        " + (french ? "IPP " : "Patient no. ")
                    + bed.patient().id() + "    "
                    + (french ? "NDA " : "Visit no. ") + bed.encounter().id() + "    "
                    + (french ? "Allergies : " : "Allergies: ") + words.getOrDefault("patient.allergies", ""));
        }
        return lines;
    }

    private static String at(Instant moment, ZoneId ward) {
        return MOMENT.format(moment.atZone(ward));
    }
}
