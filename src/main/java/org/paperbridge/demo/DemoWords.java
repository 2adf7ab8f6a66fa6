package org.paperbridge.demo;

import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.paperbridge.validation.situation.Situation;

/** What the demo tells while it runs, in French or English. */
public final class DemoWords {

    private static final Map<String, String> FRENCH = Map.ofEntries(
            Map.entry("census", "1  Hôpital inventé chargé : %d patients, %d services (HL7 v2 ADT et FHIR)."),
            Map.entry("kits", "2  Kits imprimés pour %d services : %d pages, dans %s."),
            Map.entry("filling", "3  Remplissage à l'écriture de vraies personnes (%d formulaires par pile)…"),
            Map.entry(
                    "scanned",
                    "4  Photocopié et mal scanné : %d faces dans %d fichiers, déposés dans le dossier de numérisation."),
            Map.entry("read", "5  %d faces identifiées, recalées et lues en %d s."),
            Map.entry(
                    "reviewers",
                    "6  Les relecteurs de la démonstration valident les champs incertains à partir de la vérité connue."),
            Map.entry("answered", "7  %d tâches traitées ; envoi en FHIR R4, HL7 v2 et CSV."),
            Map.entry("arrived", "8  %d enregistrements, chacun vérifié chez les trois destinataires."),
            Map.entry("outcomes", "   Devenir des faces : %s"),
            Map.entry("tasks", "   En attente d'une personne : %s"),
            Map.entry("head", "   écrits       champs  lus juste  acceptés seuls  faux en silence"),
            Map.entry("silent", "   Faux en silence : aucun."));

    private static final Map<String, String> ENGLISH = Map.ofEntries(
            Map.entry("census", "1  Invented hospital loaded: %d patients, %d units (HL7 v2 ADT and FHIR)."),
            Map.entry("kits", "2  Kits printed for %d units: %d pages, in %s."),
            Map.entry("filling", "3  Filling with handwriting by real people (%d forms a pile)…"),
            Map.entry(
                    "scanned", "4  Photocopied and badly scanned: %d sides in %d files, dropped into the scan folder."),
            Map.entry("read", "5  %d sides identified, located and read in %d s."),
            Map.entry("reviewers", "6  The demo's own reviewers release the doubtful fields from the known truth."),
            Map.entry("answered", "7  %d tasks done; sending by FHIR R4, HL7 v2 and CSV."),
            Map.entry("arrived", "8  %d records, each counted at all three receivers."),
            Map.entry("outcomes", "   What became of the sides: %s"),
            Map.entry("tasks", "   Waiting for a person: %s"),
            Map.entry("head", "   written      fields  read right  accepted alone  silently wrong"),
            Map.entry("silent", "   Silently wrong: none."));

    private final String language;
    private final Consumer<String> out;

    public DemoWords(String language, Consumer<String> out) {
        this.language = language;
        this.out = out;
    }

    public String language() {
        return language;
    }

    void say(String key, Object... values) {
        String text = (language.equals("fr") ? FRENCH : ENGLISH).getOrDefault(key, key);
        out.accept(String.format(Locale.ROOT, text, values));
    }

    void table(Situation situation, Comparison comparison) {
        say("outcomes", situation.outcomes());
        say("tasks", situation.tasks());
        say("head");
        comparison
                .rows()
                .forEach((kind, row) -> out.accept(String.format(
                        Locale.ROOT,
                        "   %-10s %8d %10d %15d %15d",
                        kind,
                        row.written,
                        row.right,
                        row.accepted,
                        row.wrong)));
        if (comparison.wrong().isEmpty()) {
            say("silent");
        }
    }
}
