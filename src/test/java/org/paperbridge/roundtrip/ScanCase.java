package org.paperbridge.roundtrip;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.PagePoint;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.PrintedForm;
import org.paperbridge.form.page.ScanPoint;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.form.reading.Action;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.FieldState;
import org.paperbridge.form.reading.FieldVerdict;
import org.paperbridge.form.record.ClinicalRecord;
import org.paperbridge.intake.Pixels;
import org.paperbridge.validation.release.PageToRelease;
import org.paperbridge.validation.release.RecordBuilder;

/**
 * A folder of {@code test-scans/}: a scan that stays as it is, what the pen wrote on it, and what every stage makes of
 * it. The numbered files after 0 are made by {@code test-scans/remake.sh}, never by hand.
 */
record ScanCase(Path folder) {

    static final String SCAN = "0_scan.png";
    static final String WRITTEN = "0_written.yaml";
    static final String PRINTED = "0_printed.json";
    static final String REGISTRATION = "1_registration.json";
    static final String READINGS = "2_readings.yaml";
    static final String BACK_ENTRY = "3_back-entry.json";

    private static final ZoneId WARD_ZONE = ZoneId.of("Europe/Paris");
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .build();

    /** What the stages make of the scan today, file name to content. */
    Map<String, String> read(Ward ward) throws IOException {
        PageImage image = Pixels.of(ImageIO.read(folder.resolve(SCAN).toFile()), 0, Set.of());
        PageOutcome outcome = ward.processor.process(image);
        Map<String, String> files = new TreeMap<>();
        files.put(REGISTRATION, JSON.writeValueAsString(registration(ward, outcome)) + "\n");
        if (outcome instanceof PageOutcome.Read read) {
            FormTemplate form = ward.forms.findForm(read.identity().form()).orElseThrow();
            files.put(READINGS, YAML.writeValueAsString(readings(ward, read)));
            files.put(BACK_ENTRY, JSON.writeValueAsString(records(form, read)) + "\n");
        }
        return files;
    }

    /** What the pen wrote, field to values; fields with free writing hold a star. */
    Map<String, List<String>> written() throws IOException {
        return YAML.readValue(folder.resolve(WRITTEN).toFile(), new TypeReference<Map<String, List<String>>>() {});
    }

    /** What the registry knows of the page, serial to form. */
    Map<String, PrintedForm> printed() throws IOException {
        JsonNode form = JSON.readTree(folder.resolve(PRINTED).toFile());
        String serial = form.path("serial").asText();
        return Map.of(
                serial,
                new PrintedForm(
                        form.path("site").asInt(),
                        serial,
                        new FormRef(
                                form.path("form").asText(), form.path("version").asInt()),
                        form.path("fingerprint").asInt(),
                        Instant.parse(form.path("issuedAt").asText()),
                        Optional.of(form.path("patientId").asText()),
                        Optional.of(form.path("encounterId").asText())));
    }

    static String printedJson(PrintedForm form) throws JsonProcessingException {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("site", form.site());
        map.put("serial", form.serial());
        map.put("form", form.form().form());
        map.put("version", form.form().version());
        map.put("fingerprint", form.fingerprint());
        map.put("issuedAt", form.issuedAt().toString());
        map.put("patientId", form.patientId().orElse(""));
        map.put("encounterId", form.encounterId().orElse(""));
        return JSON.writeValueAsString(map) + "\n";
    }

    static String writtenYaml(Map<String, List<String>> truth) throws JsonProcessingException {
        return YAML.writeValueAsString(new TreeMap<>(truth));
    }

    private static Map<String, Object> registration(Ward ward, PageOutcome outcome) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("outcome", outcome.code());
        if (outcome instanceof PageOutcome.Read read) {
            FormTemplate form = ward.forms.findForm(read.identity().form()).orElseThrow();
            LayoutPage page = form.layout().getPage(read.identity().page());
            map.put(
                    "form",
                    read.identity().form().form() + "/" + read.identity().form().version());
            map.put("page", read.identity().page());
            map.put("serial", read.identity().serial());
            map.put("by", read.identity().by().name());
            map.put("patientId", read.identity().patientId().orElse(""));
            map.put("topLeftPx", place(read, 0, 0));
            map.put("bottomRightPx", place(read, page.widthMm(), page.heightMm()));
        }
        return map;
    }

    private static List<Double> place(PageOutcome.Read read, double x, double y) {
        ScanPoint at = read.registration().toPixels(new PagePoint(x, y));
        return List.of(Math.rint(at.x()), Math.rint(at.y()));
    }

    private static Map<String, Object> readings(Ward ward, PageOutcome.Read read) {
        List<String> accepted = ward.accepted(read);
        Map<String, Object> map = new LinkedHashMap<>();
        for (FieldReading reading : read.readings()) {
            if (reading.state() != FieldState.BLANK) {
                Map<String, Object> field = new LinkedHashMap<>();
                field.put("state", reading.state().name());
                field.put("values", reading.values());
                field.put("accepted", accepted.contains(reading.field()));
                map.put(reading.field(), field);
            }
        }
        return map;
    }

    /** The records once reviewers agreed on what the pen wrote. */
    private List<Map<String, Object>> records(FormTemplate form, PageOutcome.Read read) throws IOException {
        Map<String, List<String>> written = written();
        List<FieldReading> settled = new ArrayList<>();
        List<FieldVerdict> verdicts = new ArrayList<>();
        for (FieldReading reading : read.readings()) {
            List<String> values = written.getOrDefault(reading.field(), List.of());
            List<String> known = values.equals(List.of("*")) ? reading.values() : values;
            settled.add(new FieldReading(
                    reading.field(),
                    known.isEmpty() ? FieldState.BLANK : FieldState.READ,
                    known,
                    1,
                    List.of(),
                    Map.of(),
                    reading.box()));
            verdicts.add(new FieldVerdict(reading.field(), Action.AUTO, List.of()));
        }
        List<ClinicalRecord> records = new RecordBuilder(WARD_ZONE)
                .build(
                        new PageToRelease(
                                form,
                                read.identity(),
                                new ScanRef("0".repeat(64), 0),
                                settled,
                                verdicts,
                                List.of(),
                                List.of()),
                        Ward.NOW.toInstant(ZoneOffset.UTC),
                        "policy");
        return records.stream().map(ScanCase::describe).toList();
    }

    private static Map<String, Object> describe(ClinicalRecord record) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", record.id());
        map.put("kind", record.target().kind());
        map.put("values", new TreeMap<>(record.values()));
        map.put("patientId", record.patientId());
        map.put("occurredAt", record.occurredAt().map(Object::toString).orElse(""));
        map.put("author", record.author().orElse(""));
        return map;
    }

    List<String> differences(Map<String, String> now) throws IOException {
        List<String> different = new ArrayList<>();
        for (Map.Entry<String, String> file : now.entrySet()) {
            Path kept = folder.resolve(file.getKey());
            if (!Files.exists(kept) || !Files.readString(kept).equals(file.getValue())) {
                different.add(kept.toString());
            }
        }
        return different;
    }
}
