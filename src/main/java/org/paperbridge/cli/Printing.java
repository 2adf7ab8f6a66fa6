package org.paperbridge.cli;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.key.KeyRing;
import org.paperbridge.kit.CheckedPdfWriter;
import org.paperbridge.kit.FormIssuer;
import org.paperbridge.kit.KitBuilder;
import org.paperbridge.kit.PdfWriter;
import org.paperbridge.kit.pdfbox.PdfBoxWriter;
import org.paperbridge.kit.pdfbox.PdfRaster;
import org.paperbridge.kit.zxing.QrReader;
import org.paperbridge.kit.zxing.QrSymbol;
import org.paperbridge.pagecode.PageCodec;

/** What printing commands are made of. */
public final class Printing {

    private Printing() {}

    public static FormIssuer issuer(KeyRing keys, Clock clock) {
        return new FormIssuer(keys.site(), clock, new SecureRandom());
    }

    /** Reads the first copy of every form back before it may reach a printer. */
    public static PdfWriter writer(KeyRing keys) {
        PageCodec codec = new PageCodec(keys);
        return new CheckedPdfWriter(new PdfBoxWriter(codec, QrSymbol::of), codec, new PdfRaster(), new QrReader());
    }

    public static KitBuilder kits(KeyRing keys, FormCatalogue forms, Clock clock, ZoneId ward) {
        return new KitBuilder(forms, issuer(keys, clock), writer(keys), clock, ward);
    }
}
