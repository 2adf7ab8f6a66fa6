package org.paperbridge.read.character;

/** The outputs of the character network, in order; {@code classes.py} of the training has the same. */
public final class CharacterClasses {

    public static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    /** Output that says the cell holds no single character: scribble, struck out, two characters. */
    public static final int NO_CHARACTER = CHARACTERS.length();

    public static final int COUNT = CHARACTERS.length() + 1;

    private CharacterClasses() {}
}
