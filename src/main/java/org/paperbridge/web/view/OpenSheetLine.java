package org.paperbridge.web.view;

import java.time.Instant;
import java.util.stream.Collectors;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.validation.ledger.OpenSheet;

/**
 * A sheet to look for.
 *
 * @param patient name where the census has one, and number; empty on blank sheets
 * @param missing which pages; empty on a sheet of one
 * @param begun whether the rest of it came back
 */
public record OpenSheetLine(
        String serial,
        int copy,
        String shown,
        String unit,
        String patient,
        String form,
        String missing,
        String since,
        boolean begun) {

    public static OpenSheetLine of(OpenSheet sheet, FormCatalogue forms, Census census, Words words, Instant now) {
        return new OpenSheetLine(
                sheet.serial(),
                sheet.copy(),
                sheet.serial().substring(0, 5) + "-" + sheet.serial().substring(5),
                sheet.unit(),
                sheet.patientId().map(id -> patient(id, census)).orElse(""),
                forms.findForm(sheet.form())
                        .map(f -> title(f, sheet, words))
                        .orElse(sheet.form().toString()),
                missing(sheet, words),
                sheet.printedAt().map(at -> Ages.say(at, now, words)).orElse(""),
                sheet.begun());
    }

    /** A copy says who has it, and so does an original that has copies. */
    private static String title(FormTemplate form, OpenSheet sheet, Words words) {
        String copy = form.copyWords(sheet.copy(), words.language());
        return words.pick(form.titles(), form.ref().form()) + (copy.isEmpty() ? "" : " · " + copy);
    }

    private static String missing(OpenSheet sheet, Words words) {
        if (sheet.pages() == 1) {
            return "";
        }
        String pages = sheet.missing().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return sheet.begun()
                ? words.say("ledger.pages-missing", pages, sheet.pages())
                : words.say("ledger.pages-all", sheet.pages());
    }

    /** Name where the census has one, and number. */
    public static String patient(String id, Census census) {
        return census.patients().stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .map(p -> IdentityView.name(p) + " · " + id)
                .orElse(id);
    }
}
