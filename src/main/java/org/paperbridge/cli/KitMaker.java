package org.paperbridge.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.paperbridge.census.CensusFinding;
import org.paperbridge.census.CensusLoad;
import org.paperbridge.form.census.Unit;
import org.paperbridge.key.KeyRing;
import org.paperbridge.kit.KitBuilder;
import org.paperbridge.kit.KitFile;
import org.paperbridge.kit.KitPlan;
import org.paperbridge.kit.Stock;
import org.paperbridge.kit.folder.KitFolder;
import org.paperbridge.store.PrintedRegistry;
import org.paperbridge.template.ReleasedForms;

/** A census to a whole kit in its folder; units in which nothing changed are taken over from the kit before. */
final class KitMaker {

    /** After that a unit is printed again even when nothing changed, so that its cover does not look stale. */
    private static final Duration REPRINT = Duration.ofHours(6);

    private final Home home;
    private final KeyRing keys;
    private final ReleasedForms forms;
    private final KitOptions options;
    private final Clock clock;

    KitMaker(Home home, KeyRing keys, ReleasedForms forms, KitOptions options, Clock clock) {
        this.home = home;
        this.keys = keys;
        this.forms = forms;
        this.options = options;
        this.clock = clock;
    }

    /** @param printed codes of units that were printed anew */
    record Made(KitManifest manifest, List<String> printed) {

        Made {
            printed = List.copyOf(printed);
        }
    }

    /**
     * @param reuse takes over unchanged units
     * @throws IOException when the kit could not be made; the one before is untouched
     */
    Made make(CensusLoad load, List<Unit> units, Path out, int keep, boolean reuse) throws IOException {
        Optional<String> password = options.seal() ? Optional.of(keys.kitPassword()) : Optional.empty();
        KitBuilder builder = Printing.kits(keys, forms, clock, options.zone(), home.folder(), password);
        UnitFingerprint fingerprints = new UnitFingerprint(
                keys, forms, home.folder(), options, load, LocalDate.ofInstant(clock.instant(), options.zone()));
        Instant now = clock.instant();
        List<Made> made = new ArrayList<>();
        KitFolder folder = new KitFolder(out, keep);
        folder.recover();
        try (PrintedRegistry registry = home.printed(keys)) {
            folder.replace(building -> {
                Map<String, KitManifest.UnitState> before = reuse ? KitManifest.states(out) : Map.of();
                List<KitFile> files = new ArrayList<>();
                List<KitManifest.UnitState> states = new ArrayList<>();
                List<Unit> changed = new ArrayList<>();
                for (Unit unit : units) {
                    KitManifest.UnitState current = state(unit, load, fingerprints, now);
                    KitManifest.UnitState old = before.get(unit.code());
                    if (old != null
                            && old.fingerprint().equals(current.fingerprint())
                            && old.printedAt().isAfter(now.minus(REPRINT))
                            && takeOver(out, building, old)) {
                        files.addAll(old.files());
                        states.add(old);
                    } else {
                        changed.add(unit);
                        states.add(current);
                    }
                }
                files.addAll(new KitRun(builder, load.census(), findings(load), unit -> plan(unit, load))
                        .print(
                                changed,
                                building,
                                options.workers(),
                                (unit, printed) -> registry.registerKit(
                                        unit.code(),
                                        printed.stream()
                                                .flatMap(f -> f.forms().stream())
                                                .toList())));
                KitManifest manifest = new KitManifest(
                        keys.site(),
                        now,
                        load.census().asOf(),
                        options.lang(),
                        options.seal(),
                        files.stream()
                                .sorted(Comparator.comparing(KitFile::path))
                                .toList(),
                        states);
                manifest.write(building, keys);
                made.add(new Made(manifest, changed.stream().map(Unit::code).toList()));
            });
            made.getFirst().manifest().serials().forEach((unit, held) -> registry.replaceKit(unit, held, now));
        }
        return made.getFirst();
    }

    private static KitManifest.UnitState state(Unit unit, CensusLoad load, UnitFingerprint fingerprints, Instant now) {
        int patients = (int) load.census().encounters().stream()
                .filter(stay -> stay.unit().equals(unit.code()))
                .count();
        return new KitManifest.UnitState(
                unit.code(), patients, now, load.census().asOf(), fingerprints.of(unit), List.of());
    }

    /** @return false when a file of the unit is gone or cannot be linked or copied: then it is printed again */
    private static boolean takeOver(Path from, Path to, KitManifest.UnitState unit) {
        Set<Path> folders = new HashSet<>();
        try {
            for (KitFile file : unit.files()) {
                Path target = to.resolve(file.path());
                Path folder = Optional.ofNullable(target.getParent()).orElse(to);
                if (folders.add(folder)) {
                    Files.createDirectories(folder);
                }
                link(from.resolve(file.path()), target);
            }
            return !unit.files().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private static void link(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(from, to);
        }
    }

    /** What was lost stands before what was only noted. */
    private List<String> findings(CensusLoad load) {
        return load.findings().stream()
                .sorted(Comparator.comparing(CensusFinding::severity).reversed())
                .map(finding -> finding.line(options.lang()))
                .toList();
    }

    private KitPlan plan(Unit unit, CensusLoad load) {
        if (options.days().isEmpty()) {
            return KitPlan.usual(options.lang());
        }
        Map<String, Integer> present = new HashMap<>();
        load.census().encounters().forEach(stay -> present.merge(stay.unit(), 1, Integer::sum));
        List<String> names = forms.listForms().stream()
                .map(form -> form.ref().form())
                .distinct()
                .toList();
        return Stock.ofHome(home.folder())
                .plan(
                        options.lang(),
                        names,
                        present.getOrDefault(unit.code(), 0),
                        options.days().get());
    }
}
