package org.paperbridge.route;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import org.paperbridge.form.page.PageImage;

/** Opens delivered files. */
public interface PageSource {

    /**
     * Opens a file.
     *
     * @param content its bytes; closed with what is returned, or when this throws
     * @throws OriginalRefusedException when it has no pages we can take
     * @throws IOException when the bytes cannot be read
     */
    OpenOriginal open(SeekableByteChannel content) throws IOException;

    /** A file whose sides can be decoded one at a time, by one thread at a time. */
    interface OpenOriginal extends AutoCloseable {

        int pages();

        /**
         * Decodes one side.
         *
         * @param index from 0
         * @throws PageUndecodableException when this side cannot be decoded; the others may
         */
        PageImage decode(int index);

        /** Whether it has to be opened anew before another side can be decoded. */
        default boolean isSpent() {
            return false;
        }

        @Override
        void close();
    }
}
