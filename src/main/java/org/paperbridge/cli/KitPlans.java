package org.paperbridge.cli;

import java.nio.file.Path;
import java.util.List;
import org.paperbridge.census.CensusLoad;
import org.paperbridge.form.census.Unit;
import org.paperbridge.kit.KitPlan;
import org.paperbridge.kit.Stock;
import org.paperbridge.template.ReleasedForms;

/** What the kit of each unit holds: a night's stock, or as many days' as were asked for. */
final class KitPlans {

    private final Path home;
    private final ReleasedForms forms;
    private final KitOptions options;

    KitPlans(Path home, ReleasedForms forms, KitOptions options) {
        this.home = home;
        this.forms = forms;
        this.options = options;
    }

    KitPlan of(Unit unit, CensusLoad load) {
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
