package org.paperbridge.publish;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chosen files of a unit's kit on a printer, cover first.
 *
 * <p>A printer cannot open a sealed PDF. It is opened here, in memory, and goes to the printer from there; in clear it
 * lies on no disk of ours.
 *
 * @param unit unit code; empty prints every unit
 * @param files beginnings of file names, e.g. {@code 00}
 * @param clock names the day: sheets in which nothing changed come out once a day
 * @param job copies, sides and sheet; its name is set for every document
 */
public record PrintTarget(
        Printer printer, Optional<String> unit, List<String> files, Printer.Job job, PrintReady ready, Clock clock)
        implements Target {

    public PrintTarget {
        files = List.copyOf(files);
    }

    /** A PDF of a kit to bytes a printer can open. */
    @FunctionalInterface
    public interface PrintReady {

        /**
         * @param pdf as in the kit
         * @param duplex every form must begin on a new sheet, lest two patients share one
         */
        byte[] open(KitEntry entry, byte[] pdf, boolean duplex) throws IOException;
    }

    @Override
    public Said publish(SignedKit kit) throws PublishException {
        List<KitEntry> chosen = choose(kit);
        // A try that is repeated finds its job by the name; the next night the same sheets come out again.
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        try {
            printer.check(job);
            for (KitEntry entry : chosen) {
                byte[] pdf = open(kit, entry);
                String stem = entry.name().replaceFirst("\\.pdf$", "");
                String name = entry.unit() + " " + stem + " " + day + " "
                        + entry.sha256().substring(0, 8);
                printer.print(new Printer.Job(name, job.copies(), job.sides(), job.media()), pdf);
            }
        } catch (IOException e) {
            throw new PublishException(
                    new Said(
                            "L'imprimante n'est pas joignable (" + e.getClass().getSimpleName() + ").",
                            "The printer cannot be reached (" + e.getClass().getSimpleName() + ")."),
                    e);
        }
        return new Said(chosen.size() + " fichier(s) imprimé(s).", chosen.size() + " file(s) printed.");
    }

    private byte[] open(SignedKit kit, KitEntry entry) throws PublishException {
        try {
            return ready.open(entry, kit.readWhole(entry), !job.sides().equals("one-sided"));
        } catch (IOException e) {
            throw new PublishException(
                    new Said(
                            "Le fichier ne peut pas être préparé pour l'imprimante (" + entry.name()
                                    + ") ; essayez sides = one-sided.",
                            "The file cannot be made ready for the printer (" + entry.name()
                                    + "); try sides = one-sided."),
                    e);
        }
    }

    private List<KitEntry> choose(SignedKit kit) throws PublishException {
        List<KitEntry> chosen = new ArrayList<>();
        for (KitEntry entry : kit.files()) {
            if (unit.filter(code -> !code.equals(entry.unit())).isEmpty()
                    && files.stream().anyMatch(entry.name()::startsWith)) {
                chosen.add(entry);
            }
        }
        if (chosen.isEmpty()) {
            throw new PublishException(
                    "Le kit n'a aucun des fichiers demandés pour cette unité : vérifiez unit et files.",
                    "The kit has none of the files asked for, for this unit: check unit and files.");
        }
        return chosen;
    }
}
