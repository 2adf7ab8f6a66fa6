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
import org.apache.pdfbox.pdmodel.PDDocument;
import org.paperbridge.intake.UndecodableException;
import org.paperbridge.intake.UndecodableException.Reason;

/**
 * Counts the pages that are there. PDFBox believes what the tree says of itself: a damaged number would lose pages
 * silently, or make a thousand million of them.
 */
final class PageTree {

    private PageTree() {}

    /** @throws UndecodableException when pages are missing, doubled, or fewer or more than the tree says */
    static int count(PDDocument document) {
        int said = document.getNumberOfPages();
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSDictionary> open = new ArrayDeque<>();
        open.push(document.getDocumentCatalog().getPages().getCOSObject());
        int pages = 0;
        while (!open.isEmpty()) {
            COSDictionary node = open.pop();
            if (!seen.add(node)) {
                throw new UndecodableException(Reason.CORRUPT);
            }
            if (node.getDictionaryObject(COSName.KIDS) instanceof COSArray kids) {
                for (int i = 0; i < kids.size(); i++) {
                    if (!(kids.getObject(i) instanceof COSDictionary kid)) {
                        throw new UndecodableException(Reason.CORRUPT);
                    }
                    open.push(kid);
                }
            } else if (COSName.PAGE.equals(node.getCOSName(COSName.TYPE))) {
                pages++;
            } else {
                throw new UndecodableException(Reason.CORRUPT);
            }
        }
        if (pages != said) {
            throw new UndecodableException(Reason.CORRUPT);
        }
        return pages;
    }
}
