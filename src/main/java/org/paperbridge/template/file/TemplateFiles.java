package org.paperbridge.template.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.paperbridge.form.layout.FormRef;

/** Where templates are read from: a folder, or the copy inside the product. */
public interface TemplateFiles {

    /** @param path below {@code templates/}, with slashes */
    Optional<String> find(String path);

    /** Every form version that is being written here, released or not, as far as the place can be listed. */
    default List<FormRef> listDrafts() {
        return List.of();
    }

    static TemplateFiles ofFolder(Path folder) {
        return new FolderFiles(folder);
    }

    static TemplateFiles ofProduct() {
        return path -> {
            try (InputStream in = TemplateFiles.class.getResourceAsStream("/templates/" + path)) {
                return in == null
                        ? Optional.empty()
                        : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException("Template " + path + " inside the product cannot be read", e);
            }
        };
    }
}
