package org.paperbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperbridge.SeededSecrets;
import org.paperbridge.app.settings.SettingsFile;
import org.paperbridge.census.CensusLoad;
import org.paperbridge.form.page.PrintedForm;
import org.paperbridge.key.KeyRing;
import org.paperbridge.kit.KitFile;
import org.paperbridge.kit.KitPlan;
import org.paperbridge.kit.KitSheet;
import org.paperbridge.kit.folder.KitCheck;
import org.paperbridge.kit.labels.LabelPlan;
import org.paperbridge.store.PrintedRegistry;
import org.paperbridge.store.seal.StoreKeys;
import org.paperbridge.template.ReleasedForms;
import org.paperbridge.template.file.TemplateFiles;
import picocli.CommandLine;

/** A kit that follows another takes over what did not change, byte for byte, and says when it was printed. */
final class KitRefreshTest {

    private static final Instant FIRST = Instant.parse("2026-02-09T03:12:00Z");
    private static final InventedHospital HOSPITAL = new InventedHospital(6, 3);
    private static final String PRESCRIPTIONS = "U00/20-prescription.pdf";
    private static final String CHARTS = "U00/30-observation.pdf";
    private static final KitPlan PLAN = new KitPlan(
            "fr",
            Map.of("prescription", 1, "observation", 1),
            Map.of("prescription", 2),
            KitPlan.PAGES_PER_FILE,
            LabelPlan.NONE);

    private final KeyRing keys = KeyRing.generate(7, SeededSecrets.of(3));
    private final ReleasedForms forms = ReleasedForms.load(TemplateFiles.ofProduct());
    private final Moving clock = new Moving();
    private Optional<String> fullAt = Optional.empty();

    @TempDir
    private Path home = Path.of("");

    @ParameterizedTest(name = "sealed: {0}")
    @ValueSource(booleans = {true, false})
    void pagesOfUnchangedPatientsAreTheSameAndThoseOfTheChangedOneAreNot(boolean sealed) throws IOException {
        KitMaker maker = maker(sealed);
        KitManifest before = make(maker, 0, "40");
        List<BufferedImage> seenBefore = pictures(PRESCRIPTIONS);
        List<byte[]> drawnBefore = drawn(CHARTS);
        clock.now = FIRST.plus(Duration.ofMinutes(15));
        KitManifest after = make(maker, 1, "60");

        assertThat(serials(after, PRESCRIPTIONS).subList(1, 3))
                .isEqualTo(serials(before, PRESCRIPTIONS).subList(1, 3));
        assertThat(serials(after, PRESCRIPTIONS).getFirst())
                .isNotEqualTo(serials(before, PRESCRIPTIONS).getFirst());
        List<BufferedImage> seen = pictures(PRESCRIPTIONS);
        assertThat(seen).as("original and copy of three patients").hasSize(6);
        for (int page = 0; page < seen.size(); page++) {
            assertThat(same(seen.get(page), seenBefore.get(page)))
                    .as("page %s, the first patient's are the negative control", page)
                    .isEqualTo(page >= 2);
        }
        assertThat(drawn(CHARTS)).as("no dose stands on a chart").containsExactlyElementsOf(drawnBefore);
        assertThat(text(PRESCRIPTIONS, 1)).contains("furosémide   60 mg", "Imprimé le 09/02/2026 04:27");
        assertThat(text(PRESCRIPTIONS, 3)).contains("furosémide   40 mg", "Imprimé le 09/02/2026 04:12");
        assertThat(text("U00/00-start-here.pdf", 1))
                .contains("09/02/2026 04:27", "la plus ancienne : 09/02/2026 04:12");
        assertThat(Files.isSameFile(file("U00/20-prescription-blank.pdf"), earlier("U00/20-prescription-blank.pdf")))
                .as("blank stock stays the same file")
                .isTrue();
        assertThat(Files.isSameFile(file("U01/01-census.pdf"), earlier("U01/01-census.pdf")))
                .as("a unit in which nothing changed stays the same files")
                .isTrue();
        assertWhole(after);
    }

    @Test
    void theRegistryKeepsTheSheetsThatAreStillInTheKitAndLetsTheOthersGo() throws IOException {
        KitMaker maker = maker(true);
        KitManifest before = make(maker, 0, "40");
        clock.now = FIRST.plus(Duration.ofMinutes(15));
        KitManifest after = make(maker, 1, "60");
        try (PrintedRegistry registry = registry()) {
            for (String path : List.of(PRESCRIPTIONS, CHARTS)) {
                for (String serial : serials(after, path)) {
                    assertThat(registry.find(serial).flatMap(PrintedForm::patientId))
                            .as(serial)
                            .isPresent();
                }
            }
            assertThat(registry.find(serials(before, PRESCRIPTIONS).get(1)).map(PrintedForm::issuedAt))
                    .contains(FIRST);
        }
    }

