package org.paperbridge.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.page.PageIdentity;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageRegistration;
import org.paperbridge.form.page.SeenPrint;
import org.paperbridge.read.PrintedLineReader;
import org.paperbridge.read.PrintedText;

/**
 * Reads the identity block in clear, as evidence beside the page code: few lines as long as they agree, all of them once
 * one leaves a doubt. It only looks; what follows from it is said by {@code validation.identity}.
 */
public final class PrintedIdentity {

    private final PrintedLineReader lines;
    private final IdentityLines wanted;

    public PrintedIdentity(PrintedLineReader lines, IdentityLines wanted) {
        this.lines = lines;
        this.wanted = wanted;
    }

    /** Empty for a page that was printed for nobody, and for a form without an identity block. */
    List<SeenPrint> read(PageImage image, PageRegistration registration, LayoutPage layout, PageIdentity identity) {
        if (wanted == IdentityLines.NONE || identity.patientId().isEmpty()) {
            return List.of();
        }
        List<SeenPrint> seen = new ArrayList<>();
        Optional<SeenPrint> number = look("patient.id", image, registration, layout);
        number.ifPresent(seen::add);
        if (wanted == IdentityLines.ALL) {
            look("patient.name", image, registration, layout).ifPresent(seen::add);
        }
        boolean certain =
                number.filter(n -> n.text().equals(identity.patientId().get())).isPresent();
        if (!certain) {
            look("encounter.id", image, registration, layout).ifPresent(seen::add);
            look("patient.birth-date", image, registration, layout).ifPresent(seen::add);
            if (wanted == IdentityLines.NUMBER) {
                look("patient.name", image, registration, layout).ifPresent(seen::add);
            }
        }
        return seen;
    }

    private Optional<SeenPrint> look(String source, PageImage image, PageRegistration registration, LayoutPage layout) {
        return layout.fields().stream()
                .filter(FieldZone.Print.class::isInstance)
                .map(FieldZone.Print.class::cast)
                .filter(zone -> zone.source().equals(source))
                .findFirst()
                .map(zone -> {
                    PrintedText text = lines.read(image, registration, zone.box(), "");
                    return new SeenPrint(zone.id(), source, text.text(), text.meanConfidence());
                });
    }
}
