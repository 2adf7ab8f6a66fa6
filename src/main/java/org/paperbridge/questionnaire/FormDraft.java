package org.paperbridge.questionnaire;

import java.util.List;
import java.util.Map;

/**
 * A form that is not released yet.
 *
 * @param files file name to content, of the folder of version 1
 */
public record FormDraft(String form, int pages, Map<String, String> files, List<String> warnings) {

    public FormDraft {
        files = Map.copyOf(files);
        warnings = List.copyOf(warnings);
    }
}
