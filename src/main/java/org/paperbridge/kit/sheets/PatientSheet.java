package org.paperbridge.kit.sheets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.paperbridge.form.census.BedsideNote;
import org.paperbridge.form.census.BedsideNote.Kind;
import org.paperbridge.form.census.LabResult;
import org.paperbridge.form.census.Patient;
import org.paperbridge.form.layout.Drawing;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.kit.LabValue;
import org.paperbridge.kit.Prefill;
import org.paperbridge.kit.part.Bed;

/**
 * What a nurse needs to know about somebody she has never met. Three states everywhere: what is known, that there is none
 * because somebody said so, and unknown. Lengths in mm.
 */
public final class PatientSheet implements SheetMaker {

    private static final double GAP = 3;
    private static final double ALLERGIES = 15;
    private static final double BOXES = 17;
    private static final int RESULTS = 9;
    private static final List<Kind> BOX_KINDS = List.of(Kind.CODE_STATUS, Kind.ISOLATION, Kind.DIET);

    @Override
    public List<SheetBody> draw(SheetContext kit, Optional<Bed> bed, PageBox room) {
        SafetyBoxes safety = new SafetyBoxes(kit);
        safety.allergies(bed, new PageBox(room.left(), room.top(), room.width(), ALLERGIES));
        boxes(safety, kit, bed, new PageBox(room.left(), room.top() + ALLERGIES + GAP, room.width(), BOXES));
        List<Drawing> top = safety.drawings();
        double begin = room.top() + ALLERGIES + BOXES + 2 * GAP;
        double half = (room.width() - GAP) / 2;
        PageBox left = new PageBox(room.left(), begin, half, room.bottom() - begin);
        PageBox right = new PageBox(room.left() + half + GAP, begin, half, room.bottom() - begin);
        BodySketch first = new BodySketch(left, kit.measure(), kit.say("continued"));
        safety.overflow().forEach((heading, words) -> {
            first.heading(heading);
            first.line(words, true);
        });
        notes(first, kit, bed, Kind.ALERT, 0);
        notes(first, kit, bed, Kind.PROBLEM, 4);
        notes(first, kit, bed, Kind.DEVICE, 2);
        notes(first, kit, bed, Kind.CONTACT, 2);
        records(first, kit, bed);
        BodySketch second = new BodySketch(right, kit.measure(), kit.say("continued"));
        drugs(second, kit, bed);
        results(second, kit, bed);
        List<SheetBody> pages = new ArrayList<>();
        for (int i = 0; i < Math.max(first.pages().size(), second.pages().size()); i++) {
            // The safety boxes stand on every page: a loose second one must be safe too.
            List<Drawing> page = new ArrayList<>(top);
            page.addAll(i < first.pages().size() ? first.pages().get(i) : List.of());
            page.addAll(i < second.pages().size() ? second.pages().get(i) : List.of());
            pages.add(new SheetBody(page));
        }
        return pages;
    }

    private static void boxes(SafetyBoxes safety, SheetContext kit, Optional<Bed> bed, PageBox area) {
        double width = area.width() / 4;
        safety.box(new PageBox(area.left(), area.top(), width, area.height()), "weight", bed.map(b -> weight(kit, b)));
        for (int i = 0; i < BOX_KINDS.size(); i++) {
            Kind kind = BOX_KINDS.get(i);
            PageBox box = new PageBox(area.left() + (i + 1) * width, area.top(), width, area.height());
            safety.box(box, key(kind), bed.map(b -> said(kit, b, kind)));
        }
    }

    private static String weight(SheetContext kit, Bed bed) {
        Patient patient = bed.patient();
        return patient.weightKg()
                .map(kg -> number(kg, kit) + " kg\n"
                        + patient.weighedAt().map(kit::day).orElse(kit.say("no-date")))
                .orElse(kit.say("unknown"));
    }

    static String number(double kg, SheetContext kit) {
        String text = String.format(Locale.ROOT, "%.1f", kg).replace(".0", "");
        return kit.words().language().equals("fr") ? text.replace('.', ',') : text;
    }

