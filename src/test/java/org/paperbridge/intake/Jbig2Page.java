package org.paperbridge.intake;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * A PDF page whose picture is JBIG2: a page information segment and one immediate generic region, MMR coded (ITU-T T.88
 * 7.4.6 and 7.4.8), as copiers embed them.
 */
final class Jbig2Page {

    private Jbig2Page() {}

    static byte[] pdf(BufferedImage bilevel) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDImageXObject picture = new PDImageXObject(
                    document,
                    new ByteArrayInputStream(segments(bilevel)),
                    COSName.JBIG2_DECODE,
                    bilevel.getWidth(),
                    bilevel.getHeight(),
                    1,
                    PDDeviceGray.INSTANCE);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(picture, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] segments(BufferedImage image) throws IOException {
        byte[] mmr = group4(image);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        header(out, 0, 48, 19);
        out.writeInt(image.getWidth());
        out.writeInt(image.getHeight());
        out.writeInt(0);
        out.writeInt(0);
        out.writeByte(0);
        out.writeShort(0);
        header(out, 1, 38, 18 + mmr.length);
        out.writeInt(image.getWidth());
        out.writeInt(image.getHeight());
        out.writeInt(0);
        out.writeInt(0);
        out.writeByte(0);
        out.writeByte(1);
        out.write(mmr);
        return bytes.toByteArray();
    }

    private static void header(DataOutputStream out, int number, int type, int length) throws IOException {
        out.writeInt(number);
        out.writeByte(type);
        out.writeByte(0);
        out.writeByte(1);
        out.writeInt(length);
    }

    private static byte[] group4(BufferedImage image) throws IOException {
        try (PDDocument scratch = new PDDocument();
                InputStream raw = CCITTFactory.createFromImage(scratch, image)
                        .getStream()
                        .getCOSObject()
                        .createRawInputStream()) {
            return raw.readAllBytes();
        }
    }
}
