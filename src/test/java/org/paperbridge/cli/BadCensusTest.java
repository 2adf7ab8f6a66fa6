package org.paperbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FEATURE UNDER TEST: whatever is wrong with a census stands on the kit's list of things to check, and the kit is made. */
final class BadCensusTest {

    @TempDir
    private static Path folder = Path.of("");

    private static final ByteArrayOutputStream FEED = new ByteArrayOutputStream();
    private static String census = "";
    private static String exceptions = "";

    @BeforeAll
    static void build() throws IOException {
        adt(1, "محمد", "1", "UNICODE UTF-8", "UTF-8", "A01", "");
        adt(2, "כהן", "2", "UNICODE UTF-8", "UTF-8", "A01", "");
        adt(3, "Łukaszewska-Żółć", "3", "UNICODE UTF-8", "UTF-8", "A01", "");
        adt(4, "Nguyễn", "4", "UNICODE UTF-8", "UTF-8", "A01", "");
        adt(5, "E\u0301tienne", "5", "UNICODE UTF-8", "UTF-8", "A01", "");
        adt(6, "王小明", "6", "UNICODE UTF-8", "UTF-8", "A01", "");
        adt(7, "A".repeat(120), "7", "UNICODE UTF-8", "UTF-8", "A01", "");
        adt(8, "", "8", "UNICODE UTF-8", "UTF-8", "A01", "");
        adt(9, "Deux", "9", "UNICODE UTF-8", "UTF-8", "A01", "");
        adt(10, "Lits", "9", "UNICODE UTF-8", "UTF-8", "A01", "");
        adt(11, "Partout", "11", "UNICODE UTF-8", "UTF-8", "A01", "");
        adt(11, "Partout", "12", "UNICODE UTF-8", "UTF-8", "A01", "b");
        adt(12, "Bâle", "13", "8859/1", "ISO-8859-1", "A01", "");
        adt(13, "Œuf", "14", "8859/15", "ISO-8859-15", "A01", "");
        adt(14, "Menteur-Été", "15", "UNICODE UTF-8", "ISO-8859-1", "A01", "");
        adt(15, "Menti-é", "16", "8859/1", "UTF-8", "A01", "");
        adt(16, "\u202eTourné", "17", "UNICODE UTF-8", "UTF-8", "A01", "");
        adt(17, "ქართველი", "18", "UNICODE UTF-8", "UTF-8", "A01", "");
        adt(18, "Double", "20", "UNICODE UTF-8", "UTF-8", "A01", "");
        adt(18, "Double", "20", "UNICODE UTF-8", "UTF-8", "A01", "");
        adt(19, "Annulé", "21", "UNICODE UTF-8", "UTF-8", "A11", "");
        adt(19, "Annulé", "21", "UNICODE UTF-8", "UTF-8", "A01", "");
        adt(20, "Parti", "22", "UNICODE UTF-8", "UTF-8", "A03", "");
        FEED.writeBytes("MSH|^~\\&|broken\rPID\rZZZ|||\r".getBytes(StandardCharsets.US_ASCII));
        Path feed = Files.write(folder.resolve("bad.hl7"), FEED.toByteArray());
        Cli ran = Cli.launch(
                folder.resolve("home"),
                "kit",
                "build",
                "--census",
                feed.toString(),
                "--out",
                folder.resolve("kits").toString(),
                "--lang",
                "en");
        assertThat(ran.exit()).as(ran.err()).isEqualTo(1);
        census = text("01-census");
        exceptions = text("02-exceptions");
    }

    @Test
    void everyNameThatCanBePrintedIsAndAnAccentIsNeverLost() {
        assertThat(census)
                .contains("ŁUKASZEWSKA-ŻÓŁĆ", "NGUYỄN", "ÉTIENNE", "BÂLE", "ŒUF", "MENTI-É", "TOURNÉ", "ქართველი")
                .contains("NO NAME", "PARTOUT", "DOUBLE");
    }

    @Test
    void whatThePaperCannotShowIsSaid() {
        assertThat(exceptions)
                .contains("Bed 6 (patient no. 6): the name has characters that cannot be printed")
                .contains("Bed 1: name written from right to left", "Bed 2: name written from right to left")
                .contains("Bed 7: name of", "characters, printed small")
                .contains("Bed 8: patient without name")
                .doesNotContain("Bed 4", "Bed 5", "Bed 3", "Bed 18");
    }

    @Test
    void whoLiesWhereIsNeverGuessed() {
        assertThat(exceptions)
                .contains("Bed 9: two patients")
                .contains("Patient no. 11 is in two beds: CARD 11, CARD 12. Which one is right?");
        assertThat(census).contains("DEUX", "LITS");
        assertThat(census).doesNotContain("PARTI ").doesNotContain("ANNULÉ");
    }

    @Test
    void everyMessageThatWasRefusedOrInferredIsListedWithItsPlace() {
        assertThat(exceptions)
                .contains("bad.hl7:15: character set unknown or contradicted by the bytes (MSH-18)")
                .contains("bad.hl7:16: MSH-18 says 8859/1, the bytes are UTF-8: read so, check the accents")
                .contains("bad.hl7:20: message came twice, counted once")
                .contains("bad.hl7:24: malformed HL7 v2 message")
                .doesNotContain("MENTEUR");
    }

    private static void adt(
            int number, String name, String bed, String declared, String charset, String event, String stay) {
        String hour = event.equals("A01") ? "04" : "05";
        String message = "MSH|^~\\&|S|H|P|H|20260209" + hour + "0000||ADT^" + event + "|M" + number + event
                + "|P|2.5|||||FRA|" + declared + "\rEVN|" + event + "|20260209" + hour + "0000\rPID|||" + number
                + "^^^H^PI||" + name + "^Zoé^^^^^L||19500101|F\rPV1||I|CARD^" + bed + "||||||||||||||||S" + number
                + stay + "\r";
        FEED.writeBytes(message.getBytes(Charset.forName(charset)));
    }

    /** On one line, for a note may take two. */
    private static String text(String file) throws IOException {
        try (PDDocument document =
                Loader.loadPDF(folder.resolve("kits/CARD/" + file + ".pdf").toFile())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
