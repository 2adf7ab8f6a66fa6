package org.paperbridge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.kit.pdfbox.FontMeasure;
import org.paperbridge.questionnaire.DraftWriter;
import org.paperbridge.questionnaire.FormExport;
import org.paperbridge.questionnaire.QuestionnaireRefusedException;
import org.paperbridge.questionnaire.hapi.QuestionnaireReader;
import org.paperbridge.questionnaire.hapi.QuestionnaireWriter;
import org.paperbridge.template.file.TemplateFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        description = {
            "Writes a form as a FHIR R4 Questionnaire, in French with English translations.",
            "A form that was imported and not changed since gives its own questionnaire back."
        },
        mixinStandardHelpOptions = true)
public final class FormExportCommand implements Callable<Integer> {

    @Mixin
    private Forms forms = new Forms();

    @Parameters(paramLabel = "FORM", description = "e.g. admission")
    private String form = "";

    @Option(names = "-o", paramLabel = "OUT", description = "JSON to write; standard output when absent.")
    private Optional<Path> out = Optional.empty();

    @Override
    public Integer call() throws IOException {
        FormTemplate template = forms.findOrDraft(form);
        FormExport export = original(template)
                .map(json -> new FormExport(json, List.of()))
                .orElseGet(() -> new QuestionnaireWriter().write(template));
        if (out.isPresent()) {
            Files.writeString(out.get(), export.json());
            System.err.println("Wrote " + out.get() + ".");
        } else {
            System.out.println(export.json());
        }
        export.unsaid().forEach(line -> System.err.println("not in the questionnaire: " + line));
        return 0;
    }

    private Optional<String> original(FormTemplate template) {
        TemplateFiles files = forms.files();
        if (template.ref().version() > 1) {
            return Optional.empty();
        }
        return files.find(form + "/v1/questionnaire.json").filter(json -> {
            try {
                return DraftWriter.with(files, new FontMeasure()::widthMm)
                        .isUnchanged(files, new QuestionnaireReader().read(json, form), template.number());
            } catch (QuestionnaireRefusedException e) {
                return false;
            }
        });
    }
}
