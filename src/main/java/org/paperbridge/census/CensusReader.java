package org.paperbridge.census;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.paperbridge.census.hapi.AdtFeed;
import org.paperbridge.census.hapi.FhirFile;

/**
 * HL7 v2 ADT feeds and FHIR R4 JSON files to one snapshot.
 *
 * <p>Facts of all files are applied in the order in which their sources stated them, so the order of the files does not
 * matter. A message that cannot be used is a finding and the others are used. The content decides what a file is, not
 * its name.
 */
public final class CensusReader {

    private final AdtFeed adt;
    private final FhirFile fhir;
    private final Clock clock;

    /**
     * @param ward zone of local times in messages
     * @param clock dates files that carry no time at all, e.g. a bare Patient
     */
    public CensusReader(ZoneId ward, Clock clock) {
        this.adt = new AdtFeed(ward);
        this.fhir = new FhirFile(ward, clock);
        this.clock = clock;
    }

    /** Reads files from disk; a file that cannot be opened is a finding. */
    public CensusLoad read(List<Path> files) {
        List<CensusFile> contents = new ArrayList<>();
        List<CensusFinding> findings = new ArrayList<>();
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            try {
                contents.add(CensusFile.of(name, Files.readAllBytes(file)));
            } catch (IOException e) {
                findings.add(CensusFinding.refused(
                        name,
                        0,
                        "fichier illisible : vérifiez le chemin et les droits",
                        "file cannot be opened: check the path and permissions"));
            }
        }
        return merge(contents, findings);
    }

    /** Reads files already in memory. */
    public CensusLoad readContents(List<CensusFile> files) {
        return merge(files, List.of());
    }

    private CensusLoad merge(List<CensusFile> files, List<CensusFinding> before) {
        List<StatedFact> facts = new ArrayList<>();
        List<CensusFinding> findings = new ArrayList<>(before);
        for (CensusFile file : files) {
            CensusFacts read = readOne(file);
            facts.addAll(read.facts());
            findings.addAll(read.findings());
        }
        facts.sort(Comparator.comparing(StatedFact::statedAt));
        CensusBook book = new CensusBook();
        for (StatedFact stated : facts) {
            book.apply(stated.fact());
        }
        return new CensusLoad(
                book.snapshot(
                        facts.isEmpty() ? clock.instant() : facts.getLast().statedAt()),
                findings);
    }

    private CensusFacts readOne(CensusFile file) {
        return switch (file.content().firstMeaningfulByte()) {
            case '{' -> fhir.read(file);
            case 'M', 'F', 'B' -> adt.read(file);
            case -1 -> refused(file, "fichier vide", "file is empty");
            default ->
                refused(
                        file,
                        "ni messages HL7 v2 (MSH) ni ressource FHIR en JSON",
                        "neither HL7 v2 messages (MSH) nor a FHIR resource in JSON");
        };
    }

    private static CensusFacts refused(CensusFile file, String fr, String en) {
        return new CensusFacts(List.of(), List.of(CensusFinding.refused(file.name(), 0, fr, en)));
    }
}
