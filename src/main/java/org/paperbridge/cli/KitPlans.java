package org.paperbridge.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.paperbridge.census.CensusLoad;
import org.paperbridge.form.census.Unit;
import org.paperbridge.kit.KitPlan;
import org.paperbridge.kit.Stock;
import org.paperbridge.kit.lists.Desks;
import org.paperbridge.kit.lists.SiteLists;
import org.paperbridge.template.ReleasedForms;

/** What the kit of each unit holds: a night's stock, or as many days' as were asked for. */
final class KitPlans {

    private final Path home;
    private final ReleasedForms forms;
    private final KitOptions options;
    private final Desks desks;

    KitPlans(Path home, ReleasedForms forms, KitOptions options) {
        this.home = home;
        this.forms = forms;
        this.options = options;
        this.desks = desks(home);
    }

    /** Places without beds that get a kit too. */
    static Desks desks(Path home) {
        Path lists = home.resolve("lists");
        return Desks.ofFolder(lists, SiteLists.ofFolder(lists).desks());
    }

    /** Units of the census that are asked for, and the desks. */
    static List<Unit> units(CensusLoad load, Path home) {
        List<Unit> units = new ArrayList<>(load.census().units());
        Set<String> known = units.stream().map(Unit::code).collect(Collectors.toSet());
        desks(home).units().stream()
                .filter(desk -> !known.contains(desk.code()))
                .forEach(units::add);
        return units;
    }

    KitPlan of(Unit unit, CensusLoad load) {
        Set<String> runs = desks.runs(unit);
        return isDesk(unit, load)
                ? KitPlan.ofDesk(options.lang(), runs)
                : ofWard(unit, load).running(runs);
    }

    /** The site says so, nobody is there, and nobody ever lay in a bed there: a ward that empties stays a ward. */
    private boolean isDesk(Unit unit, CensusLoad load) {
        return desks.names(unit)
                && !load.bedded().contains(unit.code())
                && load.census().encounters().stream()
                        .noneMatch(stay -> stay.unit().equals(unit.code()));
    }

    private KitPlan ofWard(Unit unit, CensusLoad load) {
        if (options.days().isEmpty()) {
            return KitPlan.usual(options.lang());
        }
        int present = (int) load.census().encounters().stream()
                .filter(stay -> stay.unit().equals(unit.code()))
                .count();
        List<String> names = forms.listForms().stream()
                .map(form -> form.ref().form())
                .distinct()
                .toList();
        return Stock.ofHome(home)
                .plan(options.lang(), names, present, options.days().get());
    }
}
