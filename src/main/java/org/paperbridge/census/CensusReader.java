package org.paperbridge.census;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.paperbridge.census.hapi.AdtFeed;
import org.paperbridge.census.hapi.FhirFile;
import org.paperbridge.form.census.Census;

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
    private final ZoneId ward;

    /**
     * @param ward zone of local times in messages
     * @param clock dates contents that carry no time at all and do not come from a file, e.g. a bare Patient
     */
    public CensusReader(ZoneId ward, Clock clock) {
        this.adt = new AdtFeed(ward);
        this.fhir = new FhirFile(ward, clock);
        this.clock = clock;
        this.ward = ward;
    }

    /** Reads files from disk, one at a time; a file that cannot be opened is a finding. */
    public CensusLoad read(List<Path> files) {
        Merge merge = new Merge();
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            if (Files.isDirectory(file)) {
                merge.findings.add(CensusFinding.refused(
                        name,
                        0,
                        "c'est un dossier : donnez ses fichiers, ou kit watch --feed pour un dossier",
                        "this is a folder: name its files, or use kit watch --feed for a folder"));
                continue;
            }
            try {
                Instant written = Files.getLastModifiedTime(file).toInstant();
                Instant now = clock.instant();
                merge.add(CensusFile.of(name, Files.readAllBytes(file), written.isAfter(now) ? now : written));
            } catch (IOException e) {
                merge.findings.add(CensusFinding.refused(
                        name,
                        0,
                        "fichier illisible : vérifiez le chemin et les droits",
                        "file cannot be opened: check the path and permissions"));
            }
        }
        return merge.load();
    }

    /** Reads files already in memory. */
    public CensusLoad readContents(List<CensusFile> files) {
        Merge merge = new Merge();
        files.forEach(merge::add);
        return merge.load();
    }

    private final class Merge {

        private final List<StatedFact> facts = new ArrayList<>();
        private final List<CensusFinding> findings = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private final Map<String, Set<String>> ordersOf = new TreeMap<>();
        private final List<CensusFile> lines = new ArrayList<>();

        void add(CensusFile file) {
            if (FhirFile.isLines(file)) {
                lines.add(file);
                return;
            }
            CensusFacts read = readOne(file, seen);
            use(read);
            ordersOf.computeIfAbsent(file.name(), name -> new HashSet<>()).addAll(patientsOfOrders(read));
        }

        private void use(CensusFacts read) {
            facts.addAll(read.facts());
            findings.addAll(read.findings());
        }

        CensusLoad load() {
            // A bulk export has one file a kind of resource; they point at one another.
            use(fhir.readLines(lines));
            findings.addAll(strangers(ordersOf, facts));
            facts.sort(Comparator.comparing(StatedFact::statedAt));
            CensusBook book = new CensusBook();
            for (StatedFact stated : facts) {
                book.apply(stated.fact());
            }
            Census census = book.snapshot(
                    facts.isEmpty() ? clock.instant() : facts.getLast().statedAt());
            findings.addAll(WithoutKit.list(facts, census));
            return new CensusLoad(census, findings, book.bedded());
        }
    }

    /** Results and drugs of patients whom no message of any file admitted: they are on no sheet, and that is said. */
    private static List<CensusFinding> strangers(Map<String, Set<String>> ordersOf, List<StatedFact> facts) {
        Set<String> known = new HashSet<>();
        for (StatedFact stated : facts) {
            switch (stated.fact()) {
                case CensusFact.PersonKnown person -> known.add(person.patient().id());
                case CensusFact.PersonMerged merged -> known.add(merged.retired());
                default -> {}
            }
        }
        List<CensusFinding> findings = new ArrayList<>();
        ordersOf.forEach((file, patients) -> {
            long unknown = patients.stream().filter(id -> !known.contains(id)).count();
            if (unknown > 0) {
                findings.add(CensusFinding.noted(
                        file,
                        0,
                        "résultats, prescriptions ou documents de " + unknown
                                + " patient(s) absent(s) du recensement : non imprimés",
                        "results, drugs or documents of " + unknown
                                + " patient(s) who are not in the census: not printed"));
            }
        });
        return findings;
    }

    private static Set<String> patientsOfOrders(CensusFacts read) {
        Set<String> patients = new HashSet<>();
        for (StatedFact stated : read.facts()) {
            switch (stated.fact()) {
                case CensusFact.DrugRunning running ->
                    patients.add(running.drug().patientId());
                case CensusFact.ResultKnown known -> patients.add(known.result().patientId());
                case CensusFact.ExamKnown known -> patients.add(known.exam().patientId());
                case CensusFact.LetterKnown known -> patients.add(known.letter().patientId());
                default -> {}
            }
        }
        return patients;
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
                ? CensusTable.read(file, file.writtenAt().orElseGet(clock::instant), ward)
                : refused(
                        file,
                        "ni messages HL7 v2 (MSH), ni ressource FHIR en JSON, ni tableau CSV avec service et IPP",
                        "neither HL7 v2 messages (MSH), nor a FHIR resource in JSON, nor a CSV table with unit and patient");
    }

    private static CensusFacts refused(CensusFile file, String fr, String en) {
        return new CensusFacts(List.of(), List.of(CensusFinding.refused(file.name(), 0, fr, en)));
    }
}
