package org.paperbridge.backentry;

import java.util.Map;

/**
 * Why a record did not arrive, in words for whoever must act.
 *
 * @param code stable, for filters and counts, e.g. {@code several-matches}
 * @param messages by language tag; no identity traits and nothing the receiver wrote
 */
public record DeliveryReason(String code, Map<String, String> messages) {

    public DeliveryReason {
        messages = Map.copyOf(messages);
    }

    public static DeliveryReason of(String code, String fr, String en) {
        return new DeliveryReason(code, Map.of("fr", fr, "en", en));
    }

    public String message(String language) {
        return messages.getOrDefault(language, code);
    }
}
