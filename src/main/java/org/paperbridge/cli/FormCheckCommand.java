package org.paperbridge.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.template.TemplateFinding;
import org.paperbridge.template.file.TemplateFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        description = "Checks a form that is being written and prints every mistake as file:line: message.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:no mistake", "1:mistakes, listed"})
public final class FormCheckCommand implements Callable<Integer> {

    @Mixin
    private Forms forms = new Forms();

    @Parameters(paramLabel = "FORM", description = "e.g. prescription")
    private String form = "";

    @Option(names = "--version-number", paramLabel = "N", description = "Version, 1 when absent.", defaultValue = "1")
    private int version;

    @Override
    public Integer call() {
        TemplateFiles files = forms.files();
        List<TemplateFinding> findings = forms.check(files).check(new FormRef(form, version));
        findings.forEach(System.out::println);
        return findings.isEmpty() ? 0 : 1;
    }
}
