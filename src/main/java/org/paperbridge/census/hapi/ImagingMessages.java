package org.paperbridge.census.hapi;

import ca.uhn.hl7v2.model.Segment;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.paperbridge.census.CensusFact;
import org.paperbridge.form.census.PastExam;

/** Reports of imaging among results: which exam, when, and what it concludes. */
final class ImagingMessages {

    /** HL7 table 0074, what pictures are taken of. */
    private static final Set<String> SECTIONS =
            Set.of("RAD", "RX", "XRC", "CT", "CTH", "CUS", "NMR", "NMS", "OUS", "RUS", "VUS", "MRI", "IMG", "MAM");

    /** LOINC: radiology impression, and conclusion of a report. */
    private static final Set<String> CONCLUSIONS = Set.of("19005-8", "59776-5", "55110-1", "IMP");

    private ImagingMessages() {}

    static boolean isImaging(Segment order) {
        return AdtMessage.in(order, 24, 0, 1).filter(SECTIONS::contains).isPresent();
    }

    static Optional<CensusFact> exam(Segment order, List<Segment> report, String patient, ZoneId ward) {
        Optional<String> name = AdtBedside.words(order, 4);
        if (!isImaging(order) || name.isEmpty()) {
            return Optional.empty();
        }
        String stamp = AdtMessage.in(order, 7, 0, 1)
                .or(() -> AdtMessage.in(order, 22, 0, 1))
                .orElse("");
        String key = patient + " "
                + AdtMessage.in(order, 3, 0, 1)
                        .or(() -> AdtMessage.in(order, 2, 0, 1))
                        .orElse(name.get() + stamp);
        if (AdtMessage.in(order, 25, 0, 1).orElse("").equals("X")) {
            return Optional.of(new CensusFact.ExamCancelled(key));
        }
        return Optional.of(new CensusFact.ExamKnown(
                key, new PastExam(patient, name.get(), HapiTime.instant(stamp, ward), conclusion(report))));
    }

    private static Optional<String> conclusion(List<Segment> report) {
        List<Segment> holding = report.stream()
                .filter(line -> !AdtMessage.in(line, 11, 0, 1).orElse("F").matches("[DWXNI]"))
                .filter(line -> AdtMessage.in(line, 2, 0, 1).orElse("").matches("TX|FT|ST|CE|CWE"))
                .toList();
        return lines(holding.stream().filter(ImagingMessages::concludes).toList())
                .or(() -> lines(holding).map(Conclusion::of));
    }

    private static boolean concludes(Segment line) {
        String code = AdtMessage.in(line, 3, 0, 1).orElse("");
        String suffix = AdtMessage.in(line, 3, 0, 1, 2).orElse("");
        String words = AdtMessage.in(line, 3, 0, 2).orElse("");
        return CONCLUSIONS.contains(code)
                || CONCLUSIONS.contains(suffix)
                || words.toLowerCase(java.util.Locale.ROOT).matches(".*(conclusion|impression).*");
    }

    private static Optional<String> lines(List<Segment> report) {
        return Optional.of(report.stream()
                        .flatMap(line -> AdtMessage.in(line, 2, 0, 1).orElse("").matches("CE|CWE")
                                ? AdtBedside.words(line, 5).stream()
                                : AdtMessage.text(line, 5).stream())
                        .collect(Collectors.joining("\n")))
                .filter(text -> !text.isBlank());
    }
}
