package org.paperbridge.source;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.source.profile.Source;

/**
 * How a device does.
 *
 * @param state {@code idle}, {@code scanning}, {@code done} or {@code stopped}; {@code idle} for those that send by
 *     themselves
 * @param files of the run under way or the last one; for those that send by themselves, since the start
 * @param last when a file last came
 * @param trouble machine word, e.g. {@code paper-jam}
 */
public record DeskLine(Source source, String state, int files, Optional<Instant> last, Optional<String> trouble) {

    /** What it is called, by language. */
    public Map<String, String> titles() {
        return source.profile().titles();
    }
}
