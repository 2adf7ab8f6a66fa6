package org.paperbridge.questionnaire;

/** The same words in the two languages of every form. */
public record Words(String fr, String en) {

    public static final Words NONE = new Words("", "");

    public static Words same(String text) {
        return new Words(text, text);
    }

    public boolean isEmpty() {
        return fr.isEmpty() && en.isEmpty();
    }

    public Words plus(Words more) {
        return new Words((fr + " " + more.fr).strip(), (en + " " + more.en).strip());
    }
}
