package org.paperbridge.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.paperbridge.form.layout.FormTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "list", description = "Lists every form and version.", mixinStandardHelpOptions = true)
public final class FormListCommand implements Runnable {

    @Mixin
    private Forms forms = new Forms();

    @Option(names = "--json", description = "One JSON array.")
    private boolean json;

    @Override
    public void run() {
        List<FormTemplate> all = forms.released().listForms();
        if (json) {
            System.out.println(
                    Json.pretty(all.stream().map(FormListCommand::describe).toList()));
            return;
        }
        all.forEach(f -> System.out.printf(
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
        map.put("titles", form.titles());
        map.put("pages", form.layout().pages().size());
        map.put("rows", form.rows());
        return map;
    }
}
