package org.paperbridge.form.formulary;

/** A product under its number. The number of a product that is given out no longer stays its own. */
public record FormularyEntry(FormularyNumber number, Product product) {}
