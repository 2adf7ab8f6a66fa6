package org.paperbridge.route;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.paperbridge.store.Delivery;

/**
 * What a source's file names say of their order.
 *
 * @param numbered whether files with a common name and a running number may be one stack
 * @param backsLeftOut whether its device drops empty backs
 */
public record FileNaming(boolean numbered, boolean backsLeftOut) {

    /** Every file a stack of its own. */
    public static final FileNaming ALONE = new FileNaming(false, false);

    /** The scan folder, for devices that nobody says a word about. */
    static final FileNaming ANY = new FileNaming(true, false);

    /** The last number of up to six digits: more are a date, or the time to the millisecond. */
    private static final Pattern NUMBER =
            Pattern.compile("(.*?)(?<![0-9])([0-9]{1,6})([^0-9]*)(\\.[A-Za-z0-9]{1,5})", Pattern.DOTALL);

    /**
     * How a file came.
     *
     * @param folder it lay in; files of two folders are never one stack
     * @param madeAt ms, by the clock of its sender
     */
    Delivery of(String folder, String name, String source, long madeAt) {
        Matcher matcher = NUMBER.matcher(name);
        Optional<Delivery.Place> place = numbered && matcher.matches()
                ? Optional.of(new Delivery.Place(
                        folder + "/" + matcher.group(1) + "#" + matcher.group(3) + matcher.group(4),
                        Long.parseLong(matcher.group(2)),
                        madeAt))
                : Optional.empty();
        return new Delivery(name, source, place, backsLeftOut);
    }
}
