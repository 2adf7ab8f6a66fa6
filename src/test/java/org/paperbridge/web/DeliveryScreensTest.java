package org.paperbridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperbridge.store.sql.Outbox;
import org.paperbridge.validation.account.Role;
import org.paperbridge.validation.delivery.DestinationCounts;
import org.paperbridge.validation.delivery.ParkedDelivery;
import org.paperbridge.validation.queue.Answer;

/** What did not arrive, in a real browser and both languages. */
final class DeliveryScreensTest {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final Duration LEASE = Duration.ofMinutes(5);

    @TempDir
    private Path home = Path.of("");

    private Browser browser;
    private ReviewRoom room;

    @BeforeEach
    void open() throws IOException {
        browser = Browser.start();
        room = new ReviewRoom(home, "pipeline/risk-policy.yaml");
        room.addReviewer("ada");
        room.addPerson("grace", Role.REVIEWER, Role.SUPERVISOR);
        for (int i = 0; i < 3; i++) {
            room.addPrescription();
            room.release(
                    "ada",
                    new Answer.Value("allergy", List.of("none-known")),
                    new Answer.Value("weight", List.of("72")),
                    new Answer.Value("drug-1", List.of("paracétamol")),
                    new Answer.Value("dose-1", List.of("1")),
                    new Answer.Value("unit-1", List.of("g")),
                    new Answer.Value("route-1", List.of("iv")),
                    new Answer.Value("per-day-1", List.of("4")),
                    new Answer.Value("author-rpps", List.of("10001234565")),
                    new Answer.Illegible("signature"));
        }
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
    void aSupervisorSeesWhatToDoAndDoesIt(String language) {
        Outbox.Due first = due();
        room.store.outbox().park(first, "several-matches");
        room.store.outbox().park(due(), "several-matches");
        Outbox.Due changed = due();
        room.store.outbox().park(changed, ParkedDelivery.CHANGED);
        room.store.outbox().retry(due(), "unreachable");
        Page page = browser.signIn(room, "grace", language.equals("fr") ? "fr-FR" : "en-GB", 1280, 900);

        page.click(".counts a.bad");
        page.waitForURL(room.address() + "/deliveries");
        assertThat(page.textContent("tbody"))
                .contains("fhir")
                .contains(language.equals("fr") ? "Le destinataire ne répond pas." : "The receiver does not answer.");
        Locator groups = page.locator("section.parked");
        assertThat(groups.count()).isEqualTo(2);
        assertThat(groups.first().textContent())
                .contains("LEFÈVRE")
                .contains("NDA0042")
                .contains(language.equals("fr") ? "Fusionnez ou créez" : "Merge or create");
        page.locator(".crops img").first().scrollIntoViewIfNeeded();
        page.waitForCondition(
                () -> Boolean.TRUE.equals(page.evaluate("document.querySelector('.crops img').naturalWidth > 0")));
        isAccessible(page);
        shot(page, language);
        assertThat(groups.last().locator("button[value^=resend]").count())
                .as("a changed record is never sent twice")
                .isZero();

        groups.first().locator("button[value=resend-all]").click();
        page.waitForURL(room.address() + "/deliveries?done=sent");
        groups.last().locator("button[value=by-hand]").click();
        page.waitForURL(room.address() + "/deliveries?done=by-hand");
        assertThat(page.locator("section.parked").count()).isZero();
        assertThat(counts().parked()).isZero();
        assertThat(counts().byHand()).isEqualTo(1);
        assertThat(due().record()).isEqualTo(first.record());

        page.click("button[value=pause]");
        page.waitForURL(room.address() + "/deliveries?done=paused");
        assertThat(counts().pause()).isPresent();
        page.click("button[value=resume]");
        page.waitForURL(room.address() + "/deliveries?done=resumed");
        assertThat(counts().pause()).isEmpty();
    }

    @Test
    void aReviewerSeesNumbersButNoPatientAndActsOnNothing() {
        room.store.outbox().park(due(), "refused");
        long position = room.store.deliveries().listParked(1).getFirst().position();
        Page page = browser.signIn(room, "ada", "en-GB", 1280, 900);

        page.navigate(room.address() + "/deliveries");
        assertThat(page.textContent("tbody")).contains("fhir");
        assertThat(page.textContent("main")).doesNotContain("LEFÈVRE");
        assertThat(page.locator("main button").count()).isZero();
        assertThat(page.navigate(room.address() + "/deliveries/picture/" + position + "/dose-1")
                        .status())
                .isEqualTo(403);
    }

    private Outbox.Due due() {
        return room.store.outbox().lease("sender", LEASE).orElseThrow();
    }

    private DestinationCounts counts() {
        return room.store.deliveries().count().getFirst();
    }

    private static void isAccessible(Page page) {
        assertThat(new AxeBuilder(page).withTags(WCAG).analyze().getViolations())
                .as("%s: %s", page.url(), page.title())
                .isEmpty();
    }

    /** Pictures for people, where a folder for them is named. */
    private static void shot(Page page, String language) {
        Optional.ofNullable(System.getProperty("paperbridge.pictures"))
                .ifPresent(folder -> page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of(folder).resolve("deliveries-" + language + ".png"))));
    }
}
