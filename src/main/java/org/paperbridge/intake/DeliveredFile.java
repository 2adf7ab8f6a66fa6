package org.paperbridge.intake;

import org.paperbridge.form.page.PageImage;

/** A delivered file, whose sides are decoded one at a time so that memory stays flat. Not shared between threads. */
public interface DeliveredFile extends AutoCloseable {

    int pages();

    /**
     * Decodes one side.
     *
     * @param index from 0
     * @throws UndecodableException when this side cannot be decoded; the others may
     */
    PageImage decode(int index);

    @Override
    void close();
}
