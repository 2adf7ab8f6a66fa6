package org.paperbridge.publish;

import java.util.List;
import org.paperbridge.form.layout.FormRef;

/**
 * One PDF of a kit, as its manifest says.
 *
 * @param path below the kit's folder, with slashes
 * @param unit unit code
 * @param sha256 hex
 * @param forms printed in it, in order; empty for lists and labels
 */
public record KitEntry(String path, String unit, long bytes, String sha256, List<FormRef> forms) {

    public KitEntry {
        forms = List.copyOf(forms);
    }

    /** The last part of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
