package org.paperbridge.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.paperbridge.census.CensusFinding;
import org.paperbridge.census.CensusLoad;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.census.Unit;
import org.paperbridge.key.KeyRing;
import org.paperbridge.kit.Stock;
import org.paperbridge.kit.labels.LabelFormats;
import org.paperbridge.kit.protocol.ProtocolSettings;
import org.paperbridge.template.ReleasedForms;

/** Everything that decides what is printed for a unit, as a keyed mark. */
final class UnitFingerprint {

    private final KeyedMarks marks;
    private final String common;
    private final Census census;

    UnitFingerprint(
            KeyRing keys, ReleasedForms forms, Path home, KitOptions options, CensusLoad load, LocalDate today) {
        this.marks = new KeyedMarks(keys, "paperbridge kit fingerprint 1");
        this.census = load.census();
        // The agenda and the roster begin on the day of printing.
        this.common = options.lang()
                + options.seal()
                + options.days()
                + keys.currentPageKey()
                + today
                + forms.listForms().stream()
                        .map(form -> form.ref() + ":" + form.layout().fingerprint())
                        .sorted()
                        .collect(Collectors.joining(","))
                + load.findings().stream()
                        .filter(finding -> finding.severity() == CensusFinding.Severity.REFUSED)
                        .toList()
                + changed(home)
                + Printing.shelf(home, ProtocolSettings.ofHome(home)).fingerprint();
    }

    String of(Unit unit) {
        Set<String> present = census.encounters().stream()
                .filter(stay -> stay.unit().equals(unit.code()))
                .map(stay -> stay.patientId())
                .collect(Collectors.toSet());
        String own = Stream.of(
                        Stream.of(unit),
                        census.encounters().stream().filter(stay -> stay.unit().equals(unit.code())),
                        census.patients().stream().filter(p -> present.contains(p.id())),
                        census.drugs().stream().filter(d -> present.contains(d.patientId())),
                        census.results().stream().filter(r -> present.contains(r.patientId())),
                        census.notes().stream().filter(n -> present.contains(n.patientId())),
                        census.exams().stream().filter(e -> present.contains(e.patientId())),
                        census.letters().stream().filter(l -> present.contains(l.patientId())),
                        // A place without beds lists the whole house.
                        present.isEmpty() ? census.encounters().stream() : Stream.empty(),
                        present.isEmpty() ? census.patients().stream() : Stream.empty())
                .flatMap(part -> part.map(Object::toString))
                .collect(Collectors.joining("\n"));
        return marks.of(common, own);
    }

    private static Stream<Path> inside(Path file) {
        try (Stream<Path> files = Files.isDirectory(file) ? Files.list(file) : Stream.of(file)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String changed(Path home) {
        Path lists = home.resolve("lists");
        try (Stream<Path> files = Files.isDirectory(lists) ? Files.list(lists) : Stream.empty()) {
            StringBuilder all = new StringBuilder();
            List<Path> watched = Stream.concat(
                            files.flatMap(UnitFingerprint::inside).sorted(),
                            Stream.of(home.resolve(Stock.FILE), home.resolve(LabelFormats.FILE)))
                    .toList();
            for (Path file : watched) {
                if (Files.exists(file)) {
                    all.append(file.getFileName())
                            .append(Files.getLastModifiedTime(file))
                            .append(Files.size(file));
                }
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
