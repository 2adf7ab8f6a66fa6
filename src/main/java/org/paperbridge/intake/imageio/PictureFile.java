package org.paperbridge.intake.imageio;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.intake.BufferedChannel;
import org.paperbridge.intake.DeliveredFile;
import org.paperbridge.intake.Pixels;
import org.paperbridge.intake.UndecodableException;
import org.paperbridge.intake.UndecodableException.Reason;

/** A file of one or many pictures that Java's image readers know: TIFF with G3, G4, LZW, JPEG, deflate. */
public final class PictureFile implements DeliveredFile {

    static {
        ImageIO.setUseCache(false);
    }

    private final ImageReader reader;
    private final ImageInputStream input;
    private final int pages;
    private final JpegStrips strips;

    private PictureFile(ImageReader reader, ImageInputStream input, int pages, JpegStrips strips) {
        this.reader = reader;
        this.input = input;
        this.pages = pages;
        this.strips = strips;
    }

    /**
     * Opens a picture in memory.
     *
     * @throws UndecodableException when no reader can use it
     */
    public static PictureFile open(byte[] content) {
        return open(new MemoryCacheImageInputStream(new ByteArrayInputStream(content)));
    }

    /**
     * Opens pictures that are read piece by piece.
     *
     * @param content closed with the file
     * @throws UndecodableException when no reader can use it
     */
    public static PictureFile open(BufferedChannel content) throws IOException {
        TiffChain.check(content);
        return open(new ChannelImageInput(content));
    }

    private static PictureFile open(ImageInputStream input) {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
        if (!readers.hasNext()) {
            throw new UndecodableException(Reason.CORRUPT);
        }
        ImageReader reader = readers.next();
        try {
            reader.setInput(input);
            int pages = reader.getNumImages(true);
            if (pages < 1) {
                // no picture format allows none: the file is cut off
                throw new UndecodableException(Reason.CORRUPT);
            }
            return new PictureFile(reader, input, pages, JpegStrips.of(input));
        } catch (IOException | RuntimeException e) {
            reader.dispose();
            throw e instanceof UndecodableException known ? known : new UndecodableException(Reason.CORRUPT, e);
        }
    }

    /**
     * What the header says.
     *
     * @param dpi 0 when the file states none
     */
    public record Header(int width, int height, double dpi) {}

    public Header header(int index) {
        try {
            return new Header(reader.getWidth(index), reader.getHeight(index), PictureHeader.dpi(reader, index));
        } catch (IOException | RuntimeException e) {
            throw new UndecodableException(Reason.CORRUPT, e);
        }
    }

    @Override
    public int pages() {
        return pages;
    }

    @Override
    public PageImage decode(int index) {
        Header header = header(index);
        Pixels.checkSize(header.width(), header.height());
        LossWarnings warnings = new LossWarnings();
        reader.addIIOReadWarningListener(warnings);
        try {
            strips.check(index, header.width(), header.height());
            BufferedImage image = reader.read(index);
            // a page with a silent hole is no page
            if (warnings.any()) {
                throw new UndecodableException(Reason.TRUNCATED);
            }
            return Pixels.of(image, header.dpi(), Set.of());
        } catch (IOException | RuntimeException e) {
            throw e instanceof UndecodableException known ? known : new UndecodableException(Reason.CORRUPT, e);
        } finally {
            reader.removeIIOReadWarningListener(warnings);
        }
    }

    @Override
    public void close() {
        reader.dispose();
        try {
            input.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
