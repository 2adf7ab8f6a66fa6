package org.paperbridge.form.page;

/**
 * One image of one side.
 *
 * @param original SHA-256 of the delivered file, hex
 * @param index position in the file, from 0
 */
public record ScanRef(String original, int index) {

    @Override
    public String toString() {
        return original.substring(0, Math.min(12, original.length())) + "#" + index;
    }
}
