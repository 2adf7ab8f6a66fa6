package org.paperbridge.kit.pdfbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** A PDF of a kit as a printer needs it: without a password, in memory only. */
public final class OpenedPdf {

    private OpenedPdf() {}

    /**
     * @param pdf sealed or open
     * @param password of sealed ones
     * @param groups pages that belong together, one number a group; a blank page is put after each odd one, so that a
     *     two-sided printer begins every group on a new sheet. Empty: pages stay as they are
     * @throws IOException when the groups are not the pages of the file: then nobody may print it two-sided
     */
    public static byte[] open(byte[] pdf, String password, List<Integer> groups) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf, password, null, null, IOUtils.createMemoryOnlyStreamCache())) {
            int pages = document.getNumberOfPages();
            if (!groups.isEmpty() && groups.stream().mapToInt(Integer::intValue).sum() != pages) {
                throw new IOException("The file has other pages than its forms");
            }
            int end = 0;
            for (int group : groups) {
                end += group;
                if (group % 2 == 1) {
                    PDPage last = document.getPage(end - 1);
                    document.getPages().insertAfter(new PDPage(last.getMediaBox()), last);
                    end++;
                }
            }
            document.setAllSecurityToBeRemoved(true);
            ByteArrayOutputStream out = new ByteArrayOutputStream(pdf.length + 1024);
            document.save(out);
            return out.toByteArray();
        }
    }
}
