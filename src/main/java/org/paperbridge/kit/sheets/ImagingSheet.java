package org.paperbridge.kit.sheets;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.paperbridge.form.census.BedsideNote;
import org.paperbridge.form.census.BedsideNote.Kind;
import org.paperbridge.form.census.LabResult;
import org.paperbridge.form.census.PastExam;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.kit.LabValue;
import org.paperbridge.kit.Prefill;
import org.paperbridge.kit.part.Bed;

/** What was seen, and what the next exam must know: contrast, implants, kidneys. */
public final class ImagingSheet implements SheetMaker {

    /** Three lines a conclusion: the whole report is in the archive. */
    private static final int LINES = 3;

    private static final Pattern CONTRAST = Pattern.compile("iod|contrast|gadolin");

    @Override
    public List<SheetBody> draw(SheetContext kit, Optional<Bed> bed, PageBox room) {
        if (bed.filter(b -> b.exams().isEmpty()).isPresent()) {
            return List.of();
        }
        BodySketch column = new BodySketch(room, kit.measure(), kit.say("continued"));
        column.heading(kit.say("contrast"));
        bed.ifPresentOrElse(b -> column.line(contrast(kit, b), true), () -> column.free(1));
        column.heading(kit.say("implants"));
        bed.ifPresentOrElse(b -> implants(column, kit, b), () -> column.free(2));
        column.heading(kit.say("kidney"));
        bed.ifPresentOrElse(b -> column.line(kidney(kit, b), true), () -> column.free(1));
        column.heading(kit.say("exams"));
        bed.map(Bed::exams).orElse(List.of()).stream()
                .sorted(Comparator.comparing((PastExam exam) -> exam.at().orElse(Instant.MIN))
                        .reversed())
                .forEach(exam -> {
                    column.line(exam.at().map(kit::day).orElse(kit.say("no-date")) + " · " + exam.exam(), true);
                    column.lines(exam.conclusion().orElse(kit.say("no-conclusion")), false, LINES);
                    column.space(1.2);
                });
        if (bed.isEmpty()) {
            column.free(12);
        }
        return column.pages().stream().map(SheetBody::new).toList();
    }

    private static String contrast(SheetContext kit, Bed bed) {
        List<String> matching = bed.patient().allergies().stream()
                .filter(text -> CONTRAST.matcher(text.toLowerCase(Locale.ROOT)).find())
                .toList();
        if (!matching.isEmpty()) {
            return "⚠ " + String.join(", ", matching);
        }
        String all = new Prefill(kit.words().language(), kit.ward()).allergies(bed.patient());
        return bed.patient().allergies().isEmpty() ? all : kit.say("contrast-not-among", all);
    }

    private static void implants(BodySketch column, SheetContext kit, Bed bed) {
        List<BedsideNote> devices = PatientSheet.of(bed, Kind.DEVICE);
        devices.forEach(device -> device.text().ifPresent(text -> column.item(text + kit.since(device.at()), true)));
        boolean any = devices.stream().anyMatch(device -> device.text().isPresent());
        if (!any) {
            column.line(kit.say(devices.isEmpty() ? "unknown" : "none"), true);
        }
        column.line(kit.say("ask-before-mri"), false);
    }

    private static String kidney(SheetContext kit, Bed bed) {
        List<LabResult> values = LabPanel.kidney(bed.results());
        return values.isEmpty()
                ? kit.say("unknown")
                : values.stream()
                        .map(result -> result.test() + " " + LabValue.shown(result) + " "
                                + result.unit().orElse("") + " (" + kit.day(result.at()) + ")")
                        .collect(Collectors.joining("\n"));
    }
}
