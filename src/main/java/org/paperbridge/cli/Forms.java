package org.paperbridge.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.kit.pdfbox.FontMeasure;
import org.paperbridge.template.ReleasedForms;
import org.paperbridge.template.TemplateCheck;
import org.paperbridge.template.file.TemplateFiles;
import org.paperbridge.template.layout.LayoutEngine;
import picocli.CommandLine.Option;

/** The option that says where templates are, and what follows from it. */
public final class Forms {

    @Option(
            names = "--templates",
            paramLabel = "DIR",
            description = "Folder with form templates; without it the forms that come with the product.")
    private Optional<Path> folder = Optional.empty();

    public TemplateFiles files() {
        return folder.map(TemplateFiles::ofFolder).orElseGet(TemplateFiles::ofProduct);
    }

    /** The folder to write to: given, or {@code templates/} of the checkout. */
    public Path folderToWrite() {
        Path path = folder.orElse(Path.of("templates"));
        if (!Files.isDirectory(path)) {
            throw new RefusedException("There is no folder " + path + " to write to; give one with --templates.");
        }
        return path;
    }

    public ReleasedForms released() {
        return ReleasedForms.load(files());
    }

    public TemplateCheck check(TemplateFiles files) {
        return new TemplateCheck(files, new LayoutEngine(new FontMeasure()::widthMm));
    }

    /** The newest released version; where there is none, the draft as it would be released now. */
    public FormTemplate findOrDraft(String form) {
        Optional<FormTemplate> known = released().findNewest(form);
        if (known.isPresent() || files().find(form + "/v1/form.yaml").isEmpty()) {
            return known.orElseGet(() -> find(form));
        }
        TemplateFiles files = files();
        return ReleasedForms.draft(files, check(files).compute(new FormRef(form, 1)));
    }

    public FormTemplate find(String form) {
        ReleasedForms all = released();
        return all.findNewest(form)
                .orElseThrow(() -> new RefusedException("There is no form \"" + form + "\". Known are: "
                        + all.listForms().stream()
                                .map(f -> f.ref().form())
                                .distinct()
                                .collect(Collectors.joining(", "))));
    }
}
