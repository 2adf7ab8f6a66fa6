package org.paperbridge.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.paperbridge.form.layout.FormTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "list", description = "Lists every form and version.", mixinStandardHelpOptions = true)
public final class FormListCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private Forms forms = new Forms();

    @Option(names = "--json", description = "One JSON array; docs/reference/form-list.schema.json says what is in it.")
    private boolean json;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        List<FormTemplate> all = forms.released().listForms();
        if (json) {
            out.println(Json.pretty(all.stream().map(FormListCommand::describe).toList()));
            return;
        }
        all.forEach(f -> out.printf(
                "%-14s v%d  %d page(s)  %s / %s%n",
                f.ref().form(),
                f.ref().version(),
                f.layout().pages().size(),
                f.titles().get("fr"),
                f.titles().get("en")));
    }

    private static Map<String, Object> describe(FormTemplate form) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("form", form.ref().form());
        map.put("version", form.ref().version());
        Map<String, Object> titles = new LinkedHashMap<>();
        Languages.KNOWN.forEach(language -> titles.put(language, form.titles().getOrDefault(language, "")));
        map.put("titles", titles);
        map.put("pages", form.layout().pages().size());
        map.put("rows", form.rows());
        return map;
    }
}
