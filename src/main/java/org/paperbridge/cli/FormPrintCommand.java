package org.paperbridge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.paperbridge.census.CensusLoad;
import org.paperbridge.census.CensusReader;
import org.paperbridge.form.census.ActiveDrug;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.census.Encounter;
import org.paperbridge.form.census.Patient;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.key.KeyRing;
import org.paperbridge.kit.DrugSheets;
import org.paperbridge.kit.FormIssuer;
import org.paperbridge.kit.FormIssuer.Subject;
import org.paperbridge.kit.IssuedForm;
import org.paperbridge.kit.Prefill;
import org.paperbridge.store.PrintedRegistry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "print",
        description = "Prints copies of a form as PDF, blank or for one patient; each copy has its own serial.",
        mixinStandardHelpOptions = true)
public final class FormPrintCommand implements Callable<Integer> {

    @Mixin
    private Forms forms = new Forms();

    @Mixin
    private Home home = new Home();

    @Parameters(paramLabel = "FORM", description = "e.g. prescription")
    private String form = "";

    @Option(names = "--lang", description = "fr or en.", defaultValue = "fr")
    private String lang = "fr";

    @Option(names = "--copies", paramLabel = "N", description = "How many; 1 when absent.", defaultValue = "1")
    private int copies;

    @Option(
            names = "--copies-for",
            paramLabel = "NAME[,NAME]",
            split = ",",
            description = {
                "Who gets a copy of each sheet, the original first, e.g. original,pharmacy.",
                "Without it every copy that the form has."
            })
    private List<String> copiesFor = List.of();

    @Option(names = "--patient", paramLabel = "FILE", description = "FHIR R4 Patient, or Bundle with one Patient.")
    private Optional<Path> patient = Optional.empty();

    @Option(names = "--zone", paramLabel = "ZONE", description = "Ward time zone.", defaultValue = "Europe/Paris")
    private ZoneId zone = ZoneId.of("Europe/Paris");

    @Option(
            names = "--unit",
            paramLabel = "CODE",
            defaultValue = "",
            description = "Unit that gets them: its pages are looked for when they do not come back.")
    private String unit = "";

    @Option(names = "-o", paramLabel = "OUT", required = true, description = "PDF to write.")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        Languages.check(lang);
        if (Files.exists(out) && !Files.isRegularFile(out)) {
            throw new RefusedException(out + " is no ordinary file; name a new PDF with -o.");
        }
        FormTemplate template = forms.find(form);
        int sheets = CopiesFor.count(template, copiesFor);
        KeyRing keys = home.keys();
        Clock clock = Clock.systemUTC();
        FormIssuer issuer = Printing.issuer(keys, clock);
        Prefill prefill = new Prefill(lang, zone);
        Optional<Subject> subject = Optional.empty();
        Map<String, String> words = new HashMap<>(prefill.sheet("", clock.instant(), Optional.empty()));
        List<ActiveDrug> drugs = List.of();
        if (patient.isPresent()) {
            Census census = read(patient.get(), clock);
            Patient person = census.patients().getFirst();
            Optional<Encounter> stay = census.encounters().stream()
                    .filter(e -> e.patientId().equals(person.id()))
                    .findFirst();
            subject = Optional.of(new Subject(person.id(), stay.map(Encounter::id)));
            words.putAll(prefill.patient(person, stay));
            drugs = census.drugs();
        }
        List<IssuedForm> issued = new ArrayList<>();
        for (int i = 0; i < copies; i++) {
            for (Map<String, String> sheet : DrugSheets.of(template, prefill, words, drugs)) {
                issued.addAll(issuer.issueCopies(template, subject, sheet, sheets, lang));
            }
        }
        int pages = Printing.writer(keys).write(out, template.titles().getOrDefault(lang, form), lang, issued);
        try (PrintedRegistry printed = home.printed(keys)) {
            printed.register(unit, issued.stream().map(IssuedForm::printedForm).toList());
        }
        System.err.println("Wrote " + pages + " page(s) to " + out + ".");
        return 0;
    }

    private Census read(Path file, Clock clock) {
        CensusLoad load = new CensusReader(zone, clock).read(List.of(file));
        load.findings().forEach(f -> System.err.println(f.line(lang)));
        if (load.census().patients().size() != 1) {
            throw new RefusedException(
                    file + " holds " + load.census().patients().size()
                            + " patients; --patient takes a file with exactly one. For a whole unit: paperbridge kit build.");
        }
        return load.census();
    }
}
