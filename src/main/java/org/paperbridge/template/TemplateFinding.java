package org.paperbridge.template;

/**
 * A mistake in a template.
 *
 * @param file path as the author knows it
 * @param line from 1; 0 when it concerns the whole file
 * @param message what is wrong and what would be right
 */
public record TemplateFinding(String file, int line, String message) {

    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + message;
    }
}
