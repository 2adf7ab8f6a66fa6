package org.paperbridge.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.paperbridge.cli.ControlLoop;

/** The control loop on several threads at once, by the clock on the wall: what this machine gives right now. */
final class Control {

    private Control() {}

    static double perSecond(int threads, int turns) throws InterruptedException, ExecutionException {
        double sum = 0;
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<Future<Double>> speeds = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                speeds.add(workers.submit(() -> ControlLoop.perSecond(System::nanoTime, turns)));
            }
            for (Future<Double> speed : speeds) {
                sum += speed.get();
            }
        }
        return sum;
    }
}
