package org.paperbridge.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.key.KeyRing;
import org.paperbridge.kit.pdfbox.OpenedPdf;
import org.paperbridge.publish.KitEntry;
import org.paperbridge.publish.PlannedTarget;
import org.paperbridge.publish.Publisher;
import org.paperbridge.publish.StateFolder;
import org.paperbridge.publish.TargetsFile;
import org.paperbridge.publish.TargetsRefusedException;

/** Where finished kits go, for the commands that bring them there. */
final class KitTargets {

    private final Path routes;
    private final KeyRing keys;
    private final List<PlannedTarget> targets;

    /**
     * @param routes {@code pipeline/publish}, with the file of targets
     * @param forms say how many pages a form has, for two-sided printing
     * @throws RefusedException listing what is wrong with the file of targets
     */
    KitTargets(Path routes, KeyRing keys, FormCatalogue forms, ZoneId ward) throws IOException {
        this.routes = routes;
        this.keys = keys;
        try {
            targets = new TargetsFile(
                            routes.resolve(TargetsFile.NAME),
                            ward,
                            (entry, pdf, duplex) ->
                                    OpenedPdf.open(pdf, keys.kitPassword(), duplex ? pages(entry, forms) : List.of()),
                            Clock.systemUTC())
                    .read();
        } catch (TargetsRefusedException e) {
            throw new RefusedException(String.valueOf(e.getMessage()), e);
        }
    }

    /** {@code pipeline/publish} of the installation. */
    static Path usual() {
        return Reading.pipeline().resolve("publish");
    }

    Path routes() {
        return routes;
    }

    /** That are on. */
    List<PlannedTarget> all() {
        return targets;
    }

    Publisher publisher(Path kit, Path home, Clock clock) throws IOException {
        StateFolder states = new StateFolder(home);
        states.forgetOthers(targets.stream().map(PlannedTarget::name).toList());
        return new Publisher(targets, kit, keys.kitSignature().getPublic(), states, clock);
    }

    private static List<Integer> pages(KitEntry entry, FormCatalogue forms) throws IOException {
        List<Integer> pages = entry.forms().stream()
                .flatMap(
                        form -> forms.findForm(form).map(f -> f.layout().pages().size()).stream())
                .toList();
        if (pages.size() != entry.forms().size()) {
            throw new IOException("A form of the kit is not installed here");
        }
        return pages;
    }
}
