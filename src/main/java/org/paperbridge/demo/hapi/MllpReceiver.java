package org.paperbridge.demo.hapi;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.app.HL7Service;
import ca.uhn.hl7v2.llp.MinLowerLayerProtocol;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.parser.CanonicalModelClassFactory;
import ca.uhn.hl7v2.protocol.ReceivingApplication;
import ca.uhn.hl7v2.protocol.ReceivingApplicationException;
import ca.uhn.hl7v2.util.Terser;
import ca.uhn.hl7v2.util.idgenerator.InMemoryIDGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A hospital's interface engine: HAPI's own MLLP server, which keeps a message once however often it comes. */
public final class MllpReceiver implements AutoCloseable {

    private final Map<String, String> messages = new LinkedHashMap<>();
    private final HapiContext hapi = new DefaultHapiContext();
    private final Listening listening;
    private int received;

    /** @param port 0 for any free one */
    public MllpReceiver(int port) {
        hapi.setModelClassFactory(new CanonicalModelClassFactory("2.5"));
        hapi.getParserConfiguration().setIdGenerator(new InMemoryIDGenerator());
        hapi.setLowerLayerProtocol(new MinLowerLayerProtocol(true));
        listening = start(port);
    }

    /** HAPI must be told a number: of free ones, it is asked for one after the other until nobody was quicker. */
    private Listening start(int port) {
        for (int tries = 0; tries < (port == 0 ? 20 : 1); tries++) {
            int number = port == 0 ? freePort() : port;
            HL7Service candidate = hapi.newServer(number, false);
            candidate.registerApplication(new Inbox());
            try {
                candidate.startAndWait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while the demo's MLLP receiver was starting", e);
            }
            if (candidate.isRunning()) {
                return new Listening(candidate, number);
            }
        }
        throw new IllegalStateException("port " + port + " of the demo's MLLP receiver cannot be opened");
    }

    public int port() {
        return listening.port();
    }

    /** Each message once, in the order of arrival, as encoded text. */
    public synchronized List<String> messages() {
        return List.copyOf(messages.values());
    }

    /** Messages that came, repeats included. */
    public synchronized int received() {
        return received;
    }

    /** How many different messages speak of this record. */
    public synchronized int holding(String record) {
        return (int) messages.values().stream()
                .filter(text -> text.contains("record " + record + ";") || text.contains("|" + record + "^"))
                .count();
    }

    @Override
    public void close() {
        listening.server().stopAndWait();
        try {
            hapi.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's MLLP receiver did not stop", e);
        }
    }

    private synchronized void keep(String controlId, String text) {
        received++;
        messages.putIfAbsent(controlId, text);
    }

    private static int freePort() {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port for the demo's MLLP receiver", e);
        }
    }

    private record Listening(HL7Service server, int port) {}

    private final class Inbox implements ReceivingApplication<Message> {

        @Override
        public Message processMessage(Message message, Map<String, Object> metadata)
                throws ReceivingApplicationException, HL7Exception {
            keep(new Terser(message).get("/MSH-10"), message.encode());
            try {
                return message.generateACK();
            } catch (IOException e) {
                throw new ReceivingApplicationException("acknowledgement cannot be built", e);
            }
        }

        @Override
        public boolean canProcess(Message message) {
            return true;
        }
    }
}
