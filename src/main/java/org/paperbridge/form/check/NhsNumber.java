package org.paperbridge.form.check;

import java.util.Optional;

/** Check digit of the NHS number: weights ten down to two, modulo 11; a remainder that asks for ten is never issued. */
final class NhsNumber {

    private NhsNumber() {}

    static Optional<String> digitOf(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += (10 - i) * (body.charAt(i) - '0');
        }
        int digit = (11 - sum % 11) % 11;
        return digit == 10 ? Optional.empty() : Optional.of(Integer.toString(digit));
    }
}
