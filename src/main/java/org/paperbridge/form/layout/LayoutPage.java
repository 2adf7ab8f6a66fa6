package org.paperbridge.form.layout;

import java.util.List;

/**
 * The computed geometry of one printed side.
 *
 * @param page from 1
 * @param codes where the page codes are printed, quiet zone excluded; the first is the top one
 * @param shortCode where the human-typable code is printed
 * @param drawings static print, in painting order
 */
public record LayoutPage(
        int page,
        double widthMm,
        double heightMm,
        List<Fiducial> fiducials,
        List<PageBox> codes,
        PageBox shortCode,
        List<FieldZone> fields,
        List<Drawing> drawings) {

    public LayoutPage {
        fiducials = List.copyOf(fiducials);
        codes = List.copyOf(codes);
        fields = List.copyOf(fields);
        drawings = List.copyOf(drawings);
    }
}
