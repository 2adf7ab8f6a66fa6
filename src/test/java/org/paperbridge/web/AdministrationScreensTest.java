package org.paperbridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperbridge.validation.account.Account;
import org.paperbridge.validation.account.Role;
import org.paperbridge.validation.audit.AuditEntry;

/** Accounts and the audit trail, in a real browser and both languages. */
final class AdministrationScreensTest {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    @TempDir
    private Path home = Path.of("");

    private ReviewRoom room;

    @BeforeEach
    void open() {
        room = new ReviewRoom(home, "pipeline/risk-policy.yaml");
        room.addReviewer("ada");
        room.addPerson("root", Role.ADMINISTRATOR);
        room.addPerson("bob", Role.AUDITOR);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void rightsAreGivenAndTakenAndPasswordsRenewed(String language) throws Exception {
        Clerk ada = Clerk.signedIn(room, "ada");
        try (Browser browser = Browser.start()) {
            Page page = browser.signIn(room, "root", language.equals("fr") ? "fr-FR" : "en-GB", 1280, 860);
            page.navigate(room.address() + "/accounts");
            Locator line = page.locator("tbody tr", new Page.LocatorOptions().setHasText("ada"));
            line.locator("summary").click();
            isAccessible(page);
            shot(page, "accounts", language);
            line.locator("input[value=SUPERVISOR]").check();
            line.locator("button.main").click();
            assertThat(account("ada").roles()).containsExactlyInAnyOrder(Role.REVIEWER, Role.SUPERVISOR);
            assertThat(ada.get("/deliveries").body()).as("at once").contains("deliveries");

            line.locator("summary").click();
            line.locator("form[action='/accounts/password'] button").click();
            String given = page.textContent("code.secret");
            assertThat(ada.get("/").statusCode()).as("signed out").isEqualTo(303);
            assertThat(new Clerk(room).signIn("ada", ReviewRoom.PASSWORD).statusCode())
                    .isEqualTo(401);
            Clerk again = new Clerk(room);
            assertThat(again.signIn("ada", given).statusCode()).isEqualTo(303);
            assertThat(again.get("/").headers().firstValue("location"))
                    .as("good for choosing another")
                    .hasValueSatisfying(l -> assertThat(l).endsWith("/password"));
            String own = "her very own words";
            String token = Clerk.token(again.get("/password"));
            again.post("/password", "token", token, "old", given, "new", own, "again", own);
            assertThat(again.get("/").statusCode()).isEqualTo(200);

            line.locator("summary").click();
            line.locator("input[name=active]").uncheck();
            line.locator("button.main").click();
            assertThat(account("ada").active()).isFalse();
            assertThat(new Clerk(room).signIn("ada", own).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void nobodyLocksThemselvesOut() throws Exception {
        Clerk root = Clerk.signedIn(room, "root");
        String token = Clerk.token(root.get("/accounts"));
        assertThat(root.post("/accounts/change", "token", token, "name", "root", "active", "1", "role", "REVIEWER")
                        .statusCode())
                .isEqualTo(422);
        assertThat(root.post("/accounts/change", "token", token, "name", "root", "role", "ADMINISTRATOR")
                        .statusCode())
                .isEqualTo(422);
        assertThat(root.post("/accounts/change", "token", token, "name", "nobody", "active", "1")
                        .statusCode())
                .isEqualTo(422);
        assertThat(account("root"))
                .isEqualTo(new Account("root", "root", account("root").roles(), true));
        assertThat(account("root").roles()).containsExactly(Role.ADMINISTRATOR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void anAuditorFindsWhoDidWhatAndWhetherTheTrailIsWhole(String language) {
        for (int i = 0; i < 120; i++) {
            room.store.audit().append(i % 2 == 0 ? "ada" : "system", "view", "task-" + i, Map.of("n", "" + i));
        }
        try (Browser browser = Browser.start()) {
            Page page = browser.signIn(room, "bob", language.equals("fr") ? "fr-FR" : "en-GB", 1280, 860);
            page.navigate(room.address() + "/audit");
            assertThat(page.locator("tbody tr").count()).isEqualTo(100);
            isAccessible(page);
            shot(page, "audit", language);
            page.locator(".pager a").last().click();
            assertThat(page.textContent("tbody")).contains("task-3");

            page.fill("#actor", "ada");
            page.locator("form.across button.main").click();
            assertThat(page.locator("tbody tr").count()).isEqualTo(60);
            page.locator("tbody a[href*='subject=task-118']").click();
            assertThat(page.locator("tbody tr").count()).isEqualTo(1);

            page.click("button[name=check]");
            assertThat(page.textContent(".note"))
                    .contains(language.equals("fr") ? "La piste est intacte." : "The trail is whole.");
            assertThat(room.store.audit().list(0, 1))
                    .extracting(AuditEntry::actor, AuditEntry::action)
                    .containsExactly(org.assertj.core.api.Assertions.tuple("bob", "view-audit"));
        }
    }

    @Test
    void onlyAuditorsSeeTheTrail() throws Exception {
        assertThat(Clerk.signedIn(room, "root").get("/audit").statusCode()).isEqualTo(403);
        assertThat(Clerk.signedIn(room, "ada").get("/audit").statusCode()).isEqualTo(403);
    }

    private Account account(String name) {
        return room.store.accounts().findAccount(name).orElseThrow();
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
