package org.paperbridge.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.census.Unit;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.kit.FormIssuer.Subject;
import org.paperbridge.kit.lists.CoverPages;
import org.paperbridge.kit.part.Bed;
import org.paperbridge.kit.part.Beds;
import org.paperbridge.kit.part.KitNotes;
import org.paperbridge.kit.part.KitPart;
import org.paperbridge.kit.part.PartFile;
import org.paperbridge.kit.part.UnitKit;
import org.paperbridge.kit.sheets.OpenSheets;
import org.paperbridge.kit.sheets.SheetBody;
import org.paperbridge.pagecode.IdentifierRefusedException;
import org.paperbridge.pagecode.PageCodec;

/** A census and the forms to folders of PDFs, one folder a unit. */
public final class KitBuilder {

    /** A feed of a year has thousands; the ward reads the first, the office the log. */
    private static final int MOST_FINDINGS = 60;

    private final FormCatalogue forms;
    private final FormIssuer issuer;
    private final PdfWriter pdf;
    private final Clock clock;
    private final ZoneId ward;
    private final List<KitPart> parts;
    private final CoverPages cover;
    private final OpenSheets open;

    /**
     * @param parts what a kit holds beside forms, cover and exception list
     * @param open fills the sheets that are drawn for each patient
     */
    public KitBuilder(
            FormCatalogue forms,
            FormIssuer issuer,
            PdfWriter pdf,
            Clock clock,
            ZoneId ward,
            List<KitPart> parts,
            CoverPages cover,
            OpenSheets open) {
        this.forms = forms;
        this.issuer = issuer;
        this.pdf = pdf;
        this.clock = clock;
        this.ward = ward;
        this.parts = List.copyOf(parts);
        this.cover = cover;
        this.open = open;
    }

    /** @throws IOException when the folder cannot be written; files already there stay whole */
    public List<KitFile> build(Census census, Unit unit, KitPlan plan, Path folder) throws IOException {
        return build(census, List.of(), unit, plan, folder);
    }

    /**
     * @param findings what could not be used of the census's sources, for the exception list
     * @throws IOException when the folder cannot be written; files already there stay whole
     */
    public List<KitFile> build(Census census, List<String> findings, Unit unit, KitPlan plan, Path folder)
            throws IOException {
        return build(census, findings, unit, plan, folder, SheetsBefore.NONE);
    }

    /**
     * @param findings what could not be used of the census's sources, for the exception list
     * @param before sheets that would be printed the same again are taken over from there
     * @throws IOException when the folder cannot be written; files already there stay whole
     */
    public List<KitFile> build(
            Census census, List<String> findings, Unit unit, KitPlan plan, Path folder, SheetsBefore before)
            throws IOException {
        UnitKit kit = new UnitKit(
                census,
                findings,
                unit,
                Beds.of(census, unit.code()),
                plan,
                KitWords.of(plan.language()),
                clock.instant(),
                ward);
        KitNotes notes = new KitNotes();
        Path unitFolder = folder.resolve(safe(unit.code()));
        Files.createDirectories(unitFolder);
        UnitFiles files = new UnitFiles(folder, unitFolder, kit, pdf);
        Sheets sheets = new Sheets(issuer, pdf, plan.language(), before);
        for (KitPart part : parts) {
            for (PartFile file : part.draw(kit, notes)) {
                files.add(file);
            }
        }
        prefilled(kit, notes, sheets, files);
        blanks(kit, sheets, files);
        kit.findings().stream()
                .limit(MOST_FINDINGS)
                .forEach(finding -> notes.add(kit.words().say("note.source", finding)));
        if (kit.findings().size() > MOST_FINDINGS) {
            notes.add(kit.words().say("note.more-findings", kit.findings().size() - MOST_FINDINGS));
        }
        files.add(cover.exceptions(kit, notes.lines()));
        files.add(cover.cover(kit, files.contents(), notes.lines(), sheets.oldest()));
        return files.all();
    }

