package org.paperbridge.kit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.paperbridge.SeededSecrets;
import org.paperbridge.form.census.ActiveDrug;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.census.Encounter;
import org.paperbridge.form.census.Patient;
import org.paperbridge.form.census.Unit;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.key.KeyRing;
import org.paperbridge.kit.lists.CensusCheck;
import org.paperbridge.kit.lists.CensusPart;
import org.paperbridge.kit.lists.CoverPages;
import org.paperbridge.kit.page.TableSheets;
import org.paperbridge.kit.pdfbox.FontMeasure;
import org.paperbridge.kit.pdfbox.PdfBoxWriter;
import org.paperbridge.kit.pdfbox.PdfRaster;
import org.paperbridge.kit.sheets.OpenSheets;
import org.paperbridge.kit.zxing.QrReader;
import org.paperbridge.kit.zxing.QrSymbol;
import org.paperbridge.pagecode.PageCodec;
import org.paperbridge.template.ReleasedForms;
import org.paperbridge.template.file.TemplateFiles;

/** Invented patients of one unit, and what it takes to print for them. */
final class SmallWard {

    static final Unit UNIT = new Unit("CARD", "Cardiologie");
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-09T03:12:00Z"), ZoneOffset.UTC);
    static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    final KeyRing keys = KeyRing.generate(7, SeededSecrets.of(1));
    final PageCodec codec = new PageCodec(keys);
    final ReleasedForms forms = ReleasedForms.load(TemplateFiles.ofProduct());
    final FormIssuer issuer = new FormIssuer(7, CLOCK, new Random(1));

    PdfWriter checked() {
        return new CheckedPdfWriter(new PdfBoxWriter(codec, QrSymbol::of), codec, new PdfRaster(), new QrReader());
    }

    KitBuilder builder() {
        TableSheets tables = new TableSheets(new FontMeasure()::widthMm);
        return new KitBuilder(
                forms,
                issuer,
                checked(),
                CLOCK,
                ZONE,
                List.of(new CensusCheck(new FontMeasure()::draws), new CensusPart(tables)),
                new CoverPages(new FontMeasure()::widthMm),
                new OpenSheets(new FontMeasure()::widthMm, pdf -> Optional.empty()));
    }

    FormTemplate form(String name) {
        return forms.findNewest(name).orElseThrow();
    }

    /** The first has five drugs, the others none. */
    static Census census(int patients) {
        List<Patient> people = IntStream.range(0, patients)
                .mapToObj(i -> new Patient(
                        "90010" + (100 + i),
                        "Demo-Alouette-" + (char) ('A' + i % 26),
                        Optional.empty(),
                        List.of("Zoé"),
                        Optional.of(LocalDate.of(1948, 3, 2)),
                        Optional.of("F"),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        false,
                        Optional.empty()))
                .toList();
        List<Encounter> stays = IntStream.range(0, patients)
                .mapToObj(i -> new Encounter(
                        "269020" + (100 + i),
                        people.get(i).id(),
                        "CARD",
                        Optional.of(String.valueOf(200 + i)),
                        Optional.empty(),
                        Optional.empty()))
                .toList();
        List<ActiveDrug> drugs = Stream.of("furosémide", "ramipril", "bisoprolol", "apixaban", "atorvastatine")
                .map(name -> new ActiveDrug(
                        people.getFirst().id(),
                        name,
                        Optional.empty(),
                        Optional.of("2,5"),
                        Optional.of("mg"),
                        Optional.of("oral"),
                        Optional.of("8 h")))
                .toList();
        return new Census(CLOCK.instant().minusSeconds(3600), List.of(UNIT), people, stays, drugs);
    }
}
