package org.paperbridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
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
import org.paperbridge.validation.queue.Answer;
import org.paperbridge.validation.queue.Decision;
import org.paperbridge.validation.queue.ReviewTask;
import org.paperbridge.validation.queue.TaskFilter;

/** Many fields at once, in a real browser and both languages. */
final class CarouselScreensTest {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    @TempDir
    private Path home = Path.of("");

    private ReviewRoom room;

    @BeforeEach
    void open() throws IOException {
        room = new ReviewRoom(home, "pipeline/risk-policy.yaml");
        room.addReviewer("ada");
        room.addReviewer("bea");
        for (int i = 0; i < 14; i++) {
            room.add(room.outcome(
                    room.read("dose-1", 0.98, "1", "7"),
                    room.read("date", 0.9999, "12/03/2026"),
                    room.read("time", i == 13 ? 0.6 : 0.97, i == 5 ? "03:30" : "08:30", "09:30")));
        }
    }

    @AfterEach
    void close() {
        room.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void aScreenfulIsConfirmedButForWhatIsMarked(String language) {
        try (Browser browser = Browser.start()) {
            Page page = browser.signIn(room, "ada", language.equals("fr") ? "fr-FR" : "en-GB", 1280, 900);
            page.click("a[href='/carousel']");
            assertThat(page.textContent("h1")).contains(language.equals("fr") ? "Heure" : "Time");
            assertThat(page.locator(".card").count())
                    .as("one is too doubtful for a glance")
                    .isEqualTo(13);
            assertThat(page.textContent(".families"))
                    .as("doses are seen on their page")
                    .doesNotContain("ose");
            page.waitForCondition(() -> Boolean.TRUE.equals(
                    page.evaluate("[...document.querySelectorAll('.card img')].every(i => i.naturalWidth > 0)")));
            isAccessible(page);
            // the odd one comes first, since cards stand by value
            assertThat(page.locator(".card").first().textContent()).contains("03:30");
            page.keyboard().press("ArrowRight");
            page.keyboard().press("Space");
            page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("performance.now() > 1000")));
            shot(page, language);
            page.keyboard().press("Enter");
            assertThat(page.url())
                    .as("what was never on the screen is not confirmed")
                    .endsWith("/carousel");
            page.waitForCondition(() -> "0".equals(page.getAttribute("#carousel", "data-unseen")));
            page.keyboard().press("Enter");
            page.waitForURL("**/carousel?done=12&gone=0&left=1");

            assertThat(page.textContent(".note")).contains("12").contains("1");
            List<Decision> decisions = tasks().stream()
                    .flatMap(t -> room.store.decisions().listDecisions(t.id()).stream())
                    .toList();
            assertThat(decisions).hasSize(12).allSatisfy(d -> {
                assertThat(d.answer()).isEqualTo(new Answer.Value("time", List.of("08:30")));
                assertThat(d.reviewer()).isEqualTo("ada");
            });
            assertThat(page.locator(".card").count())
                    .as("what was marked comes again")
                    .isEqualTo(1);
        }
    }

    @Test
    void pagesOnTheScreenAreHeldAndWhatChangedMeanwhileIsLeft() throws Exception {
        Clerk ada = Clerk.signedIn(room, "ada");
        String shown = ada.get("/carousel").body();
        ReviewTask first = tasks().getFirst();
        assertThat(Clerk.signedIn(room, "bea").get("/task/" + first.id()).statusCode())
                .isEqualTo(409);
        assertThat(Clerk.signedIn(room, "bea").get("/carousel").body()).doesNotContain("class=\"card\"");

        room.clock.pass(Duration.ofMinutes(20));
        room.store
                .decisions()
                .decide(first.id(), first.version(), "bea", List.of(new Answer.Value("time", List.of("09:30"))));
        String item = first.id() + ":" + first.version() + ":time";
        assertThat(shown).contains(item);
        var answer = ada.post("/carousel", "token", Clerk.token(ada.get("/ledger")), "item", item);
        assertThat(answer.headers().firstValue("location").orElseThrow()).contains("done=0&gone=1");
        assertThat(room.store.decisions().listDecisions(first.id()))
                .extracting(Decision::reviewer)
                .containsExactly("bea");
    }

    @Test
    void aFieldThatNeedsMoreThanALookCannotBeConfirmedHere() throws Exception {
        Clerk ada = Clerk.signedIn(room, "ada");
        ReviewTask first = tasks().getFirst();
        var answer = ada.post(
                "/carousel",
                "token",
                Clerk.token(ada.get("/carousel")),
                "item",
                first.id() + ":" + first.version() + ":dose-1");
        assertThat(answer.headers().firstValue("location").orElseThrow()).contains("done=0&gone=1");
        assertThat(room.store.decisions().listDecisions(first.id())).isEmpty();
    }

    private List<ReviewTask> tasks() {
        return room.store.queue().listTasks(TaskFilter.open(), 0, 50).tasks();
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
                        .setPath(Path.of(folder).resolve("carousel-" + language + ".png"))));
    }
}
