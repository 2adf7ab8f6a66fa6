package org.paperbridge.intake.openjpeg;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.intake.UndecodableException;

/** JPEG 2000 for those that ask Java's image readers, as PDFBox does where pictures are only a part of the page. */
public final class Jp2ImageReader extends ImageReader {

    private static final int MOST_BYTES = 1 << 28;

    private @Nullable Jp2Picture picture;

    private Jp2ImageReader(ImageReaderSpi provider) {
        super(provider);
    }

    /** Makes it known to this Java machine; once is enough, more do no harm. */
    public static void register() {
        IIORegistry.getDefaultInstance().registerServiceProvider(new Provider());
    }

    @Override
    public int getNumImages(boolean search) {
        return 1;
    }

    @Override
    public int getWidth(int index) throws IOException {
        return picture().width();
    }

    @Override
    public int getHeight(int index) throws IOException {
        return picture().height();
    }

    @Override
    public Iterator<ImageTypeSpecifier> getImageTypes(int index) throws IOException {
        return List.of(ImageTypeSpecifier.createFromBufferedImageType(type())).iterator();
    }

    /** Grey; as three equal colours where a document may insist on three. */
    @Override
    public BufferedImage read(int index, @Nullable ImageReadParam parameters) throws IOException {
        try {
            PageImage grey = picture().decode(0);
            BufferedImage image = new BufferedImage(grey.width(), grey.height(), type());
            byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
            int bands = image.getRaster().getNumBands();
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = grey.grey()[i / bands];
            }
            return image;
        } catch (UndecodableException e) {
            throw new IOException(e);
        }
    }

    private int type() throws IOException {
        return picture().components() < 3 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR;
    }

    private Jp2Picture picture() throws IOException {
        Jp2Picture known = picture;
        if (known == null) {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            byte[] part = new byte[1 << 14];
            ImageInputStream in = (ImageInputStream) getInput();
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                content.write(part, 0, read);
                if (content.size() > MOST_BYTES) {
                    throw new IOException("More than any picture needs");
                }
            }
            try {
                known = Jp2Picture.open(content.toByteArray());
            } catch (UndecodableException e) {
                throw new IOException(e);
            }
            picture = known;
        }
        return known;
    }

    @Override
    public void setInput(Object input, boolean forwardOnly, boolean withoutMetadata) {
        super.setInput(input, forwardOnly, withoutMetadata);
        picture = null;
    }

    @Override
    public @Nullable IIOMetadata getStreamMetadata() {
        return null;
    }

    @Override
    public @Nullable IIOMetadata getImageMetadata(int index) {
        return null;
    }

    private static final class Provider extends ImageReaderSpi {

        Provider() {
            super(
                    "Paperbridge",
                    "1",
                    new String[] {"JPEG2000"},
                    new String[] {"jp2"},
                    new String[] {"image/jp2"},
                    Jp2ImageReader.class.getName(),
                    new Class<?>[] {ImageInputStream.class},
                    null,
                    false,
                    null,
                    null,
                    null,
                    null,
                    false,
                    null,
                    null,
                    null,
                    null);
        }

        @Override
        public boolean canDecodeInput(Object source) {
            // only those that ask for it by name; intake looks at first bytes itself
            return false;
        }

        @Override
        public ImageReader createReaderInstance(@Nullable Object extension) {
            return new Jp2ImageReader(this);
        }

        @Override
        public String getDescription(@Nullable Locale locale) {
            return "JPEG 2000 by OpenJPEG";
        }
    }
}
