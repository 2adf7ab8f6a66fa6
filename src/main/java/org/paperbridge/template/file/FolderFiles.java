package org.paperbridge.template.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.paperbridge.form.layout.FormRef;

/** Templates in a folder that somebody edits. */
record FolderFiles(Path folder) implements TemplateFiles {

    private static final Pattern FORM = Pattern.compile("([a-z][a-z0-9-]*)/v(\\d{1,3})/form\\.yaml");
    private static final int DEPTH = 3;

    @Override
    public Optional<String> find(String path) {
        Path file = folder.resolve(path);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Template file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public List<FormRef> listDrafts() {
        try (Stream<Path> paths = Files.walk(folder, DEPTH)) {
            return paths.map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    .map(FORM::matcher)
                    .filter(Matcher::matches)
                    .map(form -> new FormRef(form.group(1), Integer.parseInt(form.group(2))))
                    .sorted((a, b) -> a.toString().compareTo(b.toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Folder " + folder + " cannot be listed: " + e.getMessage(), e);
        }
    }
}
