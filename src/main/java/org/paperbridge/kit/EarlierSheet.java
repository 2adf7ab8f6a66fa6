package org.paperbridge.kit;

import java.nio.file.Path;
import java.time.Instant;
import org.paperbridge.form.layout.FormTemplate;

/**
 * A sheet of the kit before of which nothing has changed. It keeps its serial and says when it was printed.
 *
 * @param copy 1 for the original
 * @param blank names nobody
 * @param file where it stands
 * @param firstPage in the file, from 0
 * @param last nothing stands behind it in the file
 */
public record EarlierSheet(
        FormTemplate form,
        String serial,
        int copy,
        Instant issuedAt,
        boolean blank,
        Path file,
        int firstPage,
        boolean last)
        implements Sheet {

    @Override
    public int pages() {
        return form.layout().pages().size();
    }
}
