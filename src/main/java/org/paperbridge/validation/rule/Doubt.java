package org.paperbridge.validation.rule;

import java.util.List;
import java.util.function.Predicate;
import org.paperbridge.form.reading.Candidate;

/**
 * How sure the reading of a field is, and what else it may say.
 *
 * @param confidence that the reading is right
 * @param others what it may say instead, each with its probability
 */
record Doubt(double confidence, List<Candidate> others) {

    Doubt {
        others = List.copyOf(others);
    }

    /**
     * The share of the probability of error that is left once an independent witness agrees with the reading, by Bayes.
     * What is not among {@code others} counts as agreeing, since nobody knows what it says.
     *
     * @param agrees whether the witness would say the same beside this value
     * @param slip how often the witness agrees with a value although another was meant
     * @return from 0 to 1
     */
    double left(Predicate<String> agrees, double slip) {
        double wrong = 1 - confidence;
        if (wrong <= 0) {
            return 1;
        }
        double disagreeing = Math.min(
                wrong,
                others.stream()
                        .filter(c -> !agrees.test(c.value()))
                        .mapToDouble(Candidate::confidence)
                        .sum());
        double stillWrong = wrong - disagreeing + disagreeing * slip;
        return Math.min(1, stillWrong / (confidence + stillWrong) / wrong);
    }
}
