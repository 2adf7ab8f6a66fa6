package org.paperbridge.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.app.Paperbridge;
import org.paperbridge.template.ReleasedForms;
import org.paperbridge.template.file.TemplateFiles;

/** FEATURE UNDER TEST: each of the 43 losses has a picture and a command, and the command prints something. */
final class LossTableTest {

    private static final Path PAGE = Path.of("docs/reference/forms.md");
    private static final Path LISTS = Path.of("src/test/resources/org/paperbridge/shipped/lists");
    /** One patient with everything a record can say, and one of whom it says nothing. */
    private static final String WARD = "src/test/resources/org/paperbridge/shipped/ward.hl7";

    private static final Pattern COMMAND = Pattern.compile("`\\./paperbridge ([^`]+)`");
    private static final Pattern PICTURE = Pattern.compile("\\(\\.\\./pictures/([^)]+)\\)");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyRowHasAPictureAndACommand() throws IOException {
        for (String row : rows()) {
            assertThat(commands(row)).as(row).isNotEmpty();
            List<String> pictures =
                    PICTURE.matcher(row).results().map(m -> m.group(1)).toList();
            assertThat(pictures)
                    .as(row)
                    .isNotEmpty()
                    .allSatisfy(picture -> assertThat(Path.of("docs/pictures").resolve(picture))
                            .isRegularFile());
        }
    }

    /** That every form prints and reads back, and that a kit is built, is proved elsewhere; here they must exist. */
    @Test
    void everyCommandOfTheTablePrints() throws IOException {
        Set<String> forms = new TreeSet<>(ReleasedForms.load(TemplateFiles.ofProduct()).listForms().stream()
                .map(form -> form.ref().form())
                .toList());
        Path lists = Files.createDirectories(folder.resolve("home/lists"));
        try (Stream<Path> samples = Files.list(LISTS)) {
            for (Path sample : samples.toList()) {
                String today = LocalDate.now(ZoneId.of("Europe/Paris")).toString();
                Files.writeString(
                        lists.resolve(sample.getFileName()),
                        Files.readString(sample).replace("TODAY", today));
            }
        }
        Set<String> commands = new TreeSet<>();
        for (String row : rows()) {
            commands.addAll(commands(row));
        }
        assertThat(commands).hasSizeGreaterThan(50);
        for (String command : commands) {
            List<String> words = new ArrayList<>(Arrays.asList(command.split(" ")));
            if (command.startsWith("form print ")) {
                assertThat(forms).as(command).contains(words.get(2));
            } else if (command.startsWith("kit build ")) {
                Paperbridge.commandLine().parseArgs(words.toArray(String[]::new));
            } else {
                prints(command, words);
            }
        }
    }

    private void prints(String command, List<String> words) throws IOException {
        words.replaceAll(word -> switch (word) {
            case "adt.hl7" -> WARD;
            case "questionnaire.json" -> "src/test/resources/org/paperbridge/questionnaire/own-fall-risk.json";
            case "kits", "templates", "list.pdf", "labels.pdf", "cards.pdf" ->
                folder.resolve(word).toString();
            default -> word;
        });
        if (command.startsWith("form import")) {
            for (String common : List.of("common.fr.yaml", "common.en.yaml")) {
                Files.createDirectories(folder.resolve("templates"));
                Files.copy(
                        Path.of("templates", common),
                        folder.resolve("templates").resolve(common));
            }
        } else {
            words.addAll(List.of("--home", folder.resolve("home").toString()));
        }
        StringWriter said = new StringWriter();
        int exit = Paperbridge.commandLine()
                .setErr(new PrintWriter(said, true))
                .setOut(new PrintWriter(said, true))
                .execute(words.toArray(String[]::new));
        assertThat(exit).as(command + " said " + said).isZero();
        if (words.contains("-o")) {
            Path pdf = Path.of(words.get(words.indexOf("-o") + 1));
            try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
                assertThat(document.getNumberOfPages()).as(command).isPositive();
                assertThat(new PDFTextStripper().getText(document)).as(command).isNotBlank();
            }
            Files.delete(pdf);
        }
    }

    private static List<String> rows() throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        return IntStream.rangeClosed(1, 43)
                .mapToObj(loss -> lines.stream()
                        .filter(line -> line.startsWith("| " + loss + " |"))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private static List<String> commands(String row) {
        Matcher matcher = COMMAND.matcher(row);
        return matcher.results().map(m -> m.group(1)).toList();
    }
}
