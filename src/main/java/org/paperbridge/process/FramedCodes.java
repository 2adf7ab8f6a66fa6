package org.paperbridge.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.paperbridge.form.layout.Fiducial;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.layout.PagePoint;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageRegistration;
import org.paperbridge.form.page.ScanPoint;
import org.paperbridge.identify.CodeFinder;
import org.paperbridge.identify.GridDecoder;
import org.paperbridge.identify.ModuleGrid;
import org.paperbridge.identify.SeenCode;
import org.paperbridge.register.PageRegistrar;

/**
 * Page codes read where the frame of the page says they are printed: module by module, with nothing to be found first.
 *
 * <p>Both codes of a page say the same in the same symbol, so what is scribbled over on one is taken from the other. A
 * wrong module is no danger: what does not add up to an authentic code is no code.
 */
public final class FramedCodes implements CodeFinder {

    /** A finder pattern's centre lies this many modules from the symbol's edge. */
    private static final double FINDER_CENTRE = 3.5;
    /** Each module is seen at 3 x 3 places within its inner part, shares of its side from its centre. */
    private static final double[] WITHIN = {-0.25, 0, 0.25};

    private final PageRegistrar registrar;
    private final GridDecoder decoder;
    private final List<LayoutPage> frames;

    public FramedCodes(PageRegistrar registrar, GridDecoder decoder, FormCatalogue forms) {
        this.registrar = registrar;
        this.decoder = decoder;
        this.frames = forms.listForms().stream()
                .flatMap(form -> form.layout().pages().stream())
                .map(Frame::of)
                .distinct()
                .map(Frame::toLayout)
                .toList();
    }

    @Override
    public List<SeenCode> find(PageImage image) {
        return registrar
                .register(image, frames)
                .flatMap(framed ->
                        find(image, framed.registration(), framed.frame().codes()))
                .map(List::of)
                .orElse(List.of());
    }

    private Optional<SeenCode> find(PageImage image, PageRegistration page, List<PageBox> codes) {
        for (int side : decoder.sides()) {
            List<ModuleGrid> grids =
                    codes.stream().map(box -> sample(image, page, box, side)).toList();
            List<ModuleGrid> tried = new ArrayList<>(grids);
            if (grids.size() == 2) {
                tried.addAll(together(grids.getFirst(), grids.getLast()));
            }
            for (int i = 0; i < tried.size(); i++) {
                Optional<String> text = decoder.decode(tried.get(i));
                if (text.isPresent()) {
                    PageBox box = codes.get(Math.min(i, 1) % codes.size());
                    return Optional.of(new SeenCode(text.get(), finders(page, box, side)));
                }
            }
        }
        return Optional.empty();
    }

    /** Where one is darkened, the other may be clean; where one is washed out, likewise; else both are half right. */
    private static List<ModuleGrid> together(ModuleGrid a, ModuleGrid b) {
        int side = a.side();
        int[] lighter = new int[side * side];
        int[] darker = new int[side * side];
        int[] mean = new int[side * side];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                int at = row * side + column;
                lighter[at] = Math.max(a.at(column, row), b.at(column, row));
                darker[at] = Math.min(a.at(column, row), b.at(column, row));
                mean[at] = (a.at(column, row) + b.at(column, row)) / 2;
            }
        }
        return List.of(new ModuleGrid(side, lighter), new ModuleGrid(side, darker), new ModuleGrid(side, mean));
    }

    private static ModuleGrid sample(PageImage image, PageRegistration page, PageBox box, int side) {
        double module = box.width() / side;
        int[] grey = new int[side * side];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                int sum = 0;
                for (double dy : WITHIN) {
                    for (double dx : WITHIN) {
                        sum += greyAt(
                                image,
                                page.toPixels(new PagePoint(
                                        box.left() + (column + 0.5 + dx) * module,
                                        box.top() + (row + 0.5 + dy) * module)));
                    }
                }
                grey[row * side + column] = sum / (WITHIN.length * WITHIN.length);
            }
        }
        return new ModuleGrid(side, grey);
    }

    private static int greyAt(PageImage image, ScanPoint at) {
        int x = Math.clamp((long) at.x(), 0, image.width() - 1);
        int y = Math.clamp((long) at.y(), 0, image.height() - 1);
        return image.greyAt(x, y);
    }

    private static List<ScanPoint> finders(PageRegistration page, PageBox box, int side) {
        double in = FINDER_CENTRE * box.width() / side;
        return List.of(
                page.toPixels(new PagePoint(box.left() + in, box.top() + in)),
                page.toPixels(new PagePoint(box.right() - in, box.top() + in)),
                page.toPixels(new PagePoint(box.left() + in, box.bottom() - in)));
    }

    /** What pages of different forms have in common. */
    private record Frame(double widthMm, double heightMm, List<Fiducial> fiducials, List<PageBox> codes) {

        static Frame of(LayoutPage page) {
            return new Frame(page.widthMm(), page.heightMm(), page.fiducials(), page.codes());
        }

        LayoutPage toLayout() {
            return new LayoutPage(1, widthMm, heightMm, fiducials, codes, codes.getFirst(), List.of(), List.of());
        }
    }
}
