package org.paperbridge.read.character;

import java.util.ArrayList;
import java.util.List;
import org.paperbridge.form.reading.Candidate;

/** Calibrated probabilities of what one cell holds. Not a record because it owns an array. */
public final class CharacterDistribution {

    /** As many candidates as there can be. */
    public static final int MOST = CharacterClasses.CHARACTERS.length();

    private final double[] probabilities;

    /** @param probabilities over {@link CharacterClasses}, summing to 1; handed over */
    @SuppressWarnings("ArrayReferenceParameter")
    public CharacterDistribution(double[] probabilities) {
        if (probabilities.length != CharacterClasses.COUNT) {
            throw new IllegalArgumentException("Expected one probability a class, got " + probabilities.length);
        }
        this.probabilities = probabilities;
    }

    /** Probability that the cell holds no single character. */
    public double noCharacter() {
        return probabilities[CharacterClasses.NO_CHARACTER];
    }

    /** Probability of a class. */
    public double of(int output) {
        return probabilities[output];
    }

    /** The likeliest character and its probability, "no character" left aside. */
    public Candidate best() {
        return candidates(1).getFirst();
    }

    /** The likeliest characters, best first, "no character" left aside. */
    public List<Candidate> candidates(int most) {
        List<Candidate> best = new ArrayList<>(most);
        boolean[] taken = new boolean[MOST];
        while (best.size() < most) {
            int next = -1;
            for (int i = 0; i < MOST; i++) {
                if (!taken[i] && probabilities[i] > (next < 0 ? 0 : probabilities[next])) {
                    next = i;
                }
            }
            if (next < 0) {
                break;
            }
            taken[next] = true;
            String character = String.valueOf(CharacterClasses.CHARACTERS.charAt(next));
            best.add(new Candidate(character, Math.min(1, probabilities[next])));
        }
        return best;
    }
}
