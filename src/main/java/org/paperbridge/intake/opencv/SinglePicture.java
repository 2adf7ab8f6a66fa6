package org.paperbridge.intake.opencv;

import java.util.Set;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.intake.DeliveredFile;
import org.paperbridge.intake.Pixels;
import org.paperbridge.intake.imageio.PictureFile;

/** A JPEG or PNG file: one side. */
public final class SinglePicture implements DeliveredFile {

    private final byte[] content;
    private final double dpi;

    private SinglePicture(byte[] content, double dpi) {
        this.content = content;
        this.dpi = dpi;
    }

    /** @throws org.paperbridge.intake.UndecodableException when the header cannot be read or is too large */
    public static SinglePicture open(byte[] content) {
        try (PictureFile file = PictureFile.open(content)) {
            PictureFile.Header header = file.header(0);
            Pixels.checkSize(header.width(), header.height());
            return new SinglePicture(content, header.dpi());
        }
    }

    @Override
    public int pages() {
        return 1;
    }

    @Override
    public PageImage decode(int index) {
        return StreamDecoder.decode(content, dpi, Set.of());
    }

    @Override
    public void close() {}
}
