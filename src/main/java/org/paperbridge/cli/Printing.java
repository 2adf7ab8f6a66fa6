package org.paperbridge.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.key.KeyRing;
import org.paperbridge.kit.CheckedPdfWriter;
import org.paperbridge.kit.FormIssuer;
import org.paperbridge.kit.KitBuilder;
import org.paperbridge.kit.PdfWriter;
import org.paperbridge.kit.batch.BatchSheetFile;
import org.paperbridge.kit.labels.LabelFormats;
import org.paperbridge.kit.labels.LabelPart;
import org.paperbridge.kit.labels.LabelSheets;
import org.paperbridge.kit.lists.BoardPart;
import org.paperbridge.kit.lists.CensusCheck;
import org.paperbridge.kit.lists.CensusPart;
import org.paperbridge.kit.lists.CoverPages;
import org.paperbridge.kit.lists.DrugPart;
import org.paperbridge.kit.lists.FormularyCsv;
import org.paperbridge.kit.lists.FormularyPart;
import org.paperbridge.kit.lists.HouseCensusPart;
import org.paperbridge.kit.lists.MidnightPart;
import org.paperbridge.kit.lists.PillRoundPart;
import org.paperbridge.kit.lists.ResultPart;
import org.paperbridge.kit.lists.SiteListPart;
import org.paperbridge.kit.lists.SiteLists;
import org.paperbridge.kit.numbers.FormularyLedger;
import org.paperbridge.kit.numbers.NumberLedger;
import org.paperbridge.kit.numbers.NumberScheme;
import org.paperbridge.kit.page.TableSheets;
import org.paperbridge.kit.page.TextMeasure;
import org.paperbridge.kit.pdfbox.ApprovedPdf;
import org.paperbridge.kit.pdfbox.FirstPage;
import org.paperbridge.kit.pdfbox.FontMeasure;
import org.paperbridge.kit.pdfbox.PdfBoxWriter;
import org.paperbridge.kit.pdfbox.PdfRaster;
import org.paperbridge.kit.pdfbox.PdfSeal;
import org.paperbridge.kit.protocol.ProtocolPart;
import org.paperbridge.kit.protocol.ProtocolSettings;
import org.paperbridge.kit.protocol.ProtocolShelf;
import org.paperbridge.kit.sheets.OpenSheets;
import org.paperbridge.kit.zxing.QrReader;
import org.paperbridge.kit.zxing.QrSymbol;
import org.paperbridge.kit.zxing.ZxingBarcodes;
import org.paperbridge.pagecode.PageCodec;

/** What printing commands are made of. */
public final class Printing {

    private Printing() {}

    public static FormIssuer issuer(KeyRing keys, Clock clock) {
        return new FormIssuer(keys.site(), clock, new SecureRandom());
    }

    /** Reads the first copy of every form back before it may reach a printer. */
    public static PdfWriter writer(KeyRing keys) {
        return writer(keys, Optional.empty());
    }

    /** @param seal encrypts every file */
    public static PdfWriter writer(KeyRing keys, Optional<PdfSeal> seal) {
        PageCodec codec = new PageCodec(keys);
        return new CheckedPdfWriter(
                new PdfBoxWriter(codec, QrSymbol::of, seal),
                codec,
                new PdfRaster(seal.isPresent() ? keys.kitPassword() : ""),
                new QrReader());
    }

    /** @param home where label sheets are described and temporary numbers are kept */
    public static KitBuilder kits(KeyRing keys, FormCatalogue forms, Clock clock, ZoneId ward, Path home) {
        return kits(keys, forms, clock, ward, home, writer(keys));
    }

    /** @param home where label sheets are described and temporary numbers are kept */
    public static KitBuilder kits(
            KeyRing keys, FormCatalogue forms, Clock clock, ZoneId ward, Path home, PdfWriter writer) {
        TextMeasure measure = new FontMeasure()::widthMm;
        TableSheets tables = new TableSheets(measure);
        Path lists = home.resolve("lists");
        SiteLists known = SiteLists.ofFolder(lists);
        ProtocolSettings protocols = ProtocolSettings.ofHome(home);
        return new KitBuilder(
                forms,
                issuer(keys, clock),
                writer,
                clock,
                ward,
                List.of(
                        new CensusCheck(new FontMeasure()::draws),
                        new CensusPart(tables),
                        new BoardPart(measure),
                        new MidnightPart(tables),
                        new HouseCensusPart(tables),
                        new DrugPart(tables),
                        new PillRoundPart(tables),
                        new ResultPart(tables),
                        new SiteListPart(lists, known.all(), tables),
                        formulary(home, tables),
                        new ProtocolPart(protocols, shelf(home, protocols), lists, known.find("protocols")),
                        new LabelPart(LabelFormats.ofHome(home), labels(), numbers(home, clock), NumberScheme.USUAL)),
                new CoverPages(measure),
                open());
    }

    /** The approved protocols of a home. */
    static ProtocolShelf shelf(Path home, ProtocolSettings settings) {
        return new ProtocolShelf(settings, home.resolve("protocols-kept"), new ApprovedPdf());
    }

    /** Sheets that are drawn for each patient. */
    static OpenSheets open() {
        return new OpenSheets(new FontMeasure()::widthMm, FirstPage::words);
    }

    /** @param ward time zone of what is printed */
    public static BatchSheetFile batch(KeyRing keys, ZoneId ward) {
        return new BatchSheetFile(writer(keys), new PageCodec(keys).batches(), QrSymbol::of, ward);
    }

    public static LabelSheets labels() {
        return new LabelSheets(new ZxingBarcodes(), new FontMeasure()::widthMm);
    }

    /** The formulary of a home with its numbers. */
    static FormularyPart formulary(Path home, TableSheets tables) {
        return new FormularyPart(
                new FormularyCsv(home.resolve("lists")), new FormularyLedger(home.resolve(Home.FORMULARY)), tables);
    }

    /** All temporary numbers ever given out by this home. */
    public static NumberLedger numbers(Path home, Clock clock) {
        return new NumberLedger(home.resolve("numbers").resolve("given.tsv"), clock);
    }
}
