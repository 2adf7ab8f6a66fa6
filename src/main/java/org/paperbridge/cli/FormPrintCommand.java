package org.paperbridge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.paperbridge.form.census.ActiveDrug;
import org.paperbridge.form.census.Unit;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.key.KeyRing;
import org.paperbridge.kit.DrugSheets;
import org.paperbridge.kit.FormIssuer;
import org.paperbridge.kit.IssuedForm;
import org.paperbridge.kit.KitWords;
import org.paperbridge.kit.Prefill;
import org.paperbridge.kit.sheets.OpenSheets;
import org.paperbridge.kit.sheets.SheetBody;
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

    @Mixin
    private PatientOptions whose = new PatientOptions();

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
        Clock clock = Clock.systemUTC();
        Optional<ChosenPatient> chosen = whose.choose(home.folder(), lang, clock);
        KeyRing keys = home.keys();
        FormIssuer issuer = Printing.issuer(keys, clock);
        List<IssuedForm> issued = new ArrayList<>();
        for (int i = 0; i < copies; i++) {
            for (SheetContent sheet : contents(template, chosen, clock)) {
                issuer.issueCopies(template, chosen.map(ChosenPatient::subject), sheet.words(), sheets, lang).stream()
                        .map(copy -> copy.with(sheet.body().drawings()))
                        .forEach(issued::add);
            }
        }
        int pages = Printing.writer(keys).write(out, template.titles().getOrDefault(lang, form), lang, issued);
        String goesTo = unit.isEmpty()
                ? chosen.flatMap(ChosenPatient::unit).map(Unit::code).orElse("")
                : unit;
        try (PrintedRegistry printed = home.printed(keys)) {
            printed.register(
                    goesTo, issued.stream().map(IssuedForm::printedForm).toList());
        }
        if (chosen.isEmpty() && OpenSheets.isOpen(template)) {
            System.err.println(form + " without a patient: headings to fill by hand. For a patient: --patient.");
        }
        System.err.println("Wrote " + pages + " page(s) to " + out + ".");
        return 0;
    }

    private record SheetContent(Map<String, String> words, SheetBody body) {}

    private List<SheetContent> contents(FormTemplate template, Optional<ChosenPatient> chosen, Clock clock) {
        Prefill prefill = new Prefill(lang, whose.zone());
        Map<String, String> words = new HashMap<>(prefill.sheet(
                chosen.flatMap(ChosenPatient::unit).map(Unit::name).orElse(""),
                clock.instant(),
                chosen.map(each -> each.census().asOf())));
        chosen.ifPresent(each -> words.putAll(prefill.patient(each.patient(), each.stay())));
        if (!OpenSheets.isOpen(template)) {
            List<ActiveDrug> drugs = chosen.map(each -> each.bed().drugs()).orElse(List.of());
            return DrugSheets.of(template, prefill, words, drugs).stream()
                    .map(sheet -> new SheetContent(sheet, new SheetBody(List.of())))
                    .toList();
        }
        KitWords kit = KitWords.of(lang);
        List<SheetBody> bodies = chosen.isPresent()
                ? Printing.open().draw(template, chosen.map(ChosenPatient::bed), kit, whose.zone())
                : List.of(Printing.open().blank(template, kit, whose.zone()));
        if (bodies.isEmpty()) {
            throw new RefusedException("The census says nothing of this patient that stands on " + form
                    + "; nothing was printed. Give the files that do with --census FILE... --patient NUMBER,"
                    + " or leave --patient out for headings to fill by hand.");
        }
        return bodies.stream().map(body -> new SheetContent(words, body)).toList();
    }
}
