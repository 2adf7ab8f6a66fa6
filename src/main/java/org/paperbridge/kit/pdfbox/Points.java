package org.paperbridge.kit.pdfbox;

import org.paperbridge.form.layout.PageBox;

/** Page frame (mm, origin top-left) to PDF points (origin bottom-left). */
record Points(double pageHeightMm) {

    static final double PER_MM = 72 / 25.4;

    double x(double mm) {
        return mm * PER_MM;
    }

    double y(double mm) {
        return (pageHeightMm - mm) * PER_MM;
    }

    double length(double mm) {
        return mm * PER_MM;
    }

    double bottom(PageBox box) {
        return y(box.bottom());
    }
}
