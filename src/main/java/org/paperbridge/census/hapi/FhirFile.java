package org.paperbridge.census.hapi;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.LenientErrorHandler;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.DeviceUseStatement;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.NutritionOrder;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.paperbridge.census.CensusFact;
import org.paperbridge.census.CensusFacts;
import org.paperbridge.census.CensusFile;
import org.paperbridge.census.CensusFinding;
import org.paperbridge.census.StatedFact;

/** One FHIR R4 resource or Bundle in JSON; resources it does not need are passed over. */
public final class FhirFile {

    private final FhirContext fhir = FhirContext.forR4Cached();
    private final ZoneId ward;
    private final Clock clock;

    /**
     * @param ward zone in which stays begin
     * @param clock dates resources that say nothing about when they were true
     */
    public FhirFile(ZoneId ward, Clock clock) {
        this.ward = ward;
        this.clock = clock;
    }

    /** Every resource of the file, or why not. */
    public CensusFacts read(CensusFile file) {
        String json = new String(file.content().bytes(), StandardCharsets.UTF_8);
        IBaseResource root;
        try {
            root = fhir.newJsonParser()
                    .setParserErrorHandler(new LenientErrorHandler(false))
                    .parseResource(json);
        } catch (DataFormatException e) {
            return new CensusFacts(
                    List.of(),
                    List.of(CensusFinding.refused(
                            file.name(),
                            0,
                            "ce JSON n'est pas une ressource FHIR R4",
                            "this JSON is not a FHIR R4 resource")));
        }
        List<Bundle.BundleEntryComponent> entries = new ArrayList<>();
        Optional<Date> written = Optional.empty();
        if (root instanceof Bundle bundle) {
            entries.addAll(bundle.getEntry());
            written = Optional.ofNullable(bundle.getTimestamp());
        } else if (root instanceof Resource resource) {
            entries.add(new Bundle.BundleEntryComponent().setResource(resource));
        }
        FhirLinks links = new FhirLinks(entries);
        Reading reading =
                new Reading(file.name(), links, written.map(Date::toInstant).or(file::writtenAt));
        for (int i = 0; i < entries.size(); i++) {
            reading.use(i + 1, entries.get(i).getResource());
        }
        List<Line> all = entries.stream()
                .filter(Bundle.BundleEntryComponent::hasResource)
                .map(entry -> new Line(file.name(), Optional.empty(), 0, entry.getResource()))
                .toList();
        reading.findings.addAll(withoutUnit(all));
        return new CensusFacts(reading.facts, reading.findings);
    }

    /** Whether the file is a bulk export: one resource a line. */
    public static boolean isLines(CensusFile file) {
        if (file.name().toLowerCase(Locale.ROOT).endsWith(".ndjson")) {
            return true;
        }
        if (file.content().firstMeaningfulByte() != '{') {
            return false;
        }
        String text = new String(file.content().bytes(), StandardCharsets.UTF_8);
        List<String> lines =
                text.lines().filter(line -> !line.isBlank()).limit(2).toList();
        return lines.size() == 2
                && lines.stream()
                        .allMatch(line ->
                                line.strip().startsWith("{\"") && line.strip().endsWith("}"));
    }

