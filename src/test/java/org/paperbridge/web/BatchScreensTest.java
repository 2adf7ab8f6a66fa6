package org.paperbridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperbridge.form.batch.BatchLabel;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.validation.ledger.Declaration;
import org.paperbridge.validation.rescan.RescanVerdict;

/** Stacks, sheets of a patient and pages that came again, in a real browser and both languages. */
final class BatchScreensTest {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    @TempDir
    private Path home = Path.of("");

    private Browser browser;
    private ReviewRoom room;

    @BeforeEach
    void open() {
        browser = Browser.start();
        room = new ReviewRoom(home, "pipeline/risk-policy.yaml");
        room.addReviewer("ada");
    }

    @AfterEach
    void close() {
        if (room != null) {
            room.close();
            browser.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void stacksSheetsAndRescansCanBeFollowed(String language) throws IOException {
        room.addStack(
                new PageOutcome.BatchHeader(new BatchLabel(
                        1,
                        "BATCH00001",
                        "CARD",
                        language.equals("fr") ? "nuit" : "night",
                        "A. Martin",
                        Optional.of(4),
                        Instant.parse("2026-03-12T06:00:00Z"))),
                new PageOutcome.Blank(0),
                room.unlocated("CHART00001", 1),
                new PageOutcome.Blank(0));
        room.printChart("CHART00001", "IPP0042");
        room.printChart("CHART00002", "IPP0042");
        room.store.ledger().declare("CHART00002", 1, Declaration.LOST, "ada");
        PageOutcome.Read first = room.outcome(room.read("dose-1", 0.98, "1"), room.read("route-1", 0.999, "iv"));
        room.add(first);
        room.addAgain(
                new PageOutcome.Read(
                        first.identity(),
                        first.registration(),
                        room.outcome(room.read("dose-1", 0.98, "10"), room.read("route-1", 0.999, "iv"))
                                .readings()),
                new RescanVerdict.Differs(Set.of("dose-1")));
        Page page = browser.signIn(room, "ada", language.equals("fr") ? "fr-FR" : "en-GB", 1280, 860);
        shot(page, "start", language);

        page.navigate(room.address() + "/batches");
        assertThat(page.textContent("tbody")).contains("A. Martin").contains("Cardiologie");
        assertThat(page.textContent("tbody .trouble"))
                .contains(language.equals("fr") ? "3 feuille(s) de moins" : "3 sheet(s) fewer");
        page.click("summary");
        isAccessible(page);
        shot(page, "batches", language);
        page.fill("#unit", "CARD");
        page.fill("#expected", "120");
        Download sheet = page.waitForDownload(() -> page.click("form.across button"));
        assertThat(Files.readString(sheet.path())).contains("batch of CARD");
        page.navigate(room.address() + "/ledger");
        isAccessible(page);
        shot(page, "ledger", language);
        page.fill("#patient", "IPP0042");
        page.click("form.find button");
        assertThat(page.url()).doesNotContain("IPP0042");
        isAccessible(page);
        shot(page, "sheets", language);
        page.locator("form[action='/ledger/take-back'] button").click();
        page.waitForURL(room.address() + "/ledger/sheet/CHART00002");
        assertThat(page.locator("form[action='/ledger/take-back']").count()).isZero();
        assertThat(page.locator(".leaves .missing").count()).isEqualTo(3);

        page.navigate(room.address() + "/");
        page.locator("tbody a").last().click();
        page.waitForSelector(".pair img");
        assertThat(page.locator(".pair img").count()).isEqualTo(2);
        isAccessible(page);
        shot(page, "rescan", language);
        page.navigate(room.address() + "/ledger?unit=CARD");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
        assertThat(page.isVisible(".bar")).isFalse();
        assertThat(page.isVisible("#chase")).isTrue();
        shot(page, "chase", language);
    }

    private static void isAccessible(Page page) {
        assertThat(new AxeBuilder(page).withTags(WCAG).analyze().getViolations())
                .as("%s: %s", page.url(), page.title())
                .isEmpty();
    }

    /** Pictures for people, where a folder for them is named. */
    private static void shot(Page page, String name, String language) {
        Optional.ofNullable(System.getProperty("paperbridge.pictures"))
                .ifPresent(folder -> page.screenshot(
                        new Page.ScreenshotOptions().setPath(Path.of(folder).resolve(name + "-" + language + ".png"))));
    }
}
