package org.paperbridge.process;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.paperbridge.form.layout.Drawing;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.page.FormProposal;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.PageRegistration;
import org.paperbridge.identify.layout.LayoutRecogniser;
import org.paperbridge.process.PageFrames.Frame;
import org.paperbridge.read.FieldReader;
import org.paperbridge.read.PrintedLineReader;

/**
 * A located page that nothing names: the forms it looks like, the form reference it prints in clear, and the numbers on its
 * sticker. All of it is proposed to a person.
 */
public final class LookAlikes {

    private final LayoutRecogniser recogniser;
    private final FormCatalogue forms;
    private final PrintedLineReader lines;
    private final FieldReader reader;

    public LookAlikes(FormCatalogue forms, PrintedLineReader lines, FieldReader reader) {
        this.recogniser = new LayoutRecogniser(forms);
        this.forms = forms;
        this.lines = lines;
        this.reader = reader;
    }

    PageOutcome.Unidentified propose(PageImage image, PageRegistration registration, Frame frame) {
        List<FormProposal> compared = recogniser.compare(image, registration, frame.widthMm(), frame.heightMm());
        Set<FormProposal> proposals = new LinkedHashSet<>();
        Map<PageBox, String> printed = new HashMap<>();
        for (FormProposal form : compared) {
            if (printsItsName(image, registration, layout(form), printed)) {
                proposals.add(rounded(form, true));
            }
        }
        LayoutRecogniser.likely(compared).stream()
                .filter(form ->
                        proposals.stream().noneMatch(p -> p.form().equals(form.form()) && p.page() == form.page()))
                .map(form -> rounded(form, false))
                .forEach(proposals::add);
        if (proposals.isEmpty()) {
            return new PageOutcome.Unidentified("no-readable-page-code");
        }
        return new PageOutcome.Unidentified(
                "known-by-layout",
                List.copyOf(proposals),
                stickers(image, registration, layout(proposals.iterator().next())));
    }

    private LayoutPage layout(FormProposal proposal) {
        return forms.findForm(proposal.form()).orElseThrow().layout().getPage(proposal.page());
    }

    private static FormProposal rounded(FormProposal form, boolean named) {
        return new FormProposal(form.form(), form.page(), Math.round(form.share() * 100) / 100.0, named);
    }

    /** Each page prints its form, version and number in clear beside the short code, where a fax keeps it. */
    private boolean printsItsName(
            PageImage image, PageRegistration registration, LayoutPage layout, Map<PageBox, String> printed) {
        return layout.drawings().stream()
                .filter(Drawing.Text.class::isInstance)
                .map(Drawing.Text.class::cast)
                .filter(text -> text.key().startsWith("=") && text.key().contains("·"))
                .anyMatch(text -> compact(text.key())
                        .equals(printed.computeIfAbsent(
                                text.box(),
                                box -> compact(
                                        lines.read(image, registration, box, "").text()))));
    }

    private static String compact(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private List<String> stickers(PageImage image, PageRegistration registration, LayoutPage layout) {
        List<FieldZone> labels = layout.fields().stream()
                .filter(FieldZone.Label.class::isInstance)
                .toList();
        LayoutPage only = new LayoutPage(
                layout.page(),
                layout.widthMm(),
                layout.heightMm(),
                layout.fiducials(),
                layout.codes(),
                layout.shortCode(),
                labels,
                layout.drawings());
        return reader.read(image, registration, only).stream()
                .flatMap(reading -> reading.values().stream())
                .distinct()
                .toList();
    }
}
