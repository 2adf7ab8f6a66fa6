package org.paperbridge.kit;

import java.util.List;
import java.util.Optional;
import org.paperbridge.form.page.PrintedForm;

/**
 * One PDF of a kit.
 *
 * @param path below the kit's folder, with slashes; no identity traits
 * @param unit unit code
 * @param pages how many
 * @param bytes size
 * @param sha256 of the file, hex
 * @param sheets in it, in order
 */
public record KitFile(String path, String unit, int pages, long bytes, String sha256, List<KitSheet> sheets) {

    public KitFile {
        sheets = List.copyOf(sheets);
    }

    /** Forms that were printed now, in order. */
    public List<PrintedForm> forms() {
        return sheets.stream().map(KitSheet::printed).flatMap(Optional::stream).toList();
    }
}