    @Test
    void aKitCarriedOverManyRefreshesDoesNotGrowAndIsPrintedAgainBeforeItLooksStale() throws IOException {
        KitMaker maker = maker(true);
        KitManifest first = make(maker, 0, "40");
        long bytes = Files.size(file(PRESCRIPTIONS));
        KitManifest last = first;
        for (int round = 1; round <= 6; round++) {
            clock.now = FIRST.plus(Duration.ofHours(3L * round));
            last = make(maker, 1, String.valueOf(round));
            assertThat(Files.size(file(PRESCRIPTIONS))).isCloseTo(bytes, org.assertj.core.data.Offset.offset(400L));
        }
        assertThat(serials(last, PRESCRIPTIONS).subList(1, 3))
                .isEqualTo(serials(first, PRESCRIPTIONS).subList(1, 3));
        assertThat(same(
                        pictures(PRESCRIPTIONS).getLast(),
                        pictures(earlier(PRESCRIPTIONS)).getLast()))
                .isTrue();
        clock.now = FIRST.plus(Duration.ofHours(25));
        KitManifest later = make(maker, 1, "6");
        assertThat(serials(later, PRESCRIPTIONS).getFirst())
                .as("seven hours old")
                .isEqualTo(serials(last, PRESCRIPTIONS).getFirst());
        assertThat(serials(later, PRESCRIPTIONS).subList(1, 3))
                .as("a day old")
                .doesNotContainAnyElementsOf(serials(first, PRESCRIPTIONS));
        assertThat(serials(later, "U00/20-prescription-blank.pdf"))
                .as("a blank sheet has nothing on it that ages")
                .isEqualTo(serials(first, "U00/20-prescription-blank.pdf"));
        assertWhole(later);
    }

    @Test
    void aFileThatWasAlteredIsPrintedAgainAndNeverSignedAnew() throws IOException {
        KitMaker maker = maker(true);
        KitManifest before = make(maker, 0, "40");
        byte[] bytes = Files.readAllBytes(file(PRESCRIPTIONS));
        bytes[bytes.length / 2] ^= 1;
        Files.write(file(PRESCRIPTIONS), bytes);
        byte[] other = Files.readAllBytes(file("U01/20-prescription.pdf"));
        Files.write(file("U01/20-prescription.pdf"), Arrays.copyOf(other, other.length - 9));
        KitManifest after = make(maker, 1, "60");
        assertThat(serials(after, PRESCRIPTIONS)).doesNotContainAnyElementsOf(serials(before, PRESCRIPTIONS));
        assertThat(serials(after, CHARTS)).isEqualTo(serials(before, CHARTS));
        assertThat(serials(after, "U01/20-prescription.pdf"))
                .doesNotContainAnyElementsOf(serials(before, "U01/20-prescription.pdf"));
        assertWhole(after);
    }

