package org.paperbridge.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.census.Unit;
import org.paperbridge.kit.KitBuilder;
import org.paperbridge.kit.KitFile;
import org.paperbridge.kit.KitPlan;
import org.paperbridge.kit.SheetsBefore;

/** Prints the kits of several units side by side, one a core, and shows how long it still takes. */
final class KitRun {

    private final KitBuilder builder;
    private final Census census;
    private final List<String> findings;
    private final Function<Unit, KitPlan> plans;

    /** @param plans what each unit gets */
    KitRun(KitBuilder builder, Census census, List<String> findings, Function<Unit, KitPlan> plans) {
        this.builder = builder;
        this.census = census;
        this.findings = List.copyOf(findings);
        this.plans = plans;
    }

    /**
     * @param before the kit before of each unit
     * @param workers units printed at the same time
     * @param printed told of every unit, one after the other and in order
     * @return files of all units, in the order of the units
     */
    List<KitFile> print(
            List<Unit> units,
            Function<Unit, SheetsBefore> before,
            Path folder,
            int workers,
            BiConsumer<Unit, List<KitFile>> printed)
            throws IOException {
        List<KitFile> all = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, workers));
        try (Progress progress = Progress.alone("Kits", units.size())) {
            List<Future<List<KitFile>>> futures = new ArrayList<>();
            for (Unit unit : units) {
                futures.add(pool.submit(() -> {
                    List<KitFile> files =
                            builder.build(census, findings, unit, plans.apply(unit), folder, before.apply(unit));
                    progress.step();
                    return files;
                }));
            }
            for (int i = 0; i < units.size(); i++) {
                List<KitFile> files = futures.get(i).get();
                printed.accept(units.get(i), files);
                all.addAll(files);
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped before all kits were printed", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException broken) {
                throw broken;
            }
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(e);
        } finally {
            pool.shutdownNow();
        }
    }
}
