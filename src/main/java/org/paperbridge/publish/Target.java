package org.paperbridge.publish;

/** Somewhere a kit is brought to. */
@FunctionalInterface
public interface Target {

    /**
     * Brings the kit there; doing it twice does no harm.
     *
     * @return what was done
     * @throws PublishException when it is not there; what was there before is whole
     */
    Said publish(SignedKit kit) throws PublishException;
}
