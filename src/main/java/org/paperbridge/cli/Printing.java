package org.paperbridge.cli;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.key.KeyRing;
import org.paperbridge.kit.FormIssuer;
import org.paperbridge.kit.KitBuilder;
import org.paperbridge.kit.pdfbox.PdfBoxWriter;
import org.paperbridge.kit.zxing.QrSymbol;
import org.paperbridge.pagecode.PageCodec;

/** What printing commands are made of. */
public final class Printing {

    private Printing() {}

    public static FormIssuer issuer(KeyRing keys, Clock clock) {
        return new FormIssuer(keys.site(), clock, new SecureRandom());
    }

    public static PdfBoxWriter writer(KeyRing keys) {
        return new PdfBoxWriter(new PageCodec(keys), QrSymbol::of);
    }

    public static KitBuilder kits(KeyRing keys, FormCatalogue forms, Clock clock, ZoneId ward) {
        return new KitBuilder(forms, issuer(keys, clock), writer(keys), clock, ward);
    }
}
