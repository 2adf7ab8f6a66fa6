package org.paperbridge.intake.pdfbox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;

/** Finds out whether a page is exactly one upright picture that fills it: then the picture is taken as it is. */
final class FullPageImage {

    /** Scanners leave out a hair at the edge. */
    private static final double LEAST_SHARE = 0.97;

    private FullPageImage() {}

    /** Empty when anything else is on the page, or the picture is turned, clipped, masked or smaller. */
    static Optional<PDImageXObject> find(PDPage page) throws IOException {
        Matrix matrix = new Matrix();
        List<Matrix> saved = new ArrayList<>();
        List<Object> operands = new ArrayList<>();
        Optional<PDImageXObject> image = Optional.empty();
        PDFStreamParser parser = new PDFStreamParser(page);
        Object token = parser.parseNextToken();
        while (token != null) {
            if (token instanceof Operator operator) {
                switch (operator.getName()) {
                    case "q" -> saved.add(matrix.clone());
                    case "Q" -> matrix = saved.isEmpty() ? new Matrix() : saved.removeLast();
                    case "cm" -> {
                        if (operands.size() != 6) {
                            return Optional.empty();
                        }
                        matrix = matrix(operands).multiply(matrix);
                    }
                    case "Do" -> {
                        if (image.isPresent() || !fills(page.getCropBox(), matrix)) {
                            return Optional.empty();
                        }
                        image = image(page, operands);
                        if (image.isEmpty()) {
                            return Optional.empty();
                        }
                    }
                    // graphics state that cannot change a picture's pixels
                    case "gs", "ri", "i", "w", "J", "j", "BMC", "EMC", "BDC", "MP", "DP" -> {}
                    default -> {
                        return Optional.empty();
                    }
                }
                operands.clear();
            } else {
                operands.add(token);
            }
            token = parser.parseNextToken();
        }
        return image.filter(i -> i.getCOSObject().getItem(COSName.SMASK) == null
                && i.getCOSObject().getItem(COSName.MASK) == null
                && i.getCOSObject().getItem(COSName.DECODE) == null
                && !i.isStencil());
    }

    private static Matrix matrix(List<Object> operands) {
        float[] n = new float[6];
        for (int i = 0; i < n.length; i++) {
            n[i] = operands.get(i) instanceof COSNumber number ? number.floatValue() : 0;
        }
        return new Matrix(n[0], n[1], n[2], n[3], n[4], n[5]);
    }

    private static boolean fills(PDRectangle box, Matrix matrix) {
        return Math.abs(matrix.getShearX()) < 1e-3
                && Math.abs(matrix.getShearY()) < 1e-3
                && matrix.getScaleX() >= LEAST_SHARE * box.getWidth()
                && matrix.getScaleY() >= LEAST_SHARE * box.getHeight();
    }

    private static Optional<PDImageXObject> image(PDPage page, List<Object> operands) throws IOException {
        if (operands.size() != 1 || !(operands.getFirst() instanceof COSName name) || page.getResources() == null) {
            return Optional.empty();
        }
        PDXObject object = page.getResources().getXObject(name);
        return object instanceof PDImageXObject image ? Optional.of(image) : Optional.empty();
    }
}
