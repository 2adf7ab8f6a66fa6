package org.paperbridge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.form.layout.Layout;
import org.paperbridge.template.ReleasedForms;
import org.paperbridge.template.file.FormFolder;
import org.paperbridge.template.file.LayoutFile;
import org.paperbridge.template.file.MeaningFile;
import org.paperbridge.template.file.TemplateFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "release",
        description = {
            "Freezes a form version: computes its geometry, writes layout.json and meaning.json, and adds it to released.txt.",
            "A released version never changes again; make the next version instead."
        },
        mixinStandardHelpOptions = true)
public final class FormReleaseCommand implements Callable<Integer> {

    @Mixin
    private Forms forms = new Forms();

    @Parameters(paramLabel = "FORM", description = "e.g. prescription")
    private String form = "";

    @Option(names = "--version-number", paramLabel = "N", description = "Version, 1 when absent.", defaultValue = "1")
    private int version;

    @Override
    public Integer call() throws IOException {
        Path folder = forms.folderToWrite();
        TemplateFiles files = TemplateFiles.ofFolder(folder);
        FormRef ref = new FormRef(form, version);
        List<ReleasedForms.Line> released =
                new ArrayList<>(ReleasedForms.lines(files.find("released.txt").orElse("")));
        if (released.stream().anyMatch(l -> l.ref().equals(ref))) {
            throw new RefusedException(ref + " is released and may be on paper already; write v" + (version + 1) + ".");
        }
        Layout layout = forms.check(files).compute(ref);
        String json = LayoutFile.write(layout);
        Files.writeString(folder.resolve(FormFolder.pathOf(ref) + "layout.json"), json);
        Files.writeString(
                folder.resolve(FormFolder.pathOf(ref) + MeaningFile.NAME),
                MeaningFile.write(FormFolder.load(files, ref)));
        released.add(new ReleasedForms.Line(ref, ReleasedForms.sha256(json)));
        StringBuilder text = new StringBuilder("# form version sha256-of-layout.json, one line a released version\n");
        released.forEach(l -> text.append(l).append('\n'));
        Files.writeString(folder.resolve("released.txt"), text);
        System.err.println("Released " + ref + ".");
        return 0;
    }
}