    @Test
    void nothingIsTakenFromAKitThatThisSiteDidNotSign() throws IOException {
        KitManifest before = make(maker(true), 0, "40");
        Path manifest = file("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"fr\"", "\"en\""));
        KitManifest after = make(maker(true), 0, "40");
        assertThat(serials(after, CHARTS)).doesNotContainAnyElementsOf(serials(before, CHARTS));
        assertWhole(after);
    }

    @Test
    void aSealedKitTakesNothingFromAnOpenOneNorTheOtherWayRound() throws IOException {
        KitManifest open = make(maker(false), 0, "40");
        KitManifest sealed = make(maker(true), 1, "60");
        assertThat(serials(sealed, CHARTS)).doesNotContainAnyElementsOf(serials(open, CHARTS));
        assertWhole(sealed);
        assertThat(serials(make(maker(false), 1, "60"), CHARTS)).doesNotContainAnyElementsOf(serials(sealed, CHARTS));
    }

    @Test
    void anotherProcessTakesOverToo() throws IOException {
        KitManifest before = make(maker(true), 0, "40");
        KitManifest after = make(maker(true), 1, "60");
        assertThat(serials(after, CHARTS)).isEqualTo(serials(before, CHARTS));
        assertThat(drawn(CHARTS)).hasSize(9);
    }

    @Test
    void aRefreshThatBreaksOffLeavesEveryByteOfTheKitBefore() throws IOException {
        KitMaker maker = maker(true);
        make(maker, 0, "40");
        Map<String, String> before = hashes();
        fullAt = Optional.of("U01");
        assertThatThrownBy(() -> make(maker, 2, "60")).hasMessageContaining("No space left");
        assertThat(hashes()).isEqualTo(before);
        try (Stream<Path> left = Files.list(home)) {
            assertThat(left.map(Path::getFileName).map(Path::toString)).noneMatch(name -> name.contains("building"));
        }
        fullAt = Optional.empty();
        assertWhole(make(maker, 2, "60"));
    }

    private KitMaker maker(boolean sealed) {
        KitOptions options = CommandLine.populateCommand(
                new KitOptions(), sealed ? new String[] {"--seal"} : new String[] {"--workers", "2"});
        return new KitMaker(
                home,
                keys,
                forms,
                options,
                (unit, load) -> {
                    if (fullAt.filter(unit.code()::equals).isPresent()) {
                        throw new UncheckedIOException(new IOException("No space left on device"));
                    }
                    return PLAN;
                },
                this::registry,
                clock);
    }

    private PrintedRegistry registry() {
        return new PrintedRegistry(SettingsFile.load(home, Map.of(), 1).store(), StoreKeys.of(keys.storeKey()));
    }

    private KitManifest make(KitMaker maker, int changedUnits, String dose) throws IOException {
        CensusLoad load = HOSPITAL.load(clock.now.minusSeconds(60), changedUnits, dose);
        return maker.make(load, load.census().units(), home.resolve("kits"), 1, true)
                .manifest();
    }

    private Path file(String path) {
        return home.resolve("kits").resolve(path);
    }

    private Path earlier(String path) {
        return home.resolve("kits.1").resolve(path);
    }

    private static List<String> serials(KitManifest manifest, String path) {
        return manifest.files().stream()
                .filter(file -> file.path().equals(path))
                .flatMap(file -> file.sheets().stream())
                .map(KitSheet::serial)
                .distinct() // original and pharmacy copy of one sheet
                .toList();
    }

    private void assertWhole(KitManifest manifest) throws IOException {
        Map<String, String> expected = new HashMap<>();
        for (KitFile listed : manifest.files()) {
            expected.put(listed.path(), listed.sha256());
            try (PDDocument document = open(file(listed.path()))) {
                assertThat(document.getNumberOfPages()).isEqualTo(listed.pages());
            }
        }
        assertThat(KitCheck.compare(home.resolve("kits"), expected).none()).isTrue();
        assertThat(KitManifest.genuine(home.resolve("kits"), keys)).isTrue();
        assertThat(KitManifest.states(home.resolve("kits"))).hasSize(2);
    }

    private Map<String, String> hashes() throws IOException {
        Map<String, String> hashes = new HashMap<>();
        try (Stream<Path> paths = Files.walk(home.resolve("kits"))) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                hashes.put(path.toString(), KitCheck.sha256(path));
            }
        }
        return hashes;
    }

    private PDDocument open(Path file) throws IOException {
        return Loader.loadPDF(file.toFile(), keys.kitPassword());
    }

    private List<BufferedImage> pictures(String path) throws IOException {
        return pictures(file(path));
    }

    private List<BufferedImage> pictures(Path file) throws IOException {
        try (PDDocument document = open(file)) {
            List<BufferedImage> pictures = new ArrayList<>();
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                pictures.add(new PDFRenderer(document).renderImageWithDPI(i, 100, ImageType.GRAY));
            }
            return pictures;
        }
    }

    private List<byte[]> drawn(String path) throws IOException {
        try (PDDocument document = open(file(path))) {
            List<byte[]> drawn = new ArrayList<>();
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                drawn.add(document.getPage(i).getContents().readAllBytes());
            }
            return drawn;
        }
    }

    private String text(String path, int page) throws IOException {
        try (PDDocument document = open(file(path))) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return stripper.getText(document);
        }
    }

    private static boolean same(BufferedImage one, BufferedImage other) {
        return Arrays.equals(
                one.getRaster().getPixels(0, 0, one.getWidth(), one.getHeight(), (int[]) null),
                other.getRaster().getPixels(0, 0, other.getWidth(), other.getHeight(), (int[]) null));
    }

    /** Stands still until it is moved. */
    private static final class Moving extends Clock {

        private Instant now = FIRST;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
