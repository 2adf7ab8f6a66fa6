package org.paperbridge.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import org.paperbridge.form.layout.FormTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "layout",
        description = "Prints where everything of a form lies, in mm from the top-left corner of the page.",
        mixinStandardHelpOptions = true)
public final class FormLayoutCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private Forms forms = new Forms();

    @Parameters(paramLabel = "FORM", description = "e.g. prescription")
    private String form = "";

    @Option(names = "--lang", description = "fr or en; the geometry is the same in both.", defaultValue = "fr")
    private String lang = "fr";

    @Option(names = "--json", description = "As JSON; docs/reference/form-layout.schema.json says what is in it.")
    private boolean json;

    @Override
    public void run() {
        Languages.check(lang);
        PrintWriter out = spec.commandLine().getOut();
        FormTemplate template = forms.find(form);
        if (json) {
            out.println(Json.pretty(LayoutJson.of(template)));
            return;
        }
        template.layout()
                .pages()
                .forEach(page -> page.fields()
                        .forEach(field -> out.printf(
                                Locale.ROOT,
                                "%d  %-22s %-10s %6.2f %6.2f %6.2f %6.2f  %s%n",
                                page.page(),
                                field.id(),
                                LayoutJson.kind(field),
                                field.box().left(),
                                field.box().top(),
                                field.box().width(),
                                field.box().height(),
                                template.labels()
                                        .getOrDefault(lang, Map.of())
                                        .getOrDefault("field." + field.id(), ""))));
    }
}
