package org.paperbridge.route.crop;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.route.OriginalRefusedException;
import org.paperbridge.route.PageSource;
import org.paperbridge.route.PageUndecodableException;
import org.paperbridge.store.Store;
import org.paperbridge.validation.queue.ScanCrops;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cuts from the original on request. The last few decoded sides are kept, because a reviewer asks for many crops of one. */
public final class StoredScanCrops implements ScanCrops {

    private static final Logger LOG = LoggerFactory.getLogger(StoredScanCrops.class);

    /** About 9 MB each at 300 dpi: some reviewers with a page and the next, or a screenful of many pages. */
    private static final int KEPT_SIDES = 12;

    /** Some 60 to 200 kB each. */
    private static final int KEPT_PREVIEWS = 40;
    /** Previews made ahead of their asking at the same time; they use what time the screens leave. */
    private static final int MADE_AHEAD = 2;

    private static final double MARGIN_MM = 1.5;

    private final Store store;
    private final PageSource source;
    private final FormCatalogue forms;
    private final Recent<ScanRef, PageImage> sides = new Recent<>(KEPT_SIDES, this::decode);
    private final Recent<Preview, byte[]> previews =
            new Recent<>(KEPT_PREVIEWS, p -> draw(p.scan(), p.widthPx()).map(UprightPicture::jpeg));
    private final Semaphore ahead = new Semaphore(MADE_AHEAD);

    private record Preview(ScanRef scan, int widthPx) {}

    public StoredScanCrops(Store store, PageSource source, FormCatalogue forms) {
        this.store = store;
        this.source = source;
        this.forms = forms;
    }

    @Override
    public Optional<byte[]> findCrop(ScanRef scan, String field, int widthPx) {
        Optional<PageOutcome.Read> read = findRead(scan);
        Optional<PageBox> box = read.flatMap(r -> pageOf(r))
                .flatMap(p ->
                        p.fields().stream().filter(z -> z.id().equals(field)).findFirst())
                .map(FieldZone::box);
        if (read.isEmpty() || box.isEmpty()) {
            return Optional.empty();
        }
        return sides.find(scan)
                .map(image -> UprightPicture.png(UprightPicture.cut(
                        image, read.get().registration(), box.get().grownBy(MARGIN_MM), widthPx)));
    }

    @Override
    public Optional<byte[]> findPage(ScanRef scan, int widthPx) {
        return draw(scan, widthPx).map(UprightPicture::png);
    }

    @Override
    public Optional<byte[]> findPreview(ScanRef scan, int widthPx) {
        return previews.find(new Preview(scan, widthPx));
    }

    @Override
    public void prepare(ScanRef scan, int widthPx) {
        Preview preview = new Preview(scan, widthPx);
        if (!previews.has(preview) && ahead.tryAcquire()) {
            Thread.ofVirtual().name("preview").start(() -> {
                try {
                    previews.find(preview);
                } catch (RuntimeException e) {
                    LOG.debug("A preview was not made ahead: {}", e.getClass().getName());
                } finally {
                    ahead.release();
                }
            });
        }
    }

    private Optional<BufferedImage> draw(ScanRef scan, int widthPx) {
        Optional<PageOutcome.Read> read = findRead(scan);
        Optional<LayoutPage> page = read.flatMap(r -> pageOf(r));
        return sides.find(scan).map(image -> {
            if (read.isEmpty() || page.isEmpty()) {
                return UprightPicture.whole(image, widthPx);
            }
            PageBox sheet = new PageBox(0, 0, page.get().widthMm(), page.get().heightMm());
            return UprightPicture.cut(image, read.get().registration(), sheet, widthPx);
        });
    }

    private Optional<PageOutcome.Read> findRead(ScanRef scan) {
        return store.scans()
                .findOutcome(scan)
                .flatMap(o -> o instanceof PageOutcome.Read read ? Optional.of(read) : Optional.empty());
    }

    private Optional<LayoutPage> pageOf(PageOutcome.Read read) {
        return forms.findForm(read.identity().form())
                .map(f -> f.layout().getPage(read.identity().page()));
    }

    private Optional<PageImage> decode(ScanRef scan) {
        try (PageSource.OpenOriginal open = source.open(store.objects().open(scan.original()))) {
            return scan.index() < open.pages() ? Optional.of(open.decode(scan.index())) : Optional.empty();
        } catch (OriginalRefusedException | PageUndecodableException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("An original cannot be opened", e);
        }
    }
}
