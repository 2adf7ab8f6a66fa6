package org.paperbridge.kit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.census.Encounter;
import org.paperbridge.form.census.Patient;
import org.paperbridge.form.census.Unit;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.kit.FormIssuer.Subject;
import org.paperbridge.kit.part.Bed;
import org.paperbridge.kit.part.DrawnFile;
import org.paperbridge.kit.part.KitNotes;
import org.paperbridge.kit.part.KitPart;
import org.paperbridge.kit.part.UnitKit;
import org.paperbridge.pagecode.IdentifierRefusedException;
import org.paperbridge.pagecode.PageCodec;

/** A census and the forms to folders of PDFs, one folder a unit. */
public final class KitBuilder {

    private final FormCatalogue forms;
    private final FormIssuer issuer;
    private final PdfWriter pdf;
    private final Clock clock;
    private final ZoneId ward;
    private final List<KitPart> parts;

    /** @param parts what a kit holds beside forms, cover and census */
    public KitBuilder(
            FormCatalogue forms, FormIssuer issuer, PdfWriter pdf, Clock clock, ZoneId ward, List<KitPart> parts) {
        this.forms = forms;
        this.issuer = issuer;
        this.pdf = pdf;
        this.clock = clock;
        this.ward = ward;
        this.parts = List.copyOf(parts);
    }

    /** @throws IOException when the folder cannot be written; files already there stay whole */
    public List<KitFile> build(Census census, Unit unit, KitPlan plan, Path folder) throws IOException {
        Prefill prefill = new Prefill(plan.language(), ward);
        List<Bed> beds = beds(census, unit);
        beds.forEach(bed -> requireFit(bed, unit));
        List<KitFile> files = new ArrayList<>();
        Path unitFolder = folder.resolve(safe(unit.code()));
        Files.createDirectories(unitFolder);

        Path cover = unitFolder.resolve("00-start-here.pdf");
        List<String> text = KitCover.lines(plan, unit, census, beds.size(), clock, ward);
        files.add(file(folder, cover, unit, pdf.writeText(cover, unit.name(), plan.language(), text), List.of()));
        Path list = unitFolder.resolve("01-census.pdf");
        List<String> lines = KitCover.census(plan, unit, census, beds, ward);
        files.add(file(folder, list, unit, pdf.writeText(list, unit.name(), plan.language(), lines), List.of()));

        Map<String, String> sheet = prefill.sheet(unit.name(), clock.instant(), Optional.of(census.asOf()));
        for (String name : List.of("prescription", "observation")) {
            List<IssuedForm> issued = new ArrayList<>();
            FormTemplate form = newest(name);
            for (Bed bed : beds) {
                issued.addAll(forPatient(form, bed, prefill, sheet));
            }
            files.addAll(write(folder, unitFolder, number(form) + "-" + name, unit, plan, issued));
        }
        for (FormTemplate form : newestForms()) {
            int count = plan.blanks().getOrDefault(form.ref().form(), 0);
            Map<String, String> words = prefill.sheet(unit.name(), clock.instant(), Optional.empty());
            List<IssuedForm> issued = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                issued.add(issuer.issue(form, Optional.empty(), words));
            }
            files.addAll(
                    write(folder, unitFolder, number(form) + "-" + form.ref().form() + "-blank", unit, plan, issued));
        }
        UnitKit kit = new UnitKit(census, unit, beds, plan, KitWords.of(plan.language()), clock.instant(), ward);
        KitNotes notes = new KitNotes();
        for (KitPart part : parts) {
            for (DrawnFile drawn : part.draw(kit, notes)) {
                Path path = unitFolder.resolve(drawn.name() + ".pdf");
                int pages = pdf.writePages(path, unit.name() + " · " + drawn.title(), plan.language(), drawn.pages());
                files.add(file(folder, path, unit, pages, List.of()));
            }
        }
        return files;
    }

    private List<IssuedForm> forPatient(FormTemplate form, Bed bed, Prefill prefill, Map<String, String> sheet) {
        Map<String, String> words = new HashMap<>(sheet);
        words.putAll(prefill.patient(bed.patient(), Optional.of(bed.encounter())));
        Optional<Subject> subject = Optional.of(
                new Subject(bed.patient().id(), Optional.of(bed.encounter().id())));
        return DrugSheets.of(form, prefill, words, bed.drugs()).stream()
                .map(sheetWords -> issuer.issue(form, subject, sheetWords))
                .toList();
    }

    private static void requireFit(Bed bed, Unit unit) {
        try {
            PageCodec.requireFit(bed.patient().id(), Optional.of(bed.encounter().id()));
        } catch (IdentifierRefusedException e) {
            throw new IdentifierRefusedException(
                    "Bed " + bed.encounter().bed().orElse("?") + " of " + unit.code() + ": " + e.getMessage());
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
                sha256(path),
                issued.stream().map(IssuedForm::printedForm).toList());
    }

    private static String sha256(Path path) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
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
        return census.encounters().stream()
                .filter(e -> e.unit().equals(unit.code()) && patients.containsKey(e.patientId()))
                .sorted(Comparator.comparing((Encounter e) -> e.bed().orElse("~"))
                        .thenComparing(Encounter::id))
                .map(e -> new Bed(
                        Optional.ofNullable(patients.get(e.patientId())).orElseThrow(),
                        e,
                        census.drugs().stream()
                                .filter(d -> d.patientId().equals(e.patientId()))
                                .toList()))
                .toList();
    }
}
