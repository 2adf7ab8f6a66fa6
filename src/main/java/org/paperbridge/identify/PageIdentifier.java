package org.paperbridge.identify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.page.Orientation;
import org.paperbridge.form.page.PageIdentity;
import org.paperbridge.form.page.PageIdentity.IdentifiedBy;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.identify.Identification.Identified;
import org.paperbridge.identify.Identification.NotIdentified;
import org.paperbridge.pagecode.OpenedCode;
import org.paperbridge.pagecode.PageCodec;
import org.paperbridge.pagecode.PageStamp;

/** Page codes of one side to its identity. Contradicting, altered or foreign codes are never weighed against others. */
public final class PageIdentifier {

    /** Dust and punch holes of an empty back stay below this share of dark pixels; a page with one word lies above. */
    private static final double BLANK_INK_AT_MOST = 0.0008;

    private final CodeFinder finder;
    private final PageCodec codec;
    private final FormCatalogue forms;
    private final BatchSheets batchSheets;

    public PageIdentifier(CodeFinder finder, PageCodec codec, FormCatalogue forms) {
        this.finder = finder;
        this.codec = codec;
        this.forms = forms;
        this.batchSheets = new BatchSheets(codec.batches());
    }

    /** Never throws for what is on the paper. */
    public Identification identify(PageImage image) {
        double ink = Blankness.inkShare(image);
        if (ink <= BLANK_INK_AT_MOST && Blankness.strokeShare(image) <= BLANK_INK_AT_MOST) {
            // a page code alone is more ink than this
            return new NotIdentified(new PageOutcome.Blank(ink));
        }
        List<SeenCode> ours = new ArrayList<>();
        List<PageStamp> stamps = new ArrayList<>();
        List<SeenCode> codes = finder.find(image);
        for (SeenCode code : codes) {
            switch (codec.open(code.text())) {
                case OpenedCode.Opened opened -> {
                    ours.add(code);
                    stamps.add(opened.stamp());
                }
                case OpenedCode.Forged forged -> {
                    return new NotIdentified(new PageOutcome.Forged(forged.reason()));
                }
                case OpenedCode.Foreign foreign -> {
                    return new NotIdentified(new PageOutcome.Foreign(foreign.site(), foreign.keyId()));
                }
                case OpenedCode.NotOurs notOurs -> {}
            }
        }
        if (stamps.isEmpty()) {
            return new NotIdentified(
                    batchSheets.find(image, codes).orElse(new PageOutcome.Unidentified("no-readable-page-code")));
        }
        Optional<PageStamp> other =
                stamps.stream().filter(s -> !s.equals(stamps.getFirst())).findFirst();
        return other.map(o -> conflict(stamps.getFirst(), o))
                .orElseGet(() -> known(stamps.getFirst(), ours.getFirst()));
    }

    private Identification known(PageStamp stamp, SeenCode code) {
        Optional<FormTemplate> form = forms.findForm(stamp.formNumber(), stamp.formVersion());
        if (form.isEmpty()) {
            return new NotIdentified(new PageOutcome.UnknownForm(stamp.formNumber(), stamp.formVersion()));
        }
        if (form.get().layout().fingerprint() != stamp.fingerprint()) {
            return new NotIdentified(new PageOutcome.Forged("geometry was never released"));
        }
        if (stamp.page() > form.get().layout().pages().size()) {
            return new NotIdentified(new PageOutcome.Forged("the form has no such page"));
        }
        return new Identified(
                identity(stamp, form.get()),
                form.get(),
                new Orientation(SymbolSize.modules(code.text()), code.finders()));
    }

    private Identification conflict(PageStamp first, PageStamp second) {
        Optional<FormTemplate> a = forms.findForm(first.formNumber(), first.formVersion());
        Optional<FormTemplate> b = forms.findForm(second.formNumber(), second.formVersion());
        if (a.isEmpty() || b.isEmpty()) {
            PageStamp unknown = a.isEmpty() ? first : second;
            return new NotIdentified(new PageOutcome.UnknownForm(unknown.formNumber(), unknown.formVersion()));
        }
        return new NotIdentified(new PageOutcome.Conflicting(identity(first, a.get()), identity(second, b.get())));
    }

    private static PageIdentity identity(PageStamp stamp, FormTemplate form) {
        return new PageIdentity(
                stamp.site(),
                form.ref(),
                stamp.fingerprint(),
                stamp.serial(),
                stamp.page(),
                stamp.copy(),
                stamp.issuedAt(),
                stamp.patientId(),
                stamp.encounterId(),
                IdentifiedBy.PAGE_CODE);
    }
}
