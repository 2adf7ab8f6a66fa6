package org.paperbridge.demo.hapi;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.util.ResourceReferenceInfo;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.instance.model.api.IBaseReference;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.paperbridge.form.census.Census;

/** What the demo's EHR holds: transactions come in whole or not at all. */
final class ResourceShelf {

    private final Map<String, Resource> byAddress = new LinkedHashMap<>();
    private final FhirContext fhir;
    private int transactions;

    ResourceShelf(FhirContext fhir) {
        this.fhir = fhir;
    }

    static final class RefusedException extends RuntimeException {

        private final int status;
        private final String words;

        RefusedException(int status, String words) {
            super(words);
            this.status = status;
            this.words = words;
        }

        String words() {
            return words;
        }

        int status() {
            return status;
        }
    }

    synchronized void stock(Census census, String patientSystem, String encounterSystem) {
        census.patients().forEach(known -> {
            Patient patient = new Patient();
            patient.addIdentifier().setSystem(patientSystem).setValue(known.id());
            patient.addName().setFamily(known.birthName());
            put(patient);
        });
        census.encounters().forEach(stay -> {
            Encounter encounter = new Encounter();
            encounter.addIdentifier().setSystem(encounterSystem).setValue(stay.id());
            put(encounter);
        });
    }

    synchronized Bundle transact(Bundle bundle) {
        transactions++;
        if (bundle.getType() != Bundle.BundleType.TRANSACTION) {
            throw new RefusedException(400, "only transactions");
        }
        Map<String, String> addresses = new HashMap<>();
        List<Boolean> created = new ArrayList<>();
        int next = byAddress.size();
        for (Bundle.BundleEntryComponent entry : bundle.getEntry()) {
            String type = entry.getResource().fhirType();
            List<Resource> found = search(type, entry.getRequest().getIfNoneExist());
            if (found.size() > 1) {
                throw new RefusedException(412, "more than one " + type + " matches the condition of an entry");
            }
            created.add(found.isEmpty());
            addresses.put(
                    entry.getFullUrl(),
                    found.isEmpty()
                            ? type + "/" + ++next
                            : type + "/" + found.getFirst().getIdElement().getIdPart());
        }
        bundle.getEntry().forEach(entry -> pointToRealAddresses(entry.getResource(), addresses));
        Bundle answer = new Bundle().setType(Bundle.BundleType.TRANSACTIONRESPONSE);
        for (int i = 0; i < created.size(); i++) {
            Bundle.BundleEntryComponent entry = bundle.getEntry().get(i);
            String address = addresses.getOrDefault(entry.getFullUrl(), "");
            if (created.get(i)) {
                entry.getResource().setId(address);
                byAddress.put(address, entry.getResource());
            }
            answer.addEntry()
                    .getResponse()
                    .setStatus(created.get(i) ? "201 Created" : "200 OK")
                    .setLocation(address + "/_history/1");
        }
        return answer;
    }

    /** @param query {@code identifier=system|value}, {@code _tag=system|code}, or nothing: all of the type, or one id */
    synchronized List<Resource> search(String path, @Nullable String query) {
        if (query == null || query.isEmpty()) {
            return byAddress.entrySet().stream()
                    .filter(entry ->
                            entry.getKey().equals(path) || entry.getKey().startsWith(path + "/"))
                    .map(Map.Entry::getValue)
                    .toList();
        }
        String parameter = query.substring(0, Math.max(0, query.indexOf('=')));
        String[] token = URLDecoder.decode(query.substring(query.indexOf('=') + 1), StandardCharsets.UTF_8)
                .split("\\|", 2);
        if (token.length != 2 || !(parameter.equals("identifier") || parameter.equals("_tag"))) {
            throw new RefusedException(400, "search by identifier=system|value or _tag=system|code");
        }
        return byAddress.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(path + "/"))
                .map(Map.Entry::getValue)
                .filter(resource -> parameter.equals("_tag")
                        ? tagged(resource, token[0], token[1])
                        : identified(resource, token[0], token[1]))
                .toList();
    }

    synchronized int holding(String system, String value) {
        return (int) byAddress.values().stream()
                .filter(resource -> identified(resource, system, value) || tagged(resource, system, value))
                .count();
    }

    synchronized Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        byAddress.values().forEach(resource -> counts.merge(resource.fhirType(), 1, Integer::sum));
        return counts;
    }

    synchronized int transactions() {
        return transactions;
    }

    private void put(Resource resource) {
        String address = resource.fhirType() + "/" + (byAddress.size() + 1);
        resource.setId(address);
        byAddress.put(address, resource);
    }

    private void pointToRealAddresses(Resource resource, Map<String, String> addresses) {
        for (ResourceReferenceInfo info : fhir.newTerser().getAllResourceReferences(resource)) {
            IBaseReference reference = info.getResourceReference();
            String target = reference.getReferenceElement().getValue();
            if (target == null || target.isEmpty()) {
                continue;
            }
            String address = addresses.get(target);
            int question = target.indexOf('?');
            if (address == null && question > 0) {
                List<Resource> found = search(target.substring(0, question), target.substring(question + 1));
                if (found.size() != 1) {
                    throw new RefusedException(412, "a reference matches " + found.size() + " resources");
                }
                address = target.substring(0, question) + "/"
                        + found.getFirst().getIdElement().getIdPart();
            }
            if (address == null && !byAddress.containsKey(target)) {
                throw new RefusedException(400, "a reference points nowhere");
            }
            if (address != null && reference instanceof Reference writable) {
                writable.setResource(null);
                writable.setReference(address);
            }
        }
    }

    private static boolean identified(Resource resource, String system, String value) {
        Property property = resource.getNamedProperty("identifier");
        if (property == null) {
            return false;
        }
        for (Base base : property.getValues()) {
            if (base instanceof Identifier identifier
                    && system.equals(identifier.getSystem())
                    && value.equals(identifier.getValue())) {
                return true;
            }
        }
        return false;
    }

    private static boolean tagged(Resource resource, String system, String code) {
        for (Coding tag : resource.getMeta().getTag()) {
            if (system.equals(tag.getSystem()) && code.equals(tag.getCode())) {
                return true;
            }
        }
        return false;
    }
}
