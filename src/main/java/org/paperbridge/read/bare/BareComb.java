package org.paperbridge.read.bare;

import java.util.ArrayList;
import java.util.List;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.read.comb.CellInk;
import org.paperbridge.read.comb.CombCutter;
import org.paperbridge.read.crop.Zone;
import org.paperbridge.read.crop.ZoneSampler;
import org.paperbridge.read.ink.GreyCrop;
import org.paperbridge.read.ink.InkMap;
import org.paperbridge.read.ink.Resample;

/**
 * A row of cells of which only the pixels are known: its frames are looked for, and the row is then treated like one on
 * a page with cells 7 mm high.
 */
final class BareComb {

    private static final double CELL_HEIGHT_MM = 7;
    /** Half a printed frame line. */
    private static final double LINE_MM = 0.12;

    private static final double BORDER = 0.12;

    private BareComb() {}

    static List<CellInk> cells(GreyCrop grey, int count) {
        FrameFinder.Row row = new FrameFinder(InkMap.of(grey), BORDER).row(count);
        double scale = ZoneSampler.PX_PER_MM * CELL_HEIGHT_MM / (row.bottom() - row.top());
        int width = Math.max(1, (int) Math.round(grey.width() * scale));
        int height = Math.max(1, (int) Math.round(grey.height() * scale));
        int margin = (int) Math.ceil(CombCutter.MARGIN_MM * ZoneSampler.PX_PER_MM);
        GreyCrop sized = Padding.around(Resample.to(grey, width, height), margin);
        double mm = 1 / ZoneSampler.PX_PER_MM;
        Zone zone = new Zone(
                new PageBox(-margin * mm, -margin * mm, sized.width() * mm, sized.height() * mm),
                ZoneSampler.PX_PER_MM,
                sized);
        double inset = row.framed() ? LINE_MM : 0;
        double pitch = (row.right() - row.left()) * scale * mm / count;
        List<PageBox> boxes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boxes.add(new PageBox(
                    row.left() * scale * mm + i * pitch + inset,
                    row.top() * scale * mm + inset,
                    pitch - 2 * inset,
                    CELL_HEIGHT_MM - 2 * inset));
        }
        return CombCutter.cut(zone, boxes);
    }
}
