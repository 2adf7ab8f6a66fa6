package org.paperbridge.kit.protocol;

import java.nio.file.Path;
import java.time.Instant;

/**
 * An approved protocol that can be printed.
 *
 * @param name of the hospital's file, with its ending
 * @param changed when the hospital changed it last
 * @param bytes of the hospital's file
 * @param file our copy, drawn once and without anything that runs
 * @param sha256 of our copy, hex
 */
public record Protocol(String name, Instant changed, long bytes, Path file, String sha256, int pages) {}
