package org.paperbridge.intake.pdfbox;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * Whether anything a page can draw is JBIG2: pictures, but also those inside forms, patterns, masks and the appearance
 * of annotations, where "compact" copiers hide them. It looks at dictionaries only and decodes nothing.
 */
final class Jbig2Search {

    /** More objects than a page of a scan has; a page that goes on beyond is taken for one that has JBIG2. */
    private static final int MOST = 20_000;

    private static final Set<COSName> NOT_DRAWN = Set.of(
            COSName.PARENT, COSName.P, COSName.STRUCT_PARENT, COSName.STRUCT_PARENTS, COSName.FONT, COSName.DEST);

    private Jbig2Search() {}

    static boolean isOn(PDPage page) {
        Deque<COSBase> open = new ArrayDeque<>();
        if (page.getResources() != null) {
            open.add(page.getResources().getCOSObject());
        }
        COSBase notes = page.getCOSObject().getDictionaryObject(COSName.ANNOTS);
        if (notes != null) {
            open.add(notes);
        }
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        while (!open.isEmpty()) {
            COSBase next = open.poll();
            COSBase object = next instanceof COSObject reference ? reference.getObject() : next;
            if (object == null || !seen.add(object)) {
                continue;
            }
            if (seen.size() > MOST) {
                return true;
            }
            if (object instanceof COSArray array) {
                array.forEach(open::add);
            } else if (object instanceof COSDictionary dictionary) {
                if (isJbig2(dictionary.getDictionaryObject(COSName.FILTER, COSName.F))) {
                    return true;
                }
                dictionary.entrySet().stream()
                        .filter(e -> !NOT_DRAWN.contains(e.getKey()))
                        .forEach(e -> open.add(e.getValue()));
            }
        }
        return false;
    }

    private static boolean isJbig2(@org.jspecify.annotations.Nullable COSBase filter) {
        return COSName.JBIG2_DECODE.equals(filter)
                || (filter instanceof COSArray many && many.toList().contains(COSName.JBIG2_DECODE));
    }
}