    private static String said(SheetContext kit, Bed bed, Kind kind) {
        List<BedsideNote> notes = of(bed, kind);
        String texts = notes.stream()
                .flatMap(note -> note.text().map(text -> text + kit.since(note.at())).stream())
                .collect(Collectors.joining("\n"));
        return !texts.isEmpty() ? texts : kit.say(notes.isEmpty() ? "unknown" : "none");
    }

    private static void notes(BodySketch column, SheetContext kit, Optional<Bed> bed, Kind kind, int free) {
        List<BedsideNote> notes = bed.map(b -> of(b, kind)).orElse(List.of());
        if (notes.isEmpty() && free == 0) {
            return;
        }
        column.heading(kit.say(key(kind)));
        List<BedsideNote> texts =
                notes.stream().filter(note -> note.text().isPresent()).toList();
        texts.forEach(note -> column.item(note.text().orElse("") + kit.since(note.at()), kind == Kind.ALERT));
        if (texts.isEmpty() && bed.isPresent()) {
            column.line(kit.say(notes.isEmpty() ? "unknown" : "none"), true);
        }
        if (bed.isEmpty()) {
            column.free(free);
        }
    }

    /** What has a sheet of its own, so that nobody takes its absence for "none". */
    private static void records(BodySketch column, SheetContext kit, Optional<Bed> bed) {
        if (bed.isEmpty()) {
            return;
        }
        column.heading(kit.say("records"));
        column.line(
                bed.get().exams().isEmpty()
                        ? kit.say("exams-unknown")
                        : kit.say("exams-known", bed.get().exams().size()),
                false);
        int tests = LabPanel.newest(bed.get().results()).size();
        if (tests > RESULTS) {
            column.line(kit.say("results-known", tests), false);
        }
        column.line(kit.say(bed.get().letter().isEmpty() ? "letter-unknown" : "letter-known"), false);
        bed.get().encounter().attending().ifPresent(doctor -> column.line(kit.say("doctor", doctor), false));
    }

    private static void drugs(BodySketch column, SheetContext kit, Optional<Bed> bed) {
        column.heading(kit.say("drugs"));
        Prefill prefill = new Prefill(kit.words().language(), kit.ward());
        bed.ifPresentOrElse(
                b -> {
                    b.drugs().forEach(drug -> column.item(prefill.drug(drug), false));
                    if (b.drugs().isEmpty()) {
                        column.line(kit.say("unknown"), true);
                    }
                },
                () -> column.free(8));
    }

    private static void results(BodySketch column, SheetContext kit, Optional<Bed> bed) {
        column.heading(kit.say("results"));
        List<LabResult> last = bed.map(b -> LabPanel.newest(b.results())).orElse(List.of());
        if (bed.isEmpty()) {
            column.free(4);
        } else if (last.isEmpty()) {
            column.line(kit.say("unknown"), true);
        }
        last.stream()
                .limit(RESULTS)
                .forEach(result -> column.line(
                        Stream.of(
                                                result.test(),
                                                LabValue.shown(result),
                                                result.unit().orElse(""))
                                        .filter(part -> !part.isEmpty())
                                        .collect(Collectors.joining(" "))
                                + "  (" + kit.moment(result.at()) + ")",
                        result.flag().isPresent()));
    }

    static List<BedsideNote> of(Bed bed, Kind kind) {
        return bed.notes().stream()
                .filter(note -> note.kind() == kind)
                .sorted(Comparator.comparing(
                        (BedsideNote note) -> note.at().orElse(Instant.MIN), Comparator.reverseOrder()))
                .toList();
    }

    private static String key(Kind kind) {
        return switch (kind) {
            case PROBLEM -> "problems";
            case ISOLATION -> "isolation";
            case CODE_STATUS -> "code-status";
            case DIET -> "diet";
            case DEVICE -> "devices";
            case ALERT -> "alerts";
            case CONTACT -> "contacts";
        };
    }
}
