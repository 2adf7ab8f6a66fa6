package org.paperbridge.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.cli.Cli;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.pagecode.PageCodec;
import org.paperbridge.pagecode.PageStamp;
import org.paperbridge.template.ReleasedForms;
import org.paperbridge.template.file.TemplateFiles;

/** FEATURE UNDER TEST: each of the 43 losses has a picture and a command, and the command prints what it says. */
final class LossTableTest {

    private static final Path PAGE = Path.of("docs/reference/forms.md");
    private static final Path LISTS = Path.of("src/test/resources/org/paperbridge/shipped/lists");
    /** One patient with everything a record can say, and one of whom it says nothing. */
    private static final String WARD = "src/test/resources/org/paperbridge/shipped/ward.hl7";

    private static final String PATIENT = "90010181";
    private static final ReleasedForms FORMS = ReleasedForms.load(TemplateFiles.ofProduct());

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

    @Test
    void everyCommandOfTheTablePrints() throws IOException {
        lists();
        assertThat(Cli.launch(home(), "key", "init", "--site", "12").exit()).isZero();
        PageCodec codec = PrintedPdf.codec(home());
        Set<String> commands = new TreeSet<>();
        for (String row : rows()) {
            commands.addAll(commands(row));
        }
        assertThat(commands).hasSizeGreaterThan(50);
        Set<String> formsPrinted = new TreeSet<>();
        for (String command : commands) {
            List<String> words = replaced(command);
            String[] all = words.toArray(String[]::new);
            Cli ran = command.startsWith("form import ") ? Cli.launch(all) : Cli.launch(home(), all);
            assertThat(ran.exit()).as(command + " said " + ran.err()).isZero();
            if (command.startsWith("form print ")) {
                assertFormPrinted(command, words, codec);
                formsPrinted.add(words.get(2));
            } else if (command.startsWith("kit build ")) {
                assertKitPrinted(folder.resolve("kits"), codec);
            } else if (command.startsWith("form import ")) {
                assertThat(folder.resolve("templates/my-form/v1/form.yaml")).isRegularFile();
            } else {
                PrintedPdf pdf = new PrintedPdf(out(words));
                assertThat(pdf.pages()).as(command).isPositive();
                assertThat(pdf.text()).as(command).isNotBlank();
            }
        }
        assertThat(formsPrinted).hasSizeGreaterThan(20);
    }

    /** Every page is there, in French, and both its codes say which form, version and page it is, and whose. */
    private void assertFormPrinted(String command, List<String> words, PageCodec codec) throws IOException {
        FormTemplate form = FORMS.findNewest(words.get(2)).orElseThrow();
        int pagesOfForm = form.layout().pages().size();
        PrintedPdf pdf = new PrintedPdf(out(words));
        assertThat(pdf.pages() % pagesOfForm).as(command).isZero();
        Map<String, String> french = form.labels().getOrDefault("fr", Map.of());
        assertThat(plain(pdf.text()))
                .as(command)
                .contains(
                        french.getOrDefault("title", "no title"),
                        form.ref().form() + " v" + form.ref().version());
        boolean forPatient = words.contains("--patient");
        if (forPatient) {
            assertThat(pdf.text()).as(command).contains("DEMO-ALOUETTE", PATIENT);
        }
        List<PageStamp> stamps = pdf.stamps(form, codec);
        assertStamps(command, form, stamps);
        assertThat(stamps)
                .as(command)
                .allMatch(stamp -> stamp.patientId().equals(Optional.of(PATIENT).filter(number -> forPatient)));
        Files.delete(pdf.file());
    }

    /** What the manifest says is what the files hold: pages, words, and a code that reads back on every page of a form. */
    private void assertKitPrinted(Path kit, PageCodec codec) throws IOException {
        JsonNode manifest = new ObjectMapper().readTree(Files.readString(kit.resolve("manifest.json")));
        Set<String> names = new TreeSet<>();
        for (JsonNode file : manifest.path("files")) {
            String path = file.path("path").asText();
            names.add(path);
            PrintedPdf pdf = new PrintedPdf(kit.resolve(path));
            assertThat(pdf.pages()).as(path).isEqualTo(file.path("pages").asInt());
            assertThat(pdf.text()).as(path).isNotBlank();
            if (file.path("forms").isEmpty()) {
                continue;
            }
            FormTemplate form = FORMS.findNewest(
                            file.path("forms").get(0).path("form").asText())
                    .orElseThrow();
            List<PageStamp> stamps = pdf.stamps(form, codec);
            assertStamps(path, form, stamps);
            assertThat(stamps.stream().map(PageStamp::serial).distinct().toList())
                    .as(path)
                    .containsExactlyElementsOf(serials(file));
        }
        assertThat(names)
                .contains(
                        "CARD/00-start-here.pdf",
                        "CARD/01-census.pdf",
                        "CARD/20-prescription.pdf",
                        "CARD/610-patient-sheet.pdf",
                        "CARD/09-new-patients-wristbands.pdf");
        assertThat(new PrintedPdf(kit.resolve("CARD/01-census.pdf")).text()).contains("DEMO-ALOUETTE", "DEMO-BROUETTE");
    }

    private static Set<String> serials(JsonNode file) {
        Set<String> serials = new LinkedHashSet<>();
        file.path("forms").forEach(form -> serials.add(form.path("serial").asText()));
        return serials;
    }

    private static void assertStamps(String what, FormTemplate form, List<PageStamp> stamps) {
        int pages = form.layout().pages().size();
        assertThat(stamps)
                .as(what)
                .isNotEmpty()
                .allMatch(stamp -> stamp.formNumber() == form.number()
                        && stamp.formVersion() == form.ref().version()
                        && stamp.fingerprint() == form.layout().fingerprint());
        assertThat(stamps.stream().map(PageStamp::page).toList())
                .as(what)
                .isEqualTo(IntStream.range(0, stamps.size())
                        .mapToObj(i -> i % pages + 1)
                        .toList());
        for (int i = 0; i < stamps.size(); i += pages) {
            assertThat(stamps.subList(i, i + pages))
                    .as(what)
                    .extracting(PageStamp::serial)
                    .containsOnly(stamps.get(i).serial());
        }
    }

    private void lists() throws IOException {
        Path lists = Files.createDirectories(home().resolve("lists"));
        try (Stream<Path> samples = Files.list(LISTS)) {
            for (Path sample : samples.toList()) {
                String today = LocalDate.now(ZoneId.of("Europe/Paris")).toString();
                Files.writeString(
                        lists.resolve(sample.getFileName()),
                        Files.readString(sample).replace("TODAY", today));
            }
        }
        Files.createDirectories(folder.resolve("templates"));
        for (String common : List.of("common.fr.yaml", "common.en.yaml")) {
            Files.copy(Path.of("templates", common), folder.resolve("templates").resolve(common));
        }
    }

    private List<String> replaced(String command) {
        return Arrays.stream(command.split(" "))
                .map(word -> switch (word) {
                    case "adt.hl7" -> WARD;
                    case "questionnaire.json" -> "src/test/resources/org/paperbridge/questionnaire/own-fall-risk.json";
                    case "kits", "templates", "form.pdf", "list.pdf", "labels.pdf", "cards.pdf" ->
                        folder.resolve(word).toString();
                    default -> word;
                })
                .toList();
    }

    private static Path out(List<String> words) {
        return Path.of(words.get(words.indexOf("-o") + 1));
    }

    private Path home() {
        return folder.resolve("home");
    }

    /** A title may be broken into lines. */
    private static String plain(String text) {
        return text.replaceAll("\\s+", " ");
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
