package org.paperbridge.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.PagePoint;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.process.rescan.InkComparison;
import org.paperbridge.process.rescan.InkComparison.Located;
import org.paperbridge.store.Store;
import org.paperbridge.store.sql.Scans;
import org.paperbridge.validation.rescan.RescanRule;
import org.paperbridge.validation.rescan.RescanVerdict;

/** Opens both scans of a page that came twice and lays them over each other. */
public final class RescanExaminer implements Scans.RescanJudge {

    private static final double MM_PER_INCH = 25.4;

    private final Store store;
    private final PageSource source;
    private final FormCatalogue forms;

    public RescanExaminer(Store store, PageSource source, FormCatalogue forms) {
        this.store = store;
        this.source = source;
        this.forms = forms;
    }

    @Override
    public RescanVerdict compare(ScanRef earlier, ScanRef later) {
        Optional<PageOutcome> before = store.scans().findOutcome(earlier);
        Optional<PageOutcome> after = store.scans().findOutcome(later);
        if (!(after.orElse(null) instanceof PageOutcome.Read now)) {
            return new RescanVerdict.Unclear("not-located");
        }
        if (!(before.orElse(null) instanceof PageOutcome.Read then)) {
            return new RescanVerdict.Better(false, "located");
        }
        Optional<LayoutPage> page = forms.findForm(now.identity().form())
                .map(f -> f.layout().getPage(now.identity().page()));
        Optional<PageImage> first = decode(earlier);
        Optional<PageImage> second = decode(later);
        if (page.isEmpty() || first.isEmpty() || second.isEmpty()) {
            return new RescanVerdict.Unclear("cannot-be-opened");
        }
        return RescanRule.judge(
                page.get(),
                scan(then, first.get(), page.get()),
                scan(now, second.get(), page.get()),
                InkComparison.compare(
                        page.get(),
                        new Located(first.get(), then.registration()),
                        new Located(second.get(), now.registration())));
    }

    private static RescanRule.Scan scan(PageOutcome.Read read, PageImage image, LayoutPage page) {
        PagePoint middle = new PagePoint(page.widthMm() / 2, page.heightMm() / 2);
        return new RescanRule.Scan(read, image.notes(), read.registration().pixelsPerMm(middle) * MM_PER_INCH);
    }

    private Optional<PageImage> decode(ScanRef scan) {
        try (PageSource.OpenOriginal open = source.open(store.objects().open(scan.original()))) {
            return Optional.of(open.decode(scan.index()));
        } catch (OriginalRefusedException | PageUndecodableException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("An original cannot be opened", e);
        }
    }
}