    private void prefilled(UnitKit kit, KitNotes notes, Sheets sheets, UnitFiles files) throws IOException {
        Prefill prefill = new Prefill(kit.plan().language(), ward);
        Map<String, String> sheet = prefill.sheet(
                kit.unit().name(), kit.printedAt(), Optional.of(kit.census().asOf()));
        List<Bed> beds = new ArrayList<>();
        for (Bed bed : kit.beds()) {
            if (fits(bed)) {
                beds.add(bed);
            } else {
                notes.add(kit.words()
                        .say("note.number-too-long", bed.encounter().bed().orElse("?")));
            }
        }
        for (FormTemplate form : newestForms()) {
            int copies = kit.plan().prefilled().getOrDefault(form.ref().form(), 0);
            List<MarkedSheet> made = new ArrayList<>();
            for (Bed bed : copies > 0 ? beds : List.<Bed>of()) {
                for (int i = 0; i < copies; i++) {
                    made.addAll(forPatient(form, bed, prefill, sheet, sheets, kit.words()));
                }
            }
            files.add(number(form) + "-" + form.ref().form(), title(form, kit), made);
        }
    }

    private void blanks(UnitKit kit, Sheets sheets, UnitFiles files) throws IOException {
        Map<String, String> words =
                new Prefill(kit.plan().language(), ward).sheet(kit.unit().name(), kit.printedAt(), Optional.empty());
        for (FormTemplate form : newestForms()) {
            int count = kit.plan().blanks().getOrDefault(form.ref().form(), 0);
            List<MarkedSheet> made = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                made.addAll(sheets.get(
                        form,
                        Optional.empty(),
                        words,
                        open.blank(form, kit.words(), ward).drawings()));
            }
            files.add(
                    number(form) + "-" + form.ref().form() + "-blank",
                    kit.words().say("file.blank", title(form, kit)),
                    made);
        }
    }

    private static String title(FormTemplate form, UnitKit kit) {
        return form.titles().getOrDefault(kit.plan().language(), form.ref().form());
    }

    private List<MarkedSheet> forPatient(
            FormTemplate form, Bed bed, Prefill prefill, Map<String, String> sheet, Sheets sheets, KitWords kit) {
        Map<String, String> words = new HashMap<>(sheet);
        words.putAll(prefill.patient(bed.patient(), Optional.of(bed.encounter())));
        Optional<Subject> subject = Optional.of(
                new Subject(bed.patient().id(), Optional.of(bed.encounter().id())));
        List<MarkedSheet> made = new ArrayList<>();
        if (OpenSheets.isOpen(form)) {
            for (SheetBody body : open.draw(form, Optional.of(bed), kit, ward)) {
                made.addAll(sheets.get(form, subject, words, body.drawings()));
            }
            return made;
        }
        if (DrugSheets.isPlan(form) && bed.drugs().isEmpty()) {
            return made;
        }
        for (Map<String, String> sheetWords : DrugSheets.of(form, prefill, words, bed.drugs())) {
            made.addAll(sheets.get(form, subject, sheetWords));
        }
        return made;
    }

    /** A sheet whose code could not name its patient must not carry the patient's name either. */
    private static boolean fits(Bed bed) {
        try {
            PageCodec.requireFit(bed.patient().id(), Optional.of(bed.encounter().id()));
            return true;
        } catch (IdentifierRefusedException e) {
            return false;
        }
    }

    private FormTemplate newest(String name) {
        return forms.findNewest(name)
                .orElseThrow(() -> new IllegalStateException("Form " + name + " is missing from the catalogue"));
    }

    private List<FormTemplate> newestForms() {
        return forms.listForms().stream()
                .map(f -> f.ref().form())
                .distinct()
                .map(this::newest)
                .sorted(Comparator.comparingInt(FormTemplate::number))
                .toList();
    }

    private static String number(FormTemplate form) {
        return String.format(Locale.ROOT, "%02d", form.number() * 10);
    }

    /** Unit codes come from outside; only letters, digits and dashes reach the file system. */
    private static String safe(String code) {
        String name = code.replaceAll("[^A-Za-z0-9-]", "_");
        return name.isEmpty() ? "unit" : name;
    }
}
