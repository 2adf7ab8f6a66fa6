package org.paperbridge.kit.labels;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.paperbridge.form.check.CheckDigits;
import org.paperbridge.form.layout.CheckRule;
import org.paperbridge.kit.KitWords;

/** The words of cards of one kind. */
public final class CardMaker {

    private final CardKind kind;
    private final KitWords words;

    public CardMaker(CardKind kind, KitWords words) {
        this.kind = kind;
        this.words = words;
    }

    /** As many cards with one number as the kind has parts. */
    public List<Card> numbered(int counter) {
        return parts(number(counter), List.of());
    }

    /** @param cells printed on it; of the kind's columns, in their order */
    public List<Card> of(List<String> cells) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                lines.add(i == 0 ? cells.get(i) : word("column", kind.show().get(i)) + " : " + cells.get(i));
            }
        }
        return parts("", lines);
    }

    /** Prefix, seven digits and two that check them (ISO 7064 mod 97-10). */
    public String number(int counter) {
        String body = String.format(Locale.ROOT, "%07d", counter);
        return kind.prefix() + body + CheckDigits.checkOf(CheckRule.MOD97, body).orElseThrow();
    }

    public String title() {
        return Optional.ofNullable(kind.titles().get(words.language()))
                .or(() -> words.find("card-kind." + kind.key()))
                .orElse(kind.key());
    }

    private List<Card> parts(String number, List<String> lines) {
        List<Card> cards = new ArrayList<>();
        for (int part = 1; part <= kind.parts(); part++) {
            cards.add(new Card(
                    title(),
                    number,
                    kind.parts() == 1 ? "" : part + "/" + kind.parts(),
                    lines,
                    kind.write().stream().map(key -> word("write", key)).toList(),
                    kind.tick().stream().map(key -> word("tick", key)).toList()));
        }
        return cards;
    }

    private String word(String group, String key) {
        return words.find(group + "." + key).orElse(key);
    }
}
