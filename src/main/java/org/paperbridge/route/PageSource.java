package org.paperbridge.route;

import java.io.IOException;
import java.io.InputStream;
import org.paperbridge.form.page.PageImage;

/** Opens delivered files. */
public interface PageSource {

    /**
     * Opens a file.
     *
     * @param content its bytes, read to the end or not; closed by the caller
     * @throws OriginalRefusedException when it has no pages we can take
     * @throws IOException when the bytes cannot be read
     */
    OpenOriginal open(InputStream content) throws IOException;

    /** A file whose sides can be decoded one at a time. */
    interface OpenOriginal extends AutoCloseable {

        int pages();

        /**
         * Decodes one side.
         *
         * @param index from 0
         * @throws PageUndecodableException when this side cannot be decoded; the others may
         */
        PageImage decode(int index);

        @Override
        void close();
    }
}
