package org.paperbridge.demo.hapi;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;
import org.paperbridge.form.census.Census;

/**
 * A small EHR: FHIR R4 transactions with conditional create and conditional references, read and search by identifier.
 *
 * <p>Listens on the loopback address only and keeps everything in memory.
 */
public final class FhirReceiver implements AutoCloseable {

    private final FhirContext fhir = FhirContext.forR4Cached();
    private final ResourceShelf shelf = new ResourceShelf(fhir);
    private final HttpServer server;

    /** @param port 0 for any free one */
    public FhirReceiver(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port + " of the demo's FHIR receiver cannot be opened", e);
        }
        server.createContext("/fhir", this::handle);
        server.start();
    }

    /** Base address. */
    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/fhir");
    }

    /** The patients and stays it knows already, as an EHR does. */
    public void knows(Census census, String patientSystem, String encounterSystem) {
        shelf.stock(census, patientSystem, encounterSystem);
    }

    /** How many resources of each type it holds. */
    public Map<String, Integer> counts() {
        return shelf.counts();
    }

    /** How many resources carry this identifier, over all types; tags of that system count too. */
    public int holding(String system, String value) {
        return shelf.holding(system, value);
    }

    /** Transactions it was sent, accepted or not. */
    public int transactions() {
        return shelf.transactions();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().replaceFirst("^/fhir/?", "");
            if (exchange.getRequestMethod().equals("POST") && path.isEmpty()) {
                transaction(exchange);
            } else if (exchange.getRequestMethod().equals("GET") && path.equals("metadata")) {
                answer(exchange, 200, capabilities());
            } else if (exchange.getRequestMethod().equals("GET")) {
                List<Resource> found =
                        shelf.search(path, exchange.getRequestURI().getQuery());
                Bundle bundle =
                        new Bundle().setType(Bundle.BundleType.SEARCHSET).setTotal(found.size());
                found.forEach(resource -> bundle.addEntry().setResource(resource));
                answer(exchange, 200, bundle);
            } else {
                answer(exchange, 405, outcome("only transactions, reads and searches"));
            }
        }
    }

    private void transaction(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        try {
            answer(exchange, 200, shelf.transact(fhir.newJsonParser().parseResource(Bundle.class, body)));
        } catch (DataFormatException | ClassCastException e) {
            answer(exchange, 400, outcome("not a FHIR R4 Bundle"));
        } catch (ResourceShelf.RefusedException e) {
            answer(exchange, e.status(), outcome(e.words()));
        }
    }

    private void answer(HttpExchange exchange, int status, Resource resource) throws IOException {
        byte[] bytes = fhir.newJsonParser().encodeResourceToString(resource).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/fhir+json; charset=UTF-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static OperationOutcome outcome(String text) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(OperationOutcome.IssueSeverity.ERROR)
                .setCode(OperationOutcome.IssueType.PROCESSING)
                .setDiagnostics(text);
        return outcome;
    }

    private static CapabilityStatement capabilities() {
        CapabilityStatement statement = new CapabilityStatement();
        statement.setKind(CapabilityStatement.CapabilityStatementKind.INSTANCE);
        statement.setFhirVersion(FHIRVersion._4_0_1);
        statement.addFormat("json");
        return statement;
    }
}
