package org.paperbridge.intake.pdfbox;

import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.state.EmptyGraphicsStackException;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Draws a whole page or none: a picture that is missing or damaged is an error, and so is drawing without end. */
final class StrictRenderer extends PDFRenderer {

    /** The densest maps have some hundred thousand. */
    private static final int MOST_OPERATORS = 2_000_000;

    /** What leaves something on the page. */
    private static final Set<String> PAINTING =
            Set.of("f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "BI", "EI", "Tj", "TJ", "'", "\"");

    private boolean painted;

    StrictRenderer(PDDocument document) {
        super(document);
    }

    /** Whether anything was painted since it was made. */
    boolean hasPainted() {
        return painted;
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        PageDrawer drawer = new Drawer(parameters);
        drawer.setAnnotationFilter(getAnnotationsFilter());
        return drawer;
    }

    private final class Drawer extends PageDrawer {

        private final Set<COSBase> open = Collections.newSetFromMap(new IdentityHashMap<>());
        private int operators;

        Drawer(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            operators++;
            if (operators > MOST_OPERATORS || Thread.currentThread().isInterrupted()) {
                throw new IOException("Drawing has no end");
            }
            painted |= PAINTING.contains(operator.getName());
            super.processOperator(operator, operands);
        }

        @Override
        public void showForm(PDFormXObject form) throws IOException {
            if (!open.add(form.getCOSObject())) {
                throw new IOException("A drawing draws itself");
            }
            super.showForm(form);
            open.remove(form.getCOSObject());
        }

        @Override
        protected void operatorException(Operator operator, List<COSBase> operands, IOException exception)
                throws IOException {
            // one Q too many is common, and changes nothing
            if (!(exception instanceof EmptyGraphicsStackException)) {
                throw exception;
            }
        }
    }
}
