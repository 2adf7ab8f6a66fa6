package org.paperbridge.read.character;

import java.util.List;
import org.paperbridge.read.ink.GreyCrop;

/** The trained network. Safe to share between threads. */
public interface CharacterNet extends AutoCloseable {

    /**
     * @param normalised crops from {@link org.paperbridge.read.ink.Norm28}, any number
     * @return one row of {@link CharacterClasses#COUNT} outputs a crop, in the same order
     */
    float[][] outputs(List<GreyCrop> normalised);

    @Override
    void close();
}