    /** Files of one bulk export, which point at one another; a line that is no resource is a finding. */
    public CensusFacts readLines(List<CensusFile> files) {
        List<CensusFinding> findings = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (CensusFile file : files) {
            int position = 0;
            for (String line : new String(file.content().bytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                position++;
                Optional<Resource> resource = line.isBlank() ? Optional.empty() : parse(line);
                if (resource.isPresent()) {
                    lines.add(new Line(file.name(), file.writtenAt(), position, resource.get()));
                } else if (!line.isBlank()) {
                    findings.add(CensusFinding.refused(
                            file.name(),
                            position,
                            "cette ligne n'est pas une ressource FHIR R4",
                            "this line is not a FHIR R4 resource"));
                }
            }
        }
        List<Line> newest = newest(lines);
        FhirLinks links = new FhirLinks(newest.stream()
                .map(line -> new Bundle.BundleEntryComponent().setResource(line.resource()))
                .toList());
        List<StatedFact> facts = new ArrayList<>();
        for (Line line : newest) {
            Reading reading = new Reading(line.file(), links, line.writtenAt());
            reading.use(line.position(), line.resource());
            facts.addAll(reading.facts);
            findings.addAll(reading.findings);
        }
        findings.addAll(withoutUnit(newest));
        return new CensusFacts(facts, findings);
    }

    /** A number without a unit is no dose: it may be tablets, milligrams or millilitres. One line a file. */
    private static List<CensusFinding> withoutUnit(List<Line> lines) {
        Map<String, Long> counts = lines.stream()
                .filter(line -> line.resource() instanceof MedicationRequest request && FhirOrder.lacksUnit(request))
                .collect(Collectors.groupingBy(Line::file, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> CensusFinding.noted(
                        count.getKey(),
                        0,
                        count.getValue() + " prescription(s) dont la dose n'a pas d'unité : dose non imprimée",
                        count.getValue() + " prescription(s) whose dose has no unit: dose not printed"))
                .toList();
    }

    /** A server that is asked again states the same resource again: only the last version holds. */
    private static List<Line> newest(List<Line> lines) {
        Map<Object, Line> byId = new LinkedHashMap<>();
        for (Line line : lines) {
            Object key = line.resource().getIdElement().hasIdPart()
                    ? line.resource().fhirType() + "/"
                            + line.resource().getIdElement().getIdPart()
                    : line;
            byId.merge(key, line, (before, after) -> updated(after).isBefore(updated(before)) ? before : after);
        }
        return List.copyOf(byId.values());
    }

    private static Instant updated(Line line) {
        return Optional.ofNullable(line.resource().getMeta().getLastUpdated())
                .map(Date::toInstant)
                .orElse(Instant.MIN);
    }

    private record Line(String file, Optional<Instant> writtenAt, int position, Resource resource) {}

    private Optional<Resource> parse(String json) {
        try {
            IBaseResource parsed = fhir.newJsonParser()
                    .setParserErrorHandler(new LenientErrorHandler(false))
                    .parseResource(json);
            return parsed instanceof Resource resource ? Optional.of(resource) : Optional.empty();
        } catch (DataFormatException e) {
            return Optional.empty();
        }
    }

    private final class Reading {

        private final List<StatedFact> facts = new ArrayList<>();
        private final List<CensusFinding> findings = new ArrayList<>();
        private final String file;
        private final FhirLinks links;
        private final Instant written;

        Reading(String file, FhirLinks links, Optional<Instant> written) {
            this.file = file;
            this.links = links;
            this.written = written.orElseGet(clock::instant);
        }

        void use(int position, Resource resource) {
            Instant statedAt = Optional.ofNullable(resource)
                    .map(r -> r.getMeta().getLastUpdated())
                    .map(Date::toInstant)
                    .orElse(written);
            List<CensusFact> read = switch (resource) {
                case Patient patient -> FhirPerson.facts(patient);
                case Condition condition -> FhirBedside.problem(condition, links);
                case Flag flag -> FhirBedside.flag(flag, links);
                case NutritionOrder order -> FhirBedside.diet(order, links);
                case Device device -> FhirBedside.device(device, links);
                case DeviceUseStatement use -> FhirBedside.deviceUse(use, links);
                case RelatedPerson person -> FhirBedside.related(person, links);
                case DiagnosticReport report -> FhirReport.imaging(report, links);
                case ImagingStudy study -> FhirReport.study(study, links);
                case DocumentReference document -> FhirReport.letter(document, links);
                case Encounter encounter -> FhirStay.facts(encounter, links, ward);
                case Location location -> FhirStay.unit(location, links);
                case MedicationRequest request -> FhirOrder.facts(request, links);
                case AllergyIntolerance allergy -> FhirPerson.allergy(allergy, links);
                case Observation observation ->
                    Stream.concat(
                                    FhirPerson.weight(observation, links).stream(),
                                    FhirResult.facts(observation, links, statedAt).stream())
                            .toList();
                case null, default -> List.of();
            };
            boolean needed = resource instanceof Encounter
                    || resource instanceof MedicationRequest
                    || resource instanceof AllergyIntolerance
                    || resource instanceof Patient;
            if (read.isEmpty() && needed && !FhirStay.overOrPlanned(resource)) {
                findings.add(CensusFinding.refused(
                        file,
                        position,
                        "ressource sans identifiant, sans nom ou sans patient connu dans ce fichier",
                        "resource without identifier, name or a patient known in this file"));
            }
            read.forEach(fact -> facts.add(new StatedFact(statedAt, fact)));
        }
    }
}
