package org.paperbridge.intake.imageio;

import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import org.w3c.dom.NodeList;

/** What a picture says about itself, without decoding it. */
final class PictureHeader {

    private static final double MM_PER_INCH = 25.4;

    private PictureHeader() {}

    /** Resolution, dpi; 0 when the file states none. */
    static double dpi(ImageReader reader, int index) {
        try {
            IIOMetadata metadata = reader.getImageMetadata(index);
            if (metadata == null || !metadata.isStandardMetadataFormatSupported()) {
                return 0;
            }
            org.w3c.dom.Node root = metadata.getAsTree(IIOMetadataFormatImpl.standardMetadataFormatName);
            NodeList sizes = ((org.w3c.dom.Element) root).getElementsByTagName("HorizontalPixelSize");
            if (sizes.getLength() == 0) {
                return 0;
            }
            double mm = Double.parseDouble(((org.w3c.dom.Element) sizes.item(0)).getAttribute("value"));
            double dpi = mm > 0 ? MM_PER_INCH / mm : 0;
            return dpi >= 50 && dpi <= 2400 ? dpi : 0;
        } catch (IOException | RuntimeException e) {
            // Damaged metadata says nothing about the pixels.
            return 0;
        }
    }
}
