package org.paperbridge.route;

import java.io.IOException;
import java.io.InputStream;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.intake.DeliveredFile;
import org.paperbridge.intake.DeliveredFiles;
import org.paperbridge.intake.UndecodableException;

/** Opens kept originals with the formats that intake knows. They are decrypted in memory, never to disk. */
public final class DeliveredSource implements PageSource {

    /** 10,000 bilevel pages need about a third of this; what is larger would not leave room for the workers. */
    private static final int MOST_BYTES = 1 << 30;

    @Override
    public OpenOriginal open(InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(MOST_BYTES);
        if (bytes.length == MOST_BYTES) {
            throw new OriginalRefusedException("too-large");
        }
        DeliveredFile file;
        try {
            file = DeliveredFiles.open(bytes);
        } catch (UndecodableException e) {
            throw new OriginalRefusedException(e.reason().code());
        }
        return new OpenOriginal() {
            @Override
            public int pages() {
                return file.pages();
            }

            @Override
            public PageImage decode(int index) {
                try {
                    return file.decode(index);
                } catch (UndecodableException e) {
                    throw new PageUndecodableException(e.reason().code());
                }
            }

            @Override
            public void close() {
                file.close();
            }
        };
    }
}
