package org.paperbridge.read.tesseract;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * Puts Tesseract, Leptonica and the language data where they can be loaded, under the names JNA asks for.
 *
 * <p>They come in the jar, so that no package of the operating system and no certain version of it is needed.
 */
final class TesseractFiles {

    private static final String TESSERACT = "/org/bytedeco/tesseract/linux-x86_64/";
    private static final String LEPTONICA = "/org/bytedeco/leptonica/linux-x86_64/";
    private static final Map<String, String> LIBRARIES = Map.of(
            "libtesseract.so.5.5", TESSERACT,
            "libleptonica.so.6", LEPTONICA,
            "libgomp.so.1", LEPTONICA);
    private static final Map<String, String> LINKS = Map.of(
            "libtesseract.so", "libtesseract.so.5.5",
            "libleptonica.so", "libleptonica.so.6",
            "liblept.so", "libleptonica.so.6");
    private static final List<String> LANGUAGES = List.of("fra", "eng");

    private TesseractFiles() {}

    /** Unpacks what is not there yet; returns the folder of the language data. */
    static Path unpack(Path folder) {
        try {
            Path languages = Files.createDirectories(folder.resolve("tessdata"));
            for (Map.Entry<String, String> library : LIBRARIES.entrySet()) {
                copy(library.getValue() + library.getKey(), folder.resolve(library.getKey()));
            }
            for (Map.Entry<String, String> link : LINKS.entrySet()) {
                link(folder.resolve(link.getKey()), Path.of(link.getValue()));
            }
            for (String language : LANGUAGES) {
                copy("/tessdata/" + language + ".traineddata", languages.resolve(language + ".traineddata"));
            }
            return languages;
        } catch (IOException e) {
            throw new UncheckedIOException("Tesseract cannot be unpacked into " + folder, e);
        }
    }

    private static void link(Path link, Path target) throws IOException {
        try {
            Files.createSymbolicLink(link, target);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isSymbolicLink(link)) {
                throw e;
            }
        }
    }

    /** By way of a temporary name, so that another process never loads half a file. */
    private static void copy(String resource, Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        try (InputStream in = TesseractFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException(resource + " is not in the jar: no Tesseract for this platform");
            }
            Path part =
                    Files.createTempFile(file.getParent(), file.getFileName().toString(), ".part");
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
