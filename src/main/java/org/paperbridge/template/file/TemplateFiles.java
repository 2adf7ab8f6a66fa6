package org.paperbridge.template.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where templates are read from: a folder, or the copy inside the product. */
public interface TemplateFiles {

    /** @param path below {@code templates/}, with slashes */
    Optional<String> find(String path);

    static TemplateFiles ofFolder(Path folder) {
        return path -> {
            Path file = folder.resolve(path);
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            try {
                return Optional.of(Files.readString(file));
            } catch (IOException e) {
                throw new UncheckedIOException("Template file " + file + " cannot be read: " + e.getMessage(), e);
            }
        };
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
