package org.paperbridge.form.layout;

/**
 * A form and its version.
 *
 * @param form folder name in {@code templates/}, e.g. {@code prescription}
 * @param version from 1
 */
public record FormRef(String form, int version) {

    @Override
    public String toString() {
        return form + " v" + version;
    }
}
