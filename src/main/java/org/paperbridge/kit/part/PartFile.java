package org.paperbridge.kit.part;

/** A file of a kit that holds no forms. */
public sealed interface PartFile permits DrawnFile, PreparedFile {

    /** Without ending, small letters, digits and dashes, its number first. */
    String name();

    /** For people, in the language of the kit. */
    String title();
}
