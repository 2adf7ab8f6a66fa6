package org.paperbridge.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.paperbridge.kit.pdfbox.FormPreview;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "preview",
        description = "Draws a page of a form as a picture, with a symbol in place of the page code.",
        mixinStandardHelpOptions = true)
public final class FormPreviewCommand implements Callable<Integer> {

    @Mixin
    private Forms forms = new Forms();

    @Parameters(paramLabel = "FORM", description = "e.g. prescription")
    private String form = "";

    @Option(names = "--lang", description = "fr or en.", defaultValue = "fr")
    private String lang = "fr";

    @Option(names = "--page", description = "From 1.", defaultValue = "1")
    private int page;

    @Option(names = "--dpi", description = "Resolution.", defaultValue = "150")
    private int dpi;

    @Option(names = "--png", paramLabel = "OUT", required = true, description = "Picture to write.")
    private Path png = Path.of("");

    @Override
    public Integer call() throws IOException {
        Languages.check(lang);
        FormPreview.write(forms.findOrDraft(form), page, lang, dpi, png);
        return 0;
    }
}
