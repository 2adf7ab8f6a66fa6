package org.paperbridge.template.layout;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.PageBox;

/** First 24 bits of SHA-256 over everything a reader must find again: marks, codes, fields, cells, options. */
public final class Fingerprint {

    private Fingerprint() {}

    public static int of(List<LayoutPage> pages) {
        StringBuilder text = new StringBuilder();
        for (LayoutPage page : pages) {
            text.append("page ").append(page.page()).append('\n');
            page.fiducials().forEach(f -> append(text, f.id() + " " + f.kind(), f.box()));
            page.codes().forEach(c -> append(text, "code", c));
            append(text, "short", page.shortCode());
            page.fields().forEach(f -> append(text, f));
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return (hash[0] & 0xff) << 16 | (hash[1] & 0xff) << 8 | hash[2] & 0xff;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static void append(StringBuilder text, FieldZone field) {
        append(text, field.getClass().getSimpleName() + " " + field.id(), field.box());
        switch (field) {
            case FieldZone.Comb comb -> {
                text.append(comb.alphabet())
                        .append(' ')
                        .append(comb.mask())
                        .append(' ')
                        .append(comb.check())
                        .append('\n');
                comb.cells().forEach(c -> append(text, "cell", c));
            }
            case FieldZone.Tick tick -> tick.options().forEach(o -> append(text, o.value(), o.box()));
            case FieldZone.Line line -> {}
            case FieldZone.Area area -> {}
            case FieldZone.Signature signature -> {}
            case FieldZone.Label label -> {}
            case FieldZone.Print print -> {}
        }
    }

    private static void append(StringBuilder text, String name, PageBox box) {
        text.append(String.format(
                        Locale.ROOT, "%s %.2f %.2f %.2f %.2f%n", name, box.left(), box.top(), box.width(), box.height())
                .replace("\r", ""));
    }
}
