package org.paperbridge.publish.jipp;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.paperbridge.publish.Said;

/** Keywords of printer-state-reasons and job-state-reasons (RFC 8011, 5.4.12 and 5.3.8) in plain words. */
final class PrinterWords {

    private static final Map<String, Said> WORDS = Map.ofEntries(
            word("media-empty", "plus de papier", "out of paper"),
            word("media-needed", "papier à charger", "paper to be loaded"),
            word("media-low", "bientôt plus de papier", "low on paper"),
            word("media-jam", "bourrage papier", "paper jam"),
            word("input-tray-missing", "bac manquant", "tray missing"),
            word("output-area-full", "bac de sortie plein", "output tray full"),
            word("cover-open", "capot ouvert", "cover open"),
            word("door-open", "porte ouverte", "door open"),
            word("toner-empty", "plus de toner", "out of toner"),
            word("toner-low", "bientôt plus de toner", "low on toner"),
            word("marker-supply-empty", "plus d'encre ou de toner", "out of ink or toner"),
            word("marker-supply-low", "bientôt plus d'encre ou de toner", "low on ink or toner"),
            word("marker-waste-full", "bac de récupération plein", "waste bin full"),
            word("paused", "en pause", "paused"),
            word("moving-to-paused", "mise en pause", "being paused"),
            word("shutdown", "éteinte", "switched off"),
            word("connecting-to-device", "en cours de connexion", "connecting"),
            word("offline", "hors ligne", "offline"),
            word("timed-out", "ne répond pas", "does not answer"),
            word("stopped-partly", "en partie arrêtée", "partly stopped"),
            word("spool-area-full", "mémoire pleine", "memory full"),
            word("fuser-over-temp", "trop chaude", "too hot"),
            word("interpreter-resource-unavailable", "document trop complexe", "document too complex"),
            word("job-canceled-by-user", "annulé par quelqu'un", "cancelled by somebody"),
            word("job-canceled-by-operator", "annulé à l'imprimante", "cancelled at the printer"),
            word("job-canceled-at-device", "annulé à l'imprimante", "cancelled at the printer"),
            word("aborted-by-system", "interrompu par l'imprimante", "aborted by the printer"),
            word("document-format-error", "document illisible pour l'imprimante", "document the printer cannot read"),
            word("document-unprintable-error", "document qu'elle ne peut pas imprimer", "document it cannot print"),
            word("document-access-error", "document inaccessible", "document cannot be accessed"),
            word("printer-stopped", "imprimante arrêtée", "printer stopped"),
            word("printer-stopped-partly", "imprimante en partie arrêtée", "printer partly stopped"));

    private PrinterWords() {}

    /** Keywords it does not know are told as they are; {@code -error}, {@code -warning} and {@code -report} do not count. */
    static Said of(List<String> reasons) {
        List<Said> told = reasons.stream()
                .map(reason -> reason.replaceFirst("-(error|warning|report)$", ""))
                .filter(reason -> !reason.equals("none"))
                .distinct()
                .map(reason -> WORDS.getOrDefault(reason, new Said(reason, reason)))
                .toList();
        return new Said(
                told.stream().map(Said::fr).collect(Collectors.joining(", ")),
                told.stream().map(Said::en).collect(Collectors.joining(", ")));
    }

    private static Map.Entry<String, Said> word(String keyword, String fr, String en) {
        return Map.entry(keyword, new Said(fr, en));
    }
}
