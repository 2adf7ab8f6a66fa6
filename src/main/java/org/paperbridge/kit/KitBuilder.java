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
import java.util.stream.Collectors;
import org.paperbridge.form.census.ActiveDrug;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.census.Encounter;
import org.paperbridge.form.census.Patient;
import org.paperbridge.form.census.Unit;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.kit.FormIssuer.Subject;
import org.paperbridge.kit.folder.KitCheck;
import org.paperbridge.kit.lists.CoverPages;
import org.paperbridge.kit.lists.CoverPages.Content;
import org.paperbridge.kit.part.Bed;
import org.paperbridge.kit.part.DrawnFile;
import org.paperbridge.kit.part.KitNotes;
import org.paperbridge.kit.part.KitPart;
import org.paperbridge.kit.part.UnitKit;
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

    /** @param parts what a kit holds beside forms, cover and exception list */
    public KitBuilder(
            FormCatalogue forms,
            FormIssuer issuer,
            PdfWriter pdf,
            Clock clock,
            ZoneId ward,
            List<KitPart> parts,
            CoverPages cover) {
        this.forms = forms;
        this.issuer = issuer;
        this.pdf = pdf;
        this.clock = clock;
        this.ward = ward;
        this.parts = List.copyOf(parts);
        this.cover = cover;
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
        UnitKit kit = new UnitKit(
                census, findings, unit, beds(census, unit), plan, KitWords.of(plan.language()), clock.instant(), ward);
        KitNotes notes = new KitNotes();
        Path unitFolder = folder.resolve(safe(unit.code()));
        Files.createDirectories(unitFolder);
        UnitFiles files = new UnitFiles(folder, unitFolder, kit);
        for (KitPart part : parts) {
            for (DrawnFile drawn : part.draw(kit, notes)) {
                files.add(drawn);
            }
        }
        prefilled(kit, notes, files);
        blanks(kit, files);
        kit.findings().stream()
                .limit(MOST_FINDINGS)
                .forEach(finding -> notes.add(kit.words().say("note.source", finding)));
        if (kit.findings().size() > MOST_FINDINGS) {
            notes.add(kit.words().say("note.more-findings", kit.findings().size() - MOST_FINDINGS));
        }
        files.add(cover.exceptions(kit, notes.lines()));
        files.add(cover.cover(kit, files.contents(), notes.lines()));
        return files.all();
    }

    private void prefilled(UnitKit kit, KitNotes notes, UnitFiles files) throws IOException {
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
            List<IssuedForm> issued = new ArrayList<>();
            for (Bed bed : copies > 0 ? beds : List.<Bed>of()) {
                for (int i = 0; i < copies; i++) {
                    issued.addAll(
                            forPatient(form, bed, prefill, sheet, kit.plan().language()));
                }
            }
            files.add(number(form) + "-" + form.ref().form(), title(form, kit), issued);
        }
    }

    private void blanks(UnitKit kit, UnitFiles files) throws IOException {
        Map<String, String> words =
                new Prefill(kit.plan().language(), ward).sheet(kit.unit().name(), kit.printedAt(), Optional.empty());
        for (FormTemplate form : newestForms()) {
            int count = kit.plan().blanks().getOrDefault(form.ref().form(), 0);
            List<IssuedForm> issued = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                issued.addAll(issuer.issueCopies(
                        form,
                        Optional.empty(),
                        words,
                        form.copies().size(),
                        kit.plan().language()));
            }
            files.add(
                    number(form) + "-" + form.ref().form() + "-blank",
                    kit.words().say("file.blank", title(form, kit)),
                    issued);
        }
    }

    private static String title(FormTemplate form, UnitKit kit) {
        return form.titles().getOrDefault(kit.plan().language(), form.ref().form());
    }

    private List<IssuedForm> forPatient(
            FormTemplate form, Bed bed, Prefill prefill, Map<String, String> sheet, String language) {
        Map<String, String> words = new HashMap<>(sheet);
        words.putAll(prefill.patient(bed.patient(), Optional.of(bed.encounter())));
        Optional<Subject> subject = Optional.of(
                new Subject(bed.patient().id(), Optional.of(bed.encounter().id())));
        return DrugSheets.of(form, prefill, words, bed.drugs()).stream()
                .flatMap(sheetWords ->
                        issuer
                                .issueCopies(
                                        form, subject, sheetWords, form.copies().size(), language)
                                .stream())
                .toList();
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

    /** The files of one unit as they are written. */
    private final class UnitFiles {

        private final Path folder;
        private final Path unitFolder;
        private final UnitKit kit;
        private final List<KitFile> files = new ArrayList<>();
        private final List<Content> contents = new ArrayList<>();

        UnitFiles(Path folder, Path unitFolder, UnitKit kit) {
            this.folder = folder;
            this.unitFolder = unitFolder;
            this.kit = kit;
        }

        void add(DrawnFile drawn) throws IOException {
            Path path = unitFolder.resolve(drawn.name() + ".pdf");
            int pages = pdf.writePages(
                    path, kit.unit().name() + " · " + drawn.title(), kit.plan().language(), drawn.pages());
            files.add(file(folder, path, kit.unit(), pages, List.of()));
            contents.add(new Content(drawn.name(), drawn.title(), pages));
        }

        void add(String name, String title, List<IssuedForm> issued) throws IOException {
            for (KitFile file : write(folder, unitFolder, name, kit.unit(), kit.plan(), issued)) {
                files.add(file);
                String shown = file.path().substring(file.path().lastIndexOf('/') + 1);
                contents.add(new Content(shown.substring(0, shown.length() - ".pdf".length()), title, file.pages()));
            }
        }

        List<Content> contents() {
            return contents.stream().sorted(Comparator.comparing(Content::name)).toList();
        }

        List<KitFile> all() {
            return files.stream().sorted(Comparator.comparing(KitFile::path)).toList();
        }
    }

    private List<KitFile> write(
            Path folder, Path unitFolder, String name, Unit unit, KitPlan plan, List<IssuedForm> issued)
            throws IOException {
        List<KitFile> files = new ArrayList<>();
        List<IssuedForm> part = new ArrayList<>();
        int pages = 0;
        for (int i = 0; i < issued.size(); i++) {
            part.add(issued.get(i));
            pages += issued.get(i).stamps().size();
            if (pages >= plan.pagesPerFile() || i == issued.size() - 1) {
                String number = files.isEmpty() && i == issued.size() - 1 ? "" : "-" + (files.size() + 1);
                Path path = unitFolder.resolve(name + number + ".pdf");
                int written = pdf.write(path, unit.name() + " · " + name, plan.language(), part);
                files.add(file(folder, path, unit, written, part));
                part = new ArrayList<>();
                pages = 0;
            }
        }
        return files;
    }

    private static KitFile file(Path folder, Path path, Unit unit, int pages, List<IssuedForm> issued)
            throws IOException {
        return new KitFile(
                folder.relativize(path).toString().replace('\\', '/'),
                unit.code(),
                pages,
                Files.size(path),
                KitCheck.sha256(path),
                issued.stream().map(IssuedForm::printedForm).toList());
    }

    private FormTemplate newest(String name) {
        return forms.findNewest(name)
                .orElseThrow(() -> new IllegalStateException("Form " + name + " is missing from the catalogue"));
    }

    private List<FormTemplate> newestForms() {
        return forms.listForms().stream()
                .map(f -> newest(f.ref().form()))
                .distinct()
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

    private static List<Bed> beds(Census census, Unit unit) {
        Map<String, Patient> patients = new HashMap<>();
        census.patients().forEach(p -> patients.put(p.id(), p));
        Map<String, List<ActiveDrug>> drugs =
                census.drugs().stream().collect(Collectors.groupingBy(ActiveDrug::patientId));
        return census.encounters().stream()
                .filter(e -> e.unit().equals(unit.code()) && patients.containsKey(e.patientId()))
                .sorted(Comparator.comparing((Encounter e) -> e.bed().orElse("~"))
                        .thenComparing(Encounter::id))
                .map(e -> new Bed(
                        Optional.ofNullable(patients.get(e.patientId())).orElseThrow(),
                        e,
                        drugs.getOrDefault(e.patientId(), List.of())))
                .toList();
    }
}
