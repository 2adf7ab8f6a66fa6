package org.paperbridge.intake.openjpeg;

import java.util.EnumSet;
import java.util.Set;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.ScanNote;
import org.paperbridge.intake.DeliveredFile;
import org.paperbridge.intake.UndecodableException;
import org.paperbridge.intake.UndecodableException.Reason;

/** A JPEG 2000 picture, as a file or a bare code stream: one side. */
public final class Jp2Picture implements DeliveredFile {

    /** Each dot takes four bytes while it is decoded; what is larger than A4 at 600 dpi is decoded at half size. */
    private static final long MOST_WHOLE = 4961L * 7016;

    private final byte[] content;
    private final Jp2Boxes boxes;
    private final CodeStream stream;

    private Jp2Picture(byte[] content, Jp2Boxes boxes, CodeStream stream) {
        this.content = content;
        this.boxes = boxes;
        this.stream = stream;
    }

    /**
     * Looks through the markers; nothing is decoded yet.
     *
     * @param content kept, not copied
     * @throws UndecodableException when it is cut off, damaged, too large, or of a kind no scanner makes
     */
    public static Jp2Picture open(byte[] content) {
        Jp2Boxes boxes = Jp2Boxes.of(content);
        return new Jp2Picture(content, boxes, CodeStream.of(content, boxes.codeStream(), boxes.end()));
    }

    public int width() {
        return stream.width();
    }

    public int height() {
        return stream.height();
    }

    /** Colours and transparency: 1 to 4. */
    public int components() {
        return stream.components();
    }

    /** What it says of itself, 0 when it says nothing. */
    public double dpi() {
        return boxes.dpi();
    }

    @Override
    public int pages() {
        return 1;
    }

    @Override
    public PageImage decode(int index) {
        return decode(boxes.dpi(), Set.of());
    }

    /** @param dpi at full size; 0 when unknown */
    public PageImage decode(double dpi, Set<ScanNote> notes) {
        int halvings = halvings();
        Jp2Decoder.Grey grey = Jp2Decoder.decode(content, boxes, stream, halvings);
        Set<ScanNote> all = notes.isEmpty() ? EnumSet.noneOf(ScanNote.class) : EnumSet.copyOf(notes);
        if (dpi <= 0) {
            all.add(ScanNote.NO_RESOLUTION);
        }
        if (stream.bits() == 1) {
            all.add(ScanNote.BILEVEL);
        }
        return new PageImage(grey.width(), grey.height(), grey.pixels(), dpi / (1 << halvings), all);
    }

    private int halvings() {
        int halvings = 0;
        long samples = (long) stream.width() * stream.height() * (isGreyFirst() ? 1 : stream.components());
        while (samples >> 2 * halvings > MOST_WHOLE) {
            halvings++;
        }
        if (halvings > stream.levels()) {
            throw new UndecodableException(Reason.TOO_LARGE);
        }
        return halvings;
    }

    private boolean isGreyFirst() {
        return boxes.greyFirst() || stream.isGreyFirst();
    }

    @Override
    public void close() {}
}
