package org.paperbridge.backentry;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A place records go to. */
public sealed interface Destination {

    String name();

    /**
     * A FHIR R4 server.
     *
     * @param url base address
     * @param token bearer token, when the server wants one
     */
    record Fhir(String name, URI url, Optional<String> token, Duration timeout) implements Destination {

        @Override
        public String toString() {
            return "Fhir[" + name + "]";
        }
    }

    /**
     * An HL7 v2.5 listener.
     *
     * @param application MSH-5
     * @param facility MSH-6
     * @param charset MSH-18: {@code 8859/15}, {@code 8859/1} or {@code UNICODE UTF-8}
     */
    record Hl7v2(
            String name,
            String host,
            int port,
            boolean tls,
            String application,
            String facility,
            String charset,
            Duration timeout)
            implements Destination {}

    /** A file that billing opens in a spreadsheet. */
    record Csv(String name, Path file) implements Destination {}
}
