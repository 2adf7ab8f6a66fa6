package org.paperbridge.kit.pdfbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.paperbridge.SeededSecrets;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.key.KeyRing;
import org.paperbridge.kit.EarlierSheet;
import org.paperbridge.kit.FormIssuer;
import org.paperbridge.kit.FormIssuer.Subject;
import org.paperbridge.kit.IssuedForm;
import org.paperbridge.kit.Sheet;
import org.paperbridge.kit.zxing.QrSymbol;
import org.paperbridge.pagecode.PageCodec;
import org.paperbridge.template.ReleasedForms;
import org.paperbridge.template.file.TemplateFiles;

/** What other people's readers say of our files: with pages of two files in one, names in three scripts, sealed and open. */
final class PdfReadersTest {

    private static final String PASSWORD = "correct horse";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-09T03:12:00Z"), ZoneOffset.UTC);
    private static final List<String> NAMES = List.of("DEMO-ÉLODIE ⚠ Zoé", "DEMO Ελένη Жанна", "DEMO مريم");

    private final PageCodec codec = new PageCodec(KeyRing.generate(7, SeededSecrets.of(2)));
    private final FormIssuer issuer = new FormIssuer(7, CLOCK, new Random(1));
    private final FormTemplate form = ReleasedForms.load(TemplateFiles.ofProduct())
            .findNewest("observation")
            .orElseThrow();

    @TempDir
    private Path folder = Path.of("");

    static Stream<Arguments> readers() {
        List<List<String>> readers = List.of(
                List.of("qpdf", "--check", "--password=" + PASSWORD, "FILE"),
                List.of("pdftoppm", "-r", "30", "-gray", "-upw", PASSWORD, "FILE", "OUT"),
                List.of("mutool", "draw", "-r", "30", "-p", PASSWORD, "-o", "OUT%d.pgm", "FILE"));
        return Stream.of(true, false).flatMap(seal -> readers.stream().map(words -> Arguments.of(seal, words)));
    }

    @ParameterizedTest(name = "{1}, sealed: {0}")
    @MethodSource("readers")
    void otherReadersFindNothingWrong(boolean sealed, List<String> words) throws IOException, InterruptedException {
        assumeTrue(installed(words.getFirst()), words.getFirst() + " is not installed");
        Path file = spliced(sealed);
        Ran ran = run(words.stream()
                .map(word -> word.replace("FILE", file.toString())
                        .replace("OUT", folder.resolve("page-").toString()))
                .toList());
        assertThat(ran.exit()).as(ran.said()).isZero();
        assertThat(ran.said().toLowerCase(Locale.ROOT))
                .doesNotContain("error:", "syntax error", "repair", "recover", "damaged");
    }

    /** Otherwise the check above could be one that never fails. */
    @Test
    void oneWrongLengthIsFound() throws IOException, InterruptedException {
        assumeTrue(installed("qpdf"), "qpdf is not installed");
        Path file = spliced(false);
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        Files.writeString(file, text.replaceFirst("/Length [0-9]+", "/Length 7"), StandardCharsets.ISO_8859_1);
        assertThat(run(List.of("qpdf", "--check", file.toString())).exit()).isNotZero();
    }

    /** Two sheets taken over from a file, one new one between them. */
    private Path spliced(boolean sealed) throws IOException {
        Optional<PdfSeal> seal = sealed ? Optional.of(PdfSeal.create(PASSWORD)) : Optional.empty();
        PdfBoxWriter writer = new PdfBoxWriter(codec, QrSymbol::of, seal);
        Path first = folder.resolve("first.pdf");
        List<IssuedForm> issued = new ArrayList<>();
        for (String name : NAMES) {
            issued.add(issuer.issue(
                    form,
                    Optional.of(new Subject("90010100", Optional.empty())),
                    Map.of("patient.name", name, "unit.name", "Cardiologie")));
        }
        writer.write(first, "Chambre « 12 »", "fr", issued);
        List<Sheet> sheets = List.of(taken(issued.get(2), first, 6), issued.get(0), taken(issued.get(1), first, 3));
        assertThat(sheets.stream().filter(EarlierSheet.class::isInstance))
                .allMatch(sheet -> writer.canTake((EarlierSheet) sheet, "fr"));
        Path second = folder.resolve("second.pdf");
        assertThat(writer.write(second, "Chambre « 12 »", "fr", sheets)).isEqualTo(9);
        return second;
    }

    private static EarlierSheet taken(IssuedForm issued, Path file, int page) {
        return new EarlierSheet(issued.form(), issued.serial(), 1, issued.issuedAt(), false, file, page, page == 4);
    }

    private static boolean installed(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }

    private record Ran(int exit, String said) {}

    private static Ran run(List<String> words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), said);
    }
}
