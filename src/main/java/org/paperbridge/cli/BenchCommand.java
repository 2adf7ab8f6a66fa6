package org.paperbridge.cli;

import org.paperbridge.cli.bench.BenchAccuracyCommand;
import org.paperbridge.cli.bench.BenchIdentityCommand;
import org.paperbridge.cli.bench.BenchReadCommand;
import org.paperbridge.cli.bench.BenchRegistrationCommand;
import org.paperbridge.cli.bench.BenchServeCommand;
import org.paperbridge.cli.bench.hostile.BenchHostileCommand;
import org.paperbridge.cli.bench.intake.BenchIntakeCommand;
import org.paperbridge.cli.bench.kill.BenchKillCommand;
import org.paperbridge.cli.bench.review.BenchReviewCommand;
import org.paperbridge.cli.reading.BenchLinesCommand;
import org.paperbridge.cli.reading.BenchReadingCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the benchmarks. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measure this installation: how well it reads and how fast it works.",
        subcommands = {
            BenchReadingCommand.class,
            BenchLinesCommand.class,
            BenchKitCommand.class,
            BenchHospitalCommand.class,
            BenchIntakeCommand.class,
            BenchKillCommand.class,
            BenchHostileCommand.class,
            BenchRegistrationCommand.class,
            BenchIdentityCommand.class,
            BenchAccuracyCommand.class,
            BenchReadCommand.class,
            BenchServeCommand.class,
            BenchReviewCommand.class
        })
public final class BenchCommand implements Runnable {

    @SuppressWarnings("NullAway.Init")
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which benchmark? See paperbridge bench --help");
    }
}
