package org.paperbridge.kit.labels;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One kind of numbered cards: slips, box labels, kanban cards.
 *
 * @param key of its words
 * @param prefix letters before the number; empty for cards without one
 * @param format sheet they are printed on
 * @param parts cards with the same number
 * @param write captions of lines left for the pen
 * @param tick words beside boxes
 * @param list whose lines stand on the cards, one a line
 * @param show columns of that list, the first in large letters
 * @param titles by language, of kinds the product has no words for
 */
public record CardKind(
        String key,
        String prefix,
        String format,
        int parts,
        List<String> write,
        List<String> tick,
        Optional<String> list,
        List<String> show,
        Map<String, String> titles) {

    public CardKind {
        write = List.copyOf(write);
        tick = List.copyOf(tick);
        show = List.copyOf(show);
        titles = Map.copyOf(titles);
    }
}
