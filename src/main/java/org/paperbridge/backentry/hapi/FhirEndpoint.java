package org.paperbridge.backentry.hapi;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.paperbridge.backentry.DeliveryResult;
import org.paperbridge.backentry.Destination;
import org.paperbridge.backentry.Reasons;

/** The HTTP side of a FHIR server. Answers are judged by status only: their text may hold traits of patients. */
public final class FhirEndpoint implements AutoCloseable {

    private final FhirContext fhir = FhirContext.forR4Cached();
    private final HttpClient http;
    private final Destination.Fhir destination;

    public FhirEndpoint(Destination.Fhir destination) {
        this.destination = destination;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(destination.timeout())
                .build();
    }

    /**
     * @param result of the whole transaction
     * @param locations address of each entry by its full URL, when accepted
     */
    record Answer(DeliveryResult result, Map<String, String> locations) {}

    Answer post(Bundle bundle) {
        HttpRequest.Builder request = HttpRequest.newBuilder(destination.url())
                .timeout(destination.timeout())
                .header("Content-Type", "application/fhir+json; charset=UTF-8")
                .header("Accept", "application/fhir+json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        fhir.newJsonParser().encodeResourceToString(bundle), StandardCharsets.UTF_8));
        destination.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        try {
            HttpResponse<String> response =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return judge(bundle, response.statusCode(), response.body());
        } catch (IOException e) {
            return failed(new DeliveryResult.Retry(Reasons.unreachable()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(new DeliveryResult.Retry(Reasons.unreachable()));
        }
    }

    @Override
    public void close() {
        http.close();
    }

    private Answer judge(Bundle sent, int status, String body) {
        return switch (status) {
            case 200, 201 -> accepted(sent, body);
            case 412 -> failed(new DeliveryResult.Rejected(Reasons.severalMatches()));
            case 401, 403 -> failed(new DeliveryResult.Retry(Reasons.notAuthorised()));
            case 408, 409, 425, 429 -> failed(new DeliveryResult.Retry(Reasons.busy("HTTP " + status)));
            default ->
                failed(
                        status >= 500
                                ? new DeliveryResult.Retry(Reasons.busy("HTTP " + status))
                                : status >= 400
                                        ? new DeliveryResult.Rejected(Reasons.refused("HTTP " + status))
                                        : new DeliveryResult.Retry(Reasons.unclearAnswer()));
        };
    }

    private Answer accepted(Bundle sent, String body) {
        List<Bundle.BundleEntryComponent> answers;
        try {
            answers = fhir.newJsonParser().parseResource(Bundle.class, body).getEntry();
        } catch (DataFormatException | ClassCastException e) {
            return failed(new DeliveryResult.Retry(Reasons.unclearAnswer()));
        }
        boolean complete = answers.size() == sent.getEntry().size()
                && answers.stream()
                        .allMatch(entry ->
                                String.valueOf(entry.getResponse().getStatus()).startsWith("2"));
        if (!complete) {
            return failed(new DeliveryResult.Retry(Reasons.unclearAnswer()));
        }
        Map<String, String> locations = new HashMap<>();
        for (int i = 0; i < answers.size(); i++) {
            String location = answers.get(i).getResponse().getLocation();
            locations.put(sent.getEntry().get(i).getFullUrl(), location == null ? "" : location);
        }
        return new Answer(new DeliveryResult.Accepted(""), locations);
    }

    private static Answer failed(DeliveryResult result) {
        return new Answer(result, Map.of());
    }
}
