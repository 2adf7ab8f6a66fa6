package org.paperbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.shipped.PrintedPdf;

/** Labels that were lost or used up come again with the same numbers, and no number is spent on them. */
final class LabelReprintTest {

    private static final String WARD = "src/test/resources/org/paperbridge/shipped/ward.hl7";
    private static final Pattern NUMBER = Pattern.compile("\\b(9\\d{3}) (\\d{4}) (\\d{2})\\b");

    /** One for all: its keys are made once. */
    @TempDir
    private static Path home = Path.of("");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aRangeOfGivenNumbersComesAgainAndNoneIsGiven() throws IOException {
        assertThat(numbers("--unit", "URG", "--people", "4").exit()).isZero();
        List<String> first = printed();
        assertThat(first).hasSize(4);
        assertThat(numbers("--unit", "CARD", "--people", "2").exit()).isZero();
        List<String> second = printed();
        Path given = home.resolve("numbers/given.tsv");
        String before = Files.readString(given);

        Cli again = numbers("--again", first.get(1) + "-" + second.get(0));
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(printed()).containsExactly(first.get(1), first.get(2), first.get(3), second.get(0));
        assertThat(new PrintedPdf(out()).text()).contains("URG", "CARD");
        assertThat(numbers("--again", first.get(2)).exit()).isZero();
        assertThat(printed()).containsExactly(first.get(2));
        assertThat(Files.readString(given)).isEqualTo(before);
    }

    @Test
    void whatWasNeverGivenOrIsNoNumberIsRefused() throws IOException {
        assertThat(numbers("--unit", "URG", "--people", "1").exit()).isZero();
        String last = printed().getFirst();
        Files.delete(out());
        String wrong = last.substring(0, 9) + (last.charAt(9) == '0' ? '1' : '0');
        assertThat(numbers("--again", wrong).err()).contains("is no temporary number");
        Cli beyond = numbers("--again", last + "-9999999965");
        assertThat(beyond.exit()).isEqualTo(2);
        assertThat(numbers("--again", "9999999965-" + last).exit()).isEqualTo(2);
        assertThat(out()).doesNotExist();
    }

    @Test
    void onePatientsLabelsComeAgainByEitherNumberAndOutOfTheFeed() throws IOException {
        assertThat(labels("--census", WARD, "--patient", "269020189").exit()).isZero();
        String once = words();
        assertThat(once).contains("DEMO-ALOUETTE").doesNotContain("BROUETTE");
        assertThat(labels("--census", WARD, "--patient", "90010181").exit()).isZero();
        assertThat(words()).isEqualTo(once);
        Path feed = Files.createDirectories(folder.resolve("feed"));
        Path message = Files.copy(Path.of(WARD), feed.resolve("adt.hl7"));
        // a file that may still be growing is not read
        Files.setLastModifiedTime(message, FileTime.from(Instant.now().minusSeconds(60)));
        assertThat(labels("--feed", feed.toString(), "--patient", "90010181").exit())
                .isZero();
        assertThat(words()).isEqualTo(once);
        Files.delete(out());
        assertThat(labels("--patient", "90010181").err()).contains("There is no feed of a kit watch here");
        assertThat(labels("--census", WARD, "--patient", "1").exit()).isEqualTo(2);
        assertThat(out()).doesNotExist();
    }

    /** Without the minute of printing. */
    private String words() throws IOException {
        return new PrintedPdf(out()).text().replaceAll("\\d\\d/\\d\\d \\d\\d:\\d\\d", "");
    }

    private List<String> printed() throws IOException {
        Matcher matcher = NUMBER.matcher(new PrintedPdf(out()).text());
        return matcher.results()
                .map(found -> found.group(1) + found.group(2) + found.group(3))
                .distinct()
                .toList();
    }

    private Cli numbers(String... more) throws IOException {
        return launch("numbers", more);
    }

    private Cli labels(String... more) throws IOException {
        return launch("labels", more);
    }

    private Cli launch(String command, String... more) throws IOException {
        List<String> all = new ArrayList<>(List.of("kit", command, "-o", out().toString()));
        all.addAll(List.of(more));
        return Cli.launch(home, all.toArray(String[]::new));
    }

    private Path out() {
        return folder.resolve("labels.pdf");
    }
}
