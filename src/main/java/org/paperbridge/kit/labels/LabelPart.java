package org.paperbridge.kit.labels;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.paperbridge.kit.numbers.NumberPool;
import org.paperbridge.kit.numbers.NumberScheme;
import org.paperbridge.kit.part.Bed;
import org.paperbridge.kit.part.DrawnFile;
import org.paperbridge.kit.part.KitNotes;
import org.paperbridge.kit.part.KitPart;
import org.paperbridge.kit.part.UnitKit;

/** Stickers, tube labels and wristbands of present patients, and temporary numbers for new ones. */
public final class LabelPart implements KitPart {

    private final LabelFormats formats;
    private final LabelSheets sheets;
    private final NumberPool numbers;
    private final NumberScheme scheme;

    public LabelPart(LabelFormats formats, LabelSheets sheets, NumberPool numbers, NumberScheme scheme) {
        this.formats = formats;
        this.sheets = sheets;
        this.numbers = numbers;
        this.scheme = scheme;
    }

    @Override
    public List<DrawnFile> draw(UnitKit kit, KitNotes notes) throws IOException {
        LabelPlan plan = kit.plan().labels();
        LabelMaker maker = new LabelMaker(kit.words(), kit.unit(), kit.printedAt(), kit.ward());
        List<DrawnFile> files = new ArrayList<>();
        List<Label> known = kit.beds().stream()
                .map(bed -> maker.patient(bed.patient(), bed.encounter()))
                .toList();
        kit.beds().forEach(bed -> note(bed, kit, notes));
        add(files, kit, "08-labels-patients", plan.patientSheet(), known);
        add(files, kit, "08-labels-tubes", plan.tubeSheet(), known);
        add(files, kit, "08-wristbands", plan.bandSheet(), known);
        if (plan.newPatients() > 0) {
            List<Label> fresh = numbers.take(kit.unit().code(), plan.newPatients()).identities(scheme).stream()
                    .map(maker::temporary)
                    .toList();
            add(files, kit, "09-new-patients-labels", plan.patientSheet(), fresh);
            add(files, kit, "09-new-patients-tubes", plan.tubeSheet(), fresh);
            add(files, kit, "09-new-patients-wristbands", plan.bandSheet(), fresh);
        }
        return files;
    }

    private void note(Bed bed, UnitKit kit, KitNotes notes) {
        String place = bed.encounter().bed().orElse("?");
        if (bed.patient().nationalIdOid().isPresent()
                && InsDataMatrix.of(bed.patient()).isEmpty()) {
            notes.add(kit.words().say("note.ins-incomplete", place));
        }
        if (scheme.looksTemporary(bed.patient().id())
                || scheme.looksTemporary(bed.encounter().id())) {
            notes.add(kit.words().say("note.looks-temporary", place));
        }
    }

    private void add(List<DrawnFile> files, UnitKit kit, String name, String sheet, List<Label> people) {
        if (sheet.isEmpty() || people.isEmpty()) {
            return;
        }
        LabelFormat format = formats.get(sheet);
        List<Label> labels = LabelMaker.repeated(people, format.perPerson());
        files.add(new DrawnFile(
                name,
                kit.words().say("file." + name.substring(3)),
                sheets.draw(format, kit.plan().labels().offset(), 0, labels)));
    }
}
