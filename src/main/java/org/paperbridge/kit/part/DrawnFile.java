package org.paperbridge.kit.part;

import java.util.List;
import org.paperbridge.kit.page.DrawnPage;

/**
 * A file of a kit that holds no forms.
 *
 * @param name without ending, small letters, digits and dashes, its number first
 * @param title for people, in the language of the kit
 */
public record DrawnFile(String name, String title, List<DrawnPage> pages) implements PartFile {

    public DrawnFile {
        pages = List.copyOf(pages);
    }
}
