package org.paperbridge.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.paperbridge.publish.PlannedTarget;
import org.paperbridge.publish.Publisher;
import org.paperbridge.publish.TargetState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "publish",
        description = {
            "Brings a finished kit to the targets of pipeline/publish/targets.properties now: folders, sticks, SFTP",
            "servers; printers only when named. kit watch does the same by itself after every refresh."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the kit is everywhere",
            "1:some target does not have it, the line says why",
            "2:no target is switched on, or the settings are wrong"
        })
public final class KitPublishCommand implements Callable<Integer> {

    @Mixin
    private Forms forms = new Forms();

    @Mixin
    private Home home = new Home();

    @Parameters(paramLabel = "DIR", description = "The kit.")
    private Path kit = Path.of("");

    @Option(names = "--target", paramLabel = "NAME", description = "Only this one, a printer too.")
    private Optional<String> only = Optional.empty();

    @Option(
            names = "--targets",
            paramLabel = "DIR",
            description = "Folder with targets.properties; pipeline/publish of the installation when absent.")
    private Optional<Path> targets = Optional.empty();

    @Option(names = "--lang", description = "fr or en.", defaultValue = "fr")
    private String lang = "fr";

    @Option(names = "--zone", paramLabel = "ZONE", description = "Ward time zone.", defaultValue = "Europe/Paris")
    private ZoneId zone = ZoneId.of("Europe/Paris");

    @Override
    public Integer call() throws IOException {
        Languages.check(lang);
        KitTargets all = new KitTargets(targets.orElseGet(KitTargets::usual), home.keys(), forms.released(), zone);
        List<String> names = all.all().stream()
                .filter(target -> only.isPresent()
                        ? only.get().equals(target.name())
                        : target.schedule().hours().isEmpty())
                .map(PlannedTarget::name)
                .toList();
        if (names.isEmpty()) {
            throw new RefusedException(
                    only.map(name -> "No target " + name + " is switched on in " + all.routes() + ".")
                            .orElse("No target is switched on in " + all.routes() + "."));
        }
        Publisher publisher = all.publisher(kit, home.folder(), Clock.systemUTC());
        boolean failed = false;
        for (String name : names) {
            TargetState state = publisher.publish(name);
            failed |= state.failing();
            System.out.printf(
                    "%-12s %s %s%n",
                    name,
                    state.failing() ? "!" : "✓",
                    state.outcome().map(said -> said.in(lang)).orElse(""));
        }
        return failed ? 1 : 0;
    }
}
