package org.paperbridge.app.settings;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.paperbridge.process.IdentityLines;
import org.paperbridge.store.StoreSettings;

/**
 * Settings of one installation, complete and checked.
 *
 * @param home everything that has no place of its own lies here
 * @param inbox where the scanner drops files
 * @param done where a kept file goes
 * @param failed where a file goes that could not be kept
 * @param objects folder of the encrypted originals
 * @param queue what wakes the steps
 * @param workers sides read at the same time, at least 1
 * @param identityPrint how much of the print in clear is compared with the page code
 * @param language of screens and messages when nobody chose, {@code fr} or {@code en}
 * @param ward zone in which times are written on paper
 * @param address the web server listens on
 * @param port of the web server
 * @param site how this hospital names things: {@code facility}, {@code patient-oid}, {@code encounter-oid}, {@code
 *     unit-oid}
 * @param destinations by name, then key
 * @param sources devices that are switched on, by name, then key
 * @param largestUpload bytes of one file that a browser sends
 */
public record ServerSettings(
        Path home,
        StoreSettings store,
        Path inbox,
        Path done,
        Path objects,
        Queue queue,
        int workers,
        IdentityLines identityPrint,
        String language,
        ZoneId ward,
        String address,
        int port,
        Map<String, String> site,
        Map<String, Map<String, String>> destinations,
        Map<String, Map<String, String>> sources,
        long largestUpload) {

    public ServerSettings {
        site = Map.copyOf(site);
        destinations = Map.copyOf(destinations);
        sources = Map.copyOf(sources);
    }

    /** What wakes the steps. */
    public sealed interface Queue {

        record InProcess() implements Queue {}

        /** @param url e.g. {@code tcp://broker:61616} */
        record Artemis(String url, String user, String password) implements Queue {
            @Override
            public String toString() {
                return "Artemis[" + url + "]";
            }
        }
    }
}
