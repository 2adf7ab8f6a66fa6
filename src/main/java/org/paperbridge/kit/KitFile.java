package org.paperbridge.kit;

import java.util.List;
import org.paperbridge.form.page.PrintedForm;

/**
 * One PDF of a kit.
 *
 * @param path below the kit's folder, with slashes; no identity traits
 * @param unit unit code
 * @param pages how many
 * @param bytes size
 * @param sha256 of the file, hex
 * @param forms printed in it, in order
 */
public record KitFile(String path, String unit, int pages, long bytes, String sha256, List<PrintedForm> forms) {

    public KitFile {
        forms = List.copyOf(forms);
    }
}
