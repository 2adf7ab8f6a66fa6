package org.paperbridge.read.line;

import java.util.List;
import org.paperbridge.form.reading.Candidate;
import org.paperbridge.read.ink.GreyCrop;

/** Ranks the words of a list for a line, with whatever network reads lines. */
public final class LexiconLines implements LineText {

    private final LineNetwork network;
    private final Lexicons lexicons;

    public LexiconLines(LineNetwork network, Lexicons lexicons) {
        this.network = network;
        this.lexicons = lexicons;
    }

    @Override
    public List<Candidate> candidates(GreyCrop grey, String lexicon) {
        List<String> words = lexicons.of(lexicon);
        return words.isEmpty() ? List.of() : LexiconRanking.rank(network.output(grey), words);
    }

    @Override
    public void close() {
        network.close();
    }
}
