package org.paperbridge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.paperbridge.census.CensusFinding;
import org.paperbridge.census.CensusLoad;
import org.paperbridge.form.census.Unit;
import org.paperbridge.key.KeyRing;
import org.paperbridge.kit.KitBuilder;
import org.paperbridge.kit.KitFile;
import org.paperbridge.kit.KitPlan;
import org.paperbridge.kit.SheetsBefore;
import org.paperbridge.kit.folder.KitCheck;
import org.paperbridge.kit.folder.KitFolder;
import org.paperbridge.store.PrintedRegistry;
import org.paperbridge.template.ReleasedForms;

/**
 * A census to a whole kit in its folder. Of the kit before, units in which nothing changed are taken over whole, and in
 * the others every sheet on which nothing changed.
 */
final class KitMaker {

    /** After that cover and lists are printed again even when nothing changed, so that they do not look stale. */
    private static final Duration LISTS_LAST = Duration.ofHours(6);

    /** After that the sheets of a patient of whom nothing changed are printed again. Blank stock lasts. */
    private static final Duration SHEETS_LAST = Duration.ofHours(24);

    /** The longest stock is of 28 days; then there is time to bring it in. Afterwards its patient is forgotten. */
    private static final Duration LOOKED_FOR = Duration.ofDays(120);

    private final Path home;
    private final KeyRing keys;
    private final ReleasedForms forms;
    private final KitOptions options;
    private final BiFunction<Unit, CensusLoad, KitPlan> plans;
    private final Supplier<PrintedRegistry> registries;
    private final Clock clock;
    private final KitWriters writers;

    /** For the installation in this home. */
    KitMaker(Home home, KeyRing keys, ReleasedForms forms, KitOptions options, Clock clock) {
        this(
                home.folder(),
                keys,
                forms,
                options,
                new KitPlans(home.folder(), forms, options)::of,
                () -> home.printed(keys),
                clock);
    }

    /** @param plans what each unit gets */
    KitMaker(
            Path home,
            KeyRing keys,
            ReleasedForms forms,
            KitOptions options,
            BiFunction<Unit, CensusLoad, KitPlan> plans,
            Supplier<PrintedRegistry> registries,
            Clock clock) {
        this.home = home;
        this.keys = keys;
        this.forms = forms;
        this.options = options;
        this.plans = plans;
        this.registries = registries;
        this.clock = clock;
        this.writers = new KitWriters(keys, options.seal());
    }

    /** @param printed codes of units in which something was printed anew */
    record Made(KitManifest manifest, List<String> printed) {

        Made {
            printed = List.copyOf(printed);
        }
    }

    /**
     * @param reuse takes over what is unchanged
     * @throws IOException when the kit could not be made; the one before is untouched
     */
    Made make(CensusLoad load, List<Unit> units, Path out, int keep, boolean reuse) throws IOException {
        Instant now = clock.instant();
        UnitFingerprint fingerprints =
                new UnitFingerprint(keys, forms, home, options, load, LocalDate.ofInstant(now, options.zone()));
        List<Made> made = new ArrayList<>();
        KitFolder folder = new KitFolder(out, keep);
        folder.recover();
        Map<String, KitManifest.UnitState> known =
                KitManifest.genuine(out, keys) ? KitManifest.states(out) : Map.<String, KitManifest.UnitState>of();
        Map<String, KitManifest.UnitState> before = reuse ? known : Map.<String, KitManifest.UnitState>of();
        KitBuilder builder = Printing.kits(keys, forms, clock, options.zone(), home, writers.following(out, before));
        try (PrintedRegistry registry = registries.get()) {
            folder.replace(building -> {
                List<KitFile> files = new ArrayList<>();
                List<KitManifest.UnitState> states = new ArrayList<>();
                List<Unit> changed = new ArrayList<>();
                for (Unit unit : units) {
                    boolean beds = plans.apply(unit, load).beds();
                    KitManifest.UnitState current = state(unit, beds, load, fingerprints, now);
                    KitManifest.UnitState old = before.get(unit.code());
                    if (old != null
                            && old.fingerprint().equals(current.fingerprint())
                            && old.printedAt().isAfter(now.minus(LISTS_LAST))
                            && old.oldestSheet().isAfter(now.minus(SHEETS_LAST))
                            && takeOver(out, building, old)) {
                        files.addAll(old.files());
                        states.add(old.with(beds));
                    } else {
                        changed.add(unit);
                        states.add(current);
                    }
                }
                files.addAll(new KitRun(builder, load.census(), findings(load), unit -> plans.apply(unit, load))
                        .print(
                                changed,
                                unit -> sheetsBefore(unit, out, before, now),
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
            Map<String, Set<String>> held = made.getFirst().manifest().serials();
            held.forEach((unit, serials) -> registry.replaceKit(unit, serials, now));
            known.keySet().stream()
                    .filter(unit -> !held.containsKey(unit))
                    .forEach(unit -> registry.replaceKit(unit, Set.of(), now));
            registry.forgetPatients(now.minus(LOOKED_FOR));
        }
        return made.getFirst();
    }

    private SheetsBefore sheetsBefore(Unit unit, Path out, Map<String, KitManifest.UnitState> before, Instant now) {
        EarlierKit earlier = new EarlierKit(
                new KeyedMarks(keys, "paperbridge kit sheet 1"),
                "page key " + keys.currentPageKey(),
                now.minus(SHEETS_LAST));
        Optional.ofNullable(before.get(unit.code())).ifPresent(state -> earlier.add(out, state.files(), forms));
        return earlier;
    }

    private static KitManifest.UnitState state(
            Unit unit, boolean beds, CensusLoad load, UnitFingerprint fingerprints, Instant now) {
        int patients = (int) load.census().encounters().stream()
                .filter(stay -> stay.unit().equals(unit.code()))
                .count();
        return new KitManifest.UnitState(
                unit.code(), beds, patients, now, load.census().asOf(), fingerprints.of(unit), List.of());
    }

    /** @return false when a file of the unit is gone, altered or cannot be linked or copied: then it is printed again */
    private static boolean takeOver(Path from, Path to, KitManifest.UnitState unit) {
        Set<Path> folders = new HashSet<>();
        try {
            for (KitFile file : unit.files()) {
                Path source = from.resolve(file.path());
                if (!Files.exists(source) || !KitCheck.sha256(source).equals(file.sha256())) {
                    return false;
                }
                Path target = to.resolve(file.path());
                Path folder = Optional.ofNullable(target.getParent()).orElse(to);
                if (folders.add(folder)) {
                    Files.createDirectories(folder);
                }
                KitFolder.link(source, target);
            }
            return !unit.files().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /** What was lost stands before what was only noted. */
    private List<String> findings(CensusLoad load) {
        return load.findings().stream()
                .sorted(Comparator.comparing(CensusFinding::severity).reversed())
                .map(finding -> finding.line(options.lang()))
                .toList();
    }
}
