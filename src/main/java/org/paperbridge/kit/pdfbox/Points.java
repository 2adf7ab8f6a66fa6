package org.paperbridge.kit.pdfbox;

import org.paperbridge.form.layout.PageBox;

/** Page frame (mm, origin top-left) to PDF points (origin bottom-left). */
record Points(double pageHeightMm) {

    static final double PER_MM = 72 / 25.4;

    float x(double mm) {
        return (float) (mm * PER_MM);
    }

    float y(double mm) {
        return (float) ((pageHeightMm - mm) * PER_MM);
    }

    float length(double mm) {
        return (float) (mm * PER_MM);
    }

    float bottom(PageBox box) {
        return y(box.bottom());
    }
}
