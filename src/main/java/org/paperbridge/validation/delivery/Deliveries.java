package org.paperbridge.validation.delivery;

import java.util.List;
import java.util.Optional;

/** The delivery ledger: every released record at every destination, once. */
public interface Deliveries {

    /** Every destination that is configured or still has deliveries, by name. */
    List<DestinationCounts> count();

    /** Deliveries that wait for a person, the oldest first. */
    List<ParkedDelivery> listParked(int most);

    /** One that waits for a person; empty when it no longer does. */
    Optional<ParkedDelivery> findParked(long position);

    /**
     * Sends again what was parked, before later records of the same stay. What was sent before and has changed is left:
     * a second record of one fact could double a dose.
     *
     * @param reason all that are parked at this destination for this reason
     * @return how many
     */
    int resend(String destination, String reason, String person);

    /**
     * Sends one again.
     *
     * @return false when it no longer waits for a person, or must not be sent twice
     */
    boolean resend(long position, String person);

    /**
     * Says that the receiver has it by other means: somebody keyed it there.
     *
     * @return false when it no longer waits for a person
     */
    boolean enteredByHand(long position, String person);

    /** Holds everything to a destination back; what is on its way at this moment still arrives. */
    void pause(String destination, String person);

    void resume(String destination, String person);
}
