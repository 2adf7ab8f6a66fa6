package org.paperbridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperbridge.validation.account.Role;
import org.paperbridge.validation.audit.AuditEntry;

/** How the recovery goes, in a real browser and both languages. */
final class DashboardScreensTest {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    @TempDir
    private Path home = Path.of("");

    private Browser browser;
    private ReviewRoom room;

    @BeforeEach
    void open() {
        browser = Browser.start();
        room = new ReviewRoom(home, "pipeline/risk-policy.yaml", RecoveryScene::census);
        room.addReviewer("ada");
        room.addPerson("grace", Role.REVIEWER, Role.SUPERVISOR);
        room.addPerson("root", Role.ADMINISTRATOR);
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
    void aSupervisorSeesWhereTheRecoveryStands(String language) throws IOException {
        RecoveryScene.play(room);
        Page page = browser.signIn(room, "grace", language.equals("fr") ? "fr-FR" : "en-GB", 1366, 900);

        page.click(".who a[href='/dashboard']");
        page.waitForURL(room.address() + "/dashboard");
        assertThat(page.title()).contains(language.equals("fr") ? "Tableau de bord" : "Dashboard");
        assertThat(page.textContent("#stay-list"))
                .contains("LEFÈVRE")
                .contains("NDA0042")
                .contains(language.equals("fr") ? "attend une personne" : "waits for a person");
        isAccessible(page);
        shot(page, "dashboard-" + language);
        page.setViewportSize(683, 768);
        page.waitForTimeout(100);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("at 200 % zoom nothing hangs out of the window")
                .isEqualTo(true);
        isAccessible(page);
        shot(page, "dashboard-zoom-" + language);
    }

    @Test
    void theNumbersRenewThemselvesAndFocusOpenTableAndScrollingStay() throws IOException {
        room.addPrescription();
        Page page = browser.open("en-GB", 1280, 700).newPage();
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        page.clock().install();
        signIn(page, "grace");
        page.navigate(room.address() + "/dashboard");
        page.locator("details summary").focus();
        page.keyboard().press("Enter");
        page.evaluate("scrollTo(0, 300)");
        String before = page.textContent("[data-part=counts]");

        room.addPrescription();
        long viewed = audited("view-dashboard");
        page.clock().runFor(31_000);
        page.waitForCondition(() -> !before.equals(page.textContent("[data-part=counts]")));

        assertThat(page.evaluate("document.activeElement.tagName")).isEqualTo("SUMMARY");
        assertThat(page.evaluate("document.querySelector('details').open")).isEqualTo(true);
        assertThat(((Number) page.evaluate("scrollY")).intValue()).isEqualTo(300);
        assertThat(audited("view-dashboard"))
                .as("what renews itself shows no patient")
                .isEqualTo(viewed);
    }

    @Test
    void anAdministratorSeesNumbersButNoPatientAndAReviewerNeither() throws IOException {
        RecoveryScene.play(room);
        Page page = browser.signIn(room, "root", "en-GB", 1280, 900);
        page.navigate(room.address() + "/dashboard");
        assertThat(page.textContent("main"))
                .contains("Where the pages are")
                .doesNotContain("LEFÈVRE")
                .doesNotContain("IPP0042");
        assertThat(page.navigate(room.address() + "/dashboard/stays.csv").status())
                .isEqualTo(403);

        Page other = browser.signIn(room, "ada", "en-GB", 1280, 900);
        assertThat(other.locator(".who a[href='/dashboard']").count()).isZero();
        for (String path : List.of("/dashboard", "/dashboard/numbers", "/dashboard/stays.csv")) {
            assertThat(other.navigate(room.address() + path).status()).as(path).isEqualTo(403);
        }
    }

    @Test
    void whoSawOrExportedTheStaysIsWrittenDownWithoutAName() throws IOException {
        RecoveryScene.play(room);
        Page page = browser.signIn(room, "grace", "fr-FR", 1280, 900);
        page.navigate(room.address() + "/dashboard");
        String csv =
                page.waitForDownload(() -> page.click("a[download]")).path().toString();
        assertThat(java.nio.file.Files.readString(Path.of(csv)))
                .startsWith("\uFEFF\"IPP\";\"Nom\";\"NDA\"")
                .contains("\"IPP0042\";\"LEFÈVRE");

        List<AuditEntry> entries = room.store.audit().list(0, 2);
        assertThat(entries).extracting(AuditEntry::action).containsExactly("export-stays", "view-dashboard");
        assertThat(entries)
                .allSatisfy(e -> assertThat(e.details().get("sheets"))
                        .isNotBlank()
                        .doesNotContain("IPP")
                        .doesNotContain("NDA"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void aFreshInstallationSaysWhatWillBeHere(String language) {
        Page page = browser.signIn(room, "grace", language.equals("fr") ? "fr-FR" : "en-GB", 1280, 800);
        page.navigate(room.address() + "/dashboard");
        assertThat(page.textContent("main"))
                .contains(language.equals("fr") ? "Rien d’imprimé" : "Nothing printed")
                .doesNotContain("0 %");
        assertThat(page.locator(".counts").count()).isZero();
        isAccessible(page);
        shot(page, "dashboard-fresh-" + language);
    }

    @Test
    void whoMayDoEverythingStillSeesTheWholeBarOnASmallLaptop() {
        room.addPerson("boss", Role.values());
        Page page = browser.signIn(room, "boss", "fr-FR", 1024, 700);
        for (int width : new int[] {1366, 1280, 1024, 900, 640}) {
            page.setViewportSize(width, 700);
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as("at %s px", width)
                    .isEqualTo(true);
            assertThat(((Number) page.evaluate("document.querySelector('.who').getBoundingClientRect().right"))
                            .intValue())
                    .isLessThanOrEqualTo(width);
        }
        shot(page, "bar");
    }

    private void signIn(Page page, String name) {
        page.navigate(room.address() + "/sign-in");
        page.fill("#name", name);
        page.fill("#password", ReviewRoom.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(room.address() + "/");
    }

    private long audited(String action) {
        return room.store.audit().list(0, 1000).stream()
                .filter(e -> e.action().equals(action))
                .count();
    }

    private static void isAccessible(Page page) {
        assertThat(new AxeBuilder(page).withTags(WCAG).analyze().getViolations())
                .as("%s: %s", page.url(), page.title())
                .isEmpty();
    }

    /** Pictures for people, where a folder for them is named. */
    private static void shot(Page page, String name) {
        Optional.ofNullable(System.getProperty("paperbridge.pictures"))
                .ifPresent(folder -> page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of(folder).resolve(name + ".png"))));
    }
}
