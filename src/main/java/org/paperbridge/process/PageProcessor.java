package org.paperbridge.process;

import java.util.Optional;
import java.util.OptionalDouble;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.page.PageIdentity;
import org.paperbridge.form.page.PageIdentity.IdentifiedBy;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.identify.Identification;
import org.paperbridge.identify.PageIdentifier;
import org.paperbridge.pagecode.ShortCode;
import org.paperbridge.process.NamedPages.Known;
import org.paperbridge.process.NamedPages.Unknown;
import org.paperbridge.read.FieldReader;
import org.paperbridge.register.PageRegistrar;
import org.paperbridge.register.RegistrationResult;

/**
 * The way of one side, in memory: identify, locate, read. Nothing is guessed: a side that cannot be identified or located
 * says so and waits for a person. Safe to share between threads; same image and registry, same outcome.
 */
public final class PageProcessor {

    private final PageIdentifier identifier;
    private final PageRegistrar registrar;
    private final FieldReader reader;
    private final PrintedIdentity print;
    private final PageFrames frames;
    private final ShortCodeFinder shortCodes;
    private final LookAlikes lookAlikes;
    private final NamedPages names;

    public PageProcessor(
            PageIdentifier identifier,
            PageRegistrar registrar,
            FieldReader reader,
            PrintedIdentity print,
            PageFrames frames,
            ShortCodeFinder shortCodes,
            LookAlikes lookAlikes,
            NamedPages names) {
        this.identifier = identifier;
        this.registrar = registrar;
        this.reader = reader;
        this.print = print;
        this.frames = frames;
        this.shortCodes = shortCodes;
        this.lookAlikes = lookAlikes;
        this.names = names;
    }

    /** By its page codes, else by its printed short code, else it waits, with what it looks like. Never throws for what is on the paper. */
    public PageOutcome process(PageImage image) {
        return switch (identifier.identify(image)) {
            case Identification.Identified known -> {
                LayoutPage layout =
                        known.form().layout().getPage(known.identity().page());
                yield read(image, known.identity(), layout, registrar.register(image, layout, known.seen()));
            }
            case Identification.NotIdentified not ->
                not.outcome() instanceof PageOutcome.Unidentified ? withoutCodes(image) : not.outcome();
        };
    }

    /**
     * The page that a reviewer named by typing its short code.
     *
     * @return unidentified when nothing of that name was printed here, or the page prints another name
     */
    public PageOutcome process(PageImage image, String serial, int page, int copy) {
        ShortCode named = new ShortCode(serial, page, copy);
        return switch (names.find(named, IdentifiedBy.REVIEWER)) {
            case Unknown unknown -> unknown.outcome();
            case Known known -> {
                LayoutPage layout = known.form().layout().getPage(named.page());
                RegistrationResult where = registrar.register(image, layout);
                yield where instanceof RegistrationResult.Located located
                                && printsAnotherName(image, located, layout, named)
                        ? new PageOutcome.Unidentified("short-code-says-otherwise")
                        : read(image, known.identity(), layout, where);
            }
        };
    }

    /**
     * A page without readable codes, of the form that a reviewer chose.
     *
     * @param serial made for this sheet
     * @return unidentified when the page prints a name after all
     */
    public PageOutcome process(PageImage image, FormRef form, int page, String serial) {
        return switch (names.ofForm(form, page, serial)) {
            case Unknown unknown -> unknown.outcome();
            case Known known -> {
                LayoutPage layout = known.form().layout().getPage(page);
                RegistrationResult where = registrar.register(image, layout);
                boolean named = where instanceof RegistrationResult.Located located
                        && shortCodes
                                .find(image, located.registration(), layout.shortCode())
                                .isPresent();
                yield named
                        ? new PageOutcome.Unidentified("short-code-says-otherwise")
                        : read(image, known.identity(), layout, where);
            }
        };
    }

    private PageOutcome withoutCodes(PageImage image) {
        return switch (frames.locate(image)) {
            case PageFrames.Nowhere nowhere ->
                new PageOutcome.Unidentified(nowhere.marks() == 0 ? "no-marks-of-ours" : "no-readable-page-code");
            case PageFrames.Found found -> {
                Optional<ShortCode> code = shortCodes.find(
                        image, found.registration(), found.frame().shortCode());
                yield code.isPresent()
                        ? byShortCode(image, code.get())
                        : lookAlikes.propose(image, found.registration(), found.frame());
            }
        };
    }

    private PageOutcome byShortCode(PageImage image, ShortCode code) {
        return switch (names.find(code, IdentifiedBy.SHORT_CODE)) {
            case Unknown unknown -> unknown.outcome();
            case Known known -> {
                LayoutPage layout = known.form().layout().getPage(code.page());
                yield read(image, known.identity(), layout, registrar.register(image, layout));
            }
        };
    }

    private boolean printsAnotherName(
            PageImage image, RegistrationResult.Located located, LayoutPage layout, ShortCode named) {
        return shortCodes
                .find(image, located.registration(), layout.shortCode())
                .filter(printed -> !printed.equals(named))
                .isPresent();
    }

    private PageOutcome read(PageImage image, PageIdentity identity, LayoutPage layout, RegistrationResult where) {
        return switch (where) {
            case RegistrationResult.Located located -> {
                OptionalDouble scale = PrintedScale.outOfRange(image, located.registration(), layout);
                yield scale.isPresent()
                        ? new PageOutcome.Unregistered(
                                identity,
                                located.registration().fiducials(),
                                located.registration().residualMm(),
                                scale)
                        : new PageOutcome.Read(
                                identity,
                                located.registration(),
                                reader.read(image, located.registration(), layout),
                                print.read(image, located.registration(), layout, identity));
            }
            case RegistrationResult.NotLocated not ->
                new PageOutcome.Unregistered(identity, not.fiducialsFound(), not.residualMm());
        };
    }
}
