package org.paperbridge.census;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.paperbridge.census.hapi.AdtFeed;
import org.paperbridge.census.hapi.FhirFile;

/**
 * HL7 v2 feeds (ADT, ORU, RDE), FHIR R4 JSON, FHIR bulk exports and CSV tables to one snapshot.
 *
 * <p>Facts of all files are applied in the order in which their sources stated them, so the order of the files does not
 * matter. A message that cannot be used is a finding and the others are used. The content decides what a file is, not
 * its name.
 */
public final class CensusReader {

    private static final Pattern SEGMENT = Pattern.compile("(?m)^[\\x0b\\s]*(?:MSH|FHS|BHS)[^A-Za-z0-9\\r\\n]");

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
        Set<String> seen = new HashSet<>();
        List<CensusFile> lines = new ArrayList<>();
        for (CensusFile file : files) {
            if (FhirFile.isLines(file)) {
                lines.add(file);
                continue;
            }
            CensusFacts read = readOne(file, seen);
            facts.addAll(read.facts());
            findings.addAll(read.findings());
        }
        // A bulk export has one file a kind of resource; they point at one another.
        CensusFacts bulk = fhir.readLines(lines);
        facts.addAll(bulk.facts());
        findings.addAll(bulk.findings());
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

    private CensusFacts readOne(CensusFile file, Set<String> seen) {
        return switch (file.content().firstMeaningfulByte()) {
            case '{' -> fhir.read(file);
            case 'M', 'F', 'B' -> isHl7(file) ? adt.read(file, seen) : table(file);
            case -1 -> refused(file, "fichier vide", "file is empty");
            default -> table(file);
        };
    }

    private static boolean isHl7(CensusFile file) {
        String start = new String(file.content().bytes(), StandardCharsets.ISO_8859_1);
        return SEGMENT.matcher(start).find();
    }

    private CensusFacts table(CensusFile file) {
        return CensusTable.fits(file)
                ? CensusTable.read(file, clock.instant())
                : refused(
                        file,
                        "ni messages HL7 v2 (MSH), ni ressource FHIR en JSON, ni tableau CSV avec service et IPP",
                        "neither HL7 v2 messages (MSH), nor a FHIR resource in JSON, nor a CSV table with unit and patient");
    }

    private static CensusFacts refused(CensusFile file, String fr, String en) {
        return new CensusFacts(List.of(), List.of(CensusFinding.refused(file.name(), 0, fr, en)));
    }
}
