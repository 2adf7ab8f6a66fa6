package org.paperbridge.route.crop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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

/** Cuts from the original on request. The last few decoded sides are kept, because a reviewer asks for many crops of one. */
public final class StoredScanCrops implements ScanCrops {

    private static final int KEPT_SIDES = 4;
    private static final double MARGIN_MM = 1.5;

    private final Store store;
    private final PageSource source;
    private final FormCatalogue forms;
    private final Map<ScanRef, PageImage> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ScanRef, PageImage> eldest) {
            return size() > KEPT_SIDES;
        }
    };

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
        return decode(scan)
                .map(image -> UprightPicture.png(UprightPicture.cut(
                        image, read.get().registration(), box.get().grownBy(MARGIN_MM), widthPx)));
    }

    @Override
    public Optional<byte[]> findPage(ScanRef scan, int widthPx) {
        Optional<PageOutcome.Read> read = findRead(scan);
        Optional<LayoutPage> page = read.flatMap(r -> pageOf(r));
        return decode(scan).map(image -> {
            if (read.isEmpty() || page.isEmpty()) {
                return UprightPicture.png(UprightPicture.whole(image, widthPx));
            }
            PageBox sheet = new PageBox(0, 0, page.get().widthMm(), page.get().heightMm());
            return UprightPicture.png(UprightPicture.cut(image, read.get().registration(), sheet, widthPx));
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
        synchronized (kept) {
            PageImage image = kept.get(scan);
            if (image != null) {
                return Optional.of(image);
            }
        }
        try (PageSource.OpenOriginal open = source.open(store.objects().open(scan.original()))) {
            if (scan.index() >= open.pages()) {
                return Optional.empty();
            }
            PageImage image = open.decode(scan.index());
            synchronized (kept) {
                kept.put(scan, image);
            }
            return Optional.of(image);
        } catch (OriginalRefusedException | PageUndecodableException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("An original cannot be opened", e);
        }
    }
}
