package org.paperbridge.form.page;

/**
 * What a prefilled zone says in clear, as a machine saw it: evidence beside the page code, never a value of the page.
 *
 * @param field id of the print zone
 * @param source what is printed there, e.g. {@code patient.id}
 * @param text as read, empty when there is no print or none that can be read
 * @param confidence of the whole line, 0 to 1; uncalibrated, 0 when nothing was read
 */
public record SeenPrint(String field, String source, String text, double confidence) {}
