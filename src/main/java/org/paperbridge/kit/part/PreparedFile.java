package org.paperbridge.kit.part;

import java.nio.file.Path;

/**
 * A file of a kit whose pages the hospital drew.
 *
 * @param pdf a sound, open PDF
 */
public record PreparedFile(String name, String title, Path pdf) implements PartFile {}
