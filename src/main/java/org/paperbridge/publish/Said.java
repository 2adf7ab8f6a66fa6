package org.paperbridge.publish;

/** One sentence for people, in both languages; no identity traits. */
public record Said(String fr, String en) {

    public String in(String language) {
        return language.equals("fr") ? fr : en;
    }
}
