package org.paperbridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.form.record.ClinicalRecord;
import org.paperbridge.validation.queue.Answer;
import org.paperbridge.validation.queue.Decision;

/** The screens in a real browser, with the keyboard alone. */
final class ReviewScreensTest {

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

    @Test
    void aPageIsClearedWithTheKeyboardAlone() throws IOException {
        ScanRef scan = room.addPrescription();
        Page page = browser.signIn(room, "ada", "en-GB", 1280, 720);
        startReviewing(page);
        current(page, "allergy");
        page.keyboard().press("Enter");
        current(page, "weight");
        page.keyboard().press("e");
        page.keyboard().type("78,5");
        page.keyboard().press("Enter");
        current(page, "drug-1");
        page.keyboard().press("e");
        page.keyboard().type("PARACETAMOL");
        page.keyboard().press("Enter");
        current(page, "dose-1");
        page.keyboard().press("2");
        page.keyboard().press("Enter");
        current(page, "unit-1");
        page.keyboard().press("z");
        current(page, "dose-1");
        page.keyboard().press("1");
        page.keyboard().press("Enter");
        current(page, "unit-1");
        page.keyboard().press("2");
        page.keyboard().press("Enter");
        current(page, "per-day-1");
        page.keyboard().press("Enter");
        current(page, "route-1");
        page.keyboard().press("Enter");
        current(page, "author-rpps");
        page.keyboard().press("u");
        current(page, "signature");
        page.keyboard().press("1");
        page.keyboard().press("Enter");
        page.waitForSelector("#finish:not([hidden])");
        String task = page.url().substring(page.url().lastIndexOf('/') + 1);
        page.keyboard().press("Enter");
        page.waitForURL(room.address() + "/?done=1");

        assertThat(room.waiting()).isZero();
        assertThat(room.store.decisions().listDecisions(task))
                .extracting(Decision::answer)
                .contains(
                        new Answer.Value("weight", List.of("78,5")),
                        new Answer.Value("dose-1", List.of("1")),
                        new Answer.Value("unit-1", List.of("mg")),
                        new Answer.Illegible("author-rpps"),
                        new Answer.Value("signature", List.of("present")));
        assertThat(room.store.releases().listRecords(scan))
                .filteredOn(r -> r.target().kind().equals("medication-request"))
                .singleElement()
                .extracting(ClinicalRecord::enteredBy)
                .isEqualTo("ada");
    }

    @Test
    void anEmptyAnswerIsNeverTakenForBlank() throws IOException {
        room.addPrescription();
        Page page = browser.signIn(room, "ada", "en-GB", 1280, 720);
        startReviewing(page);
        current(page, "allergy");
        page.keyboard().press("ArrowDown");
        current(page, "weight");
        page.keyboard().press("e");
        page.keyboard().press("Delete");
        page.keyboard().press("Enter");
        page.waitForSelector("#alert:not([hidden])");
        assertThat(page.textContent("#alert")).contains("press B");
        current(page, "weight");
    }

    @Test
    void aReferredFieldWaitsForAColleague() throws IOException {
        room.addPrescription();
        Page page = browser.signIn(room, "ada", "en-GB", 1280, 720);
        startReviewing(page);
        current(page, "allergy");
        page.keyboard().press("r");
        page.keyboard().type("zero or eight?");
        page.keyboard().press("Enter");
        current(page, "weight");
        room.addReviewer("bea");
        page.click(".tools form button");
        page.waitForURL(room.address() + "/");
        Page other = browser.signIn(room, "bea", "en-GB", 1280, 720);
        startReviewing(other);
        current(other, "allergy");
        assertThat(other.textContent("#field-allergy")).contains("ada asks: zero or eight?");
    }

    @Test
    void anEndedSessionSaysSoAndKeepsWhatWasAnswered() throws IOException {
        room.addPrescription();
        Page page = browser.signIn(room, "ada", "en-GB", 1280, 720);
        startReviewing(page);
        current(page, "allergy");
        room.clock.pass(Duration.ofMinutes(31));
        page.keyboard().press("Enter");
        page.waitForSelector("#alert:not([hidden])");
        assertThat(page.textContent("#alert")).contains("session has ended");
        page.navigate(room.address() + "/");
        assertThat(page.url()).contains("/sign-in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void everyScreenIsAccessibleInBothLanguages(String language) throws IOException {
        room.addPrescription();
        room.add(new PageOutcome.Unidentified("no code"));
        Page page = browser.open(language, 1280, 720).newPage();
        page.navigate(room.address() + "/sign-in");
        assertThat(page.getAttribute("html", "lang")).isEqualTo(language);
        isAccessible(page);
        page.fill("#name", "ada");
        page.fill("#password", ReviewRoom.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(room.address() + "/");
        isAccessible(page);
        page.click("a.big");
        current(page, "allergy");
        isAccessible(page);
        page.keyboard().press("Enter");
        current(page, "weight");
        isAccessible(page);
        page.keyboard().press("?");
        isAccessible(page);
        page.navigate(room.address() + "/password");
        isAccessible(page);
        page.navigate(room.address() + "/nowhere");
        isAccessible(page);
        page.navigate(room.address() + "/");
        page.locator("tbody a").last().click();
        page.waitForSelector("#code");
        isAccessible(page);
        page.navigate(room.address() + "/?lang=" + (language.equals("fr") ? "en" : "fr"));
        assertThat(page.getAttribute("html", "lang")).isNotEqualTo(language);
    }

    /** The start page puts the focus on its main link a moment after it is loaded. */
    private static void startReviewing(Page page) {
        page.waitForSelector("a.big:focus");
        page.keyboard().press("Enter");
    }

    private static void current(Page page, String field) {
        page.waitForSelector("#field-" + field + ".current");
    }

    private static void isAccessible(Page page) {
        assertThat(new AxeBuilder(page).withTags(WCAG).analyze().getViolations())
                .as(page.url())
                .allSatisfy(v -> assertThat(v.getId() + ": " + v.getHelp() + " " + v.getNodes())
                        .isEmpty());
    }
}
