package org.paperbridge.kit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.paperbridge.form.census.ActiveDrug;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.FormTemplate;

/** As many sheets of a form as a patient's running drugs need: none is ever left out for want of a line. */
public final class DrugSheets {

    private DrugSheets() {}

    /**
     * The words of each sheet, at least one sheet.
     *
     * @param words that stand on every sheet
     */
    public static List<Map<String, String>> of(
            FormTemplate form, Prefill prefill, Map<String, String> words, List<ActiveDrug> drugs) {
        int lines = lines(form);
        if (lines == 0 || drugs.isEmpty()) {
            return List.of(Map.copyOf(words));
        }
        int count = (drugs.size() + lines - 1) / lines;
        List<Map<String, String>> sheets = new ArrayList<>();
        for (int from = 0; from < drugs.size(); from += lines) {
            Map<String, String> sheet = new HashMap<>(words);
            sheet.putAll(prefill.drugs(drugs.subList(from, Math.min(from + lines, drugs.size()))));
            sheet.putAll(prefill.sheetOf(sheets.size() + 1, count));
            sheets.add(Map.copyOf(sheet));
        }
        return sheets;
    }

    /** A plan of doses by moments: without drugs there is nothing to plan, and a blank one does. */
    public static boolean isPlan(FormTemplate form) {
        return form.layout().pages().getFirst().fields().stream()
                .anyMatch(f ->
                        f instanceof FieldZone.Print print && print.source().startsWith("plan."));
    }

    private static int lines(FormTemplate form) {
        return (int) form.layout().pages().getFirst().fields().stream()
                .filter(f ->
                        f instanceof FieldZone.Print print && print.source().matches("(plan\\.)?drug\\..*"))
                .count();
    }
}
