package org.paperbridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.kit.pdfbox.FontMeasure;
import org.paperbridge.questionnaire.DraftWriter;
import org.paperbridge.questionnaire.FormDraft;
import org.paperbridge.questionnaire.QuestionnaireRefusedException;
import org.paperbridge.questionnaire.Survey;
import org.paperbridge.questionnaire.hapi.QuestionnaireReader;
import org.paperbridge.template.TemplateFinding;
import org.paperbridge.template.file.TemplateFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = {
            "Makes a form draft of a FHIR R4 Questionnaire in JSON.",
            "What paper cannot do is printed as guidance and listed as a warning."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:a draft without mistakes", "1:refused, or a draft with mistakes, listed"})
public final class FormImportCommand implements Callable<Integer> {

    private static final int MOST_BYTES = 16 << 20;

    @Mixin
    private Forms forms = new Forms();

    @Parameters(paramLabel = "FILE", description = "Questionnaire, e.g. questionnaire.json")
    private Path file = Path.of("");

    @Option(names = "--number", paramLabel = "N", description = "In the page code; the next free one when absent.")
    private int number;

    @Option(names = "--name", paramLabel = "NAME", description = "Of the form; from its title when absent.")
    private String name = "";

    @Override
    public Integer call() throws IOException {
        Path folder = forms.folderToWrite();
        if (!name.isEmpty() && !name.matches("[a-z][a-z0-9-]*")) {
            throw new RefusedException("A form is named in small letters, digits and hyphens, e.g. fall-risk.");
        }
        if (!Files.isRegularFile(file)) {
            throw new RefusedException("There is no file " + file + ".");
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new RefusedException(file + " is larger than 16 MiB; that is no questionnaire for paper.");
        }
        int free = number > 0 ? number : nextNumber(folder);
        if (free > 65535) {
            throw new RefusedException("Form numbers end at 65535; give a free one with --number.");
        }
        FormDraft draft;
        try {
            Survey survey = new QuestionnaireReader().read(Files.readString(file, StandardCharsets.UTF_8), name);
            draft = DraftWriter.with(TemplateFiles.ofFolder(folder), new FontMeasure()::widthMm)
                    .write(survey, free);
        } catch (QuestionnaireRefusedException e) {
            throw new RefusedException(file.getFileName() + ": " + e.getMessage(), e);
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new RefusedException(file.getFileName() + ": not UTF-8, as FHIR JSON must be.", e);
        }
        FormRef ref = new FormRef(draft.form(), 1);
        Path target = folder.resolve(draft.form()).resolve("v1");
        if (Files.exists(target)) {
            throw new RefusedException(target + " exists; give another --name.");
        }
        Files.createDirectories(target);
        for (Map.Entry<String, String> each : draft.files().entrySet()) {
            Files.writeString(target.resolve(each.getKey()), each.getValue());
        }
        draft.warnings().forEach(w -> System.err.println("warning: " + w));
        TemplateFiles files = TemplateFiles.ofFolder(folder);
        List<TemplateFinding> findings = forms.check(files).check(ref);
        findings.forEach(System.out::println);
        System.err.println("Draft " + ref + " in " + target + ", " + draft.pages() + " page(s), number " + free
                + ". Look at it: form preview " + draft.form() + " --png page.png --templates " + folder
                + ". Then: form release " + draft.form() + " --templates " + folder);
        return findings.isEmpty() ? 0 : 1;
    }

    private static int nextNumber(Path folder) throws IOException {
        int highest = 0;
        try (Stream<Path> paths = Files.walk(folder, 3)) {
            for (Path path : paths.filter(p -> p.endsWith("form.yaml")).toList()) {
                JsonNode root = new YAMLMapper().readTree(path.toFile());
                highest = Math.max(highest, root.path("number").asInt());
            }
        }
        return highest + 1;
    }
}
