package org.paperbridge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.validation.audit.AuditEntry;
import org.paperbridge.validation.queue.Decision;

/** What the server lets through, and to whom. */
final class WebServerTest {

    @TempDir
    private Path home = Path.of("");

    private ReviewRoom room;

    @BeforeEach
    void open() {
        room = new ReviewRoom(home, "pipeline/risk-policy.yaml");
        room.addReviewer("ada");
        room.addReviewer("bea");
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aStrangerSeesOnlyTheSignInPage() throws Exception {
        room.addPrescription();
        Clerk stranger = new Clerk(room);
        for (String path : new String[] {"/", "/next", "/ledger", "/accounts", "/task/x", "/picture/x"}) {
            HttpResponse<String> answer = stranger.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(303);
            assertThat(answer.headers().firstValue("location"))
                    .hasValueSatisfying(l -> assertThat(l).endsWith("/sign-in"));
        }
    }

    @Test
    void aWrongPasswordIsRefusedAndGuessingIsSlowedDown() throws Exception {
        Clerk clerk = new Clerk(room);
        for (int i = 0; i < 5; i++) {
            assertThat(clerk.signIn("ada", "guess number " + i).statusCode()).isEqualTo(401);
        }
        assertThat(clerk.signIn("ada", ReviewRoom.PASSWORD).statusCode())
                .as("even the right one has to wait")
                .isEqualTo(429);
        room.clock.pass(Duration.ofSeconds(31));
        HttpResponse<String> in = clerk.signIn("ada", ReviewRoom.PASSWORD);
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(in.headers().allValues("set-cookie"))
                .anySatisfy(c -> assertThat(c)
                        .startsWith("paperbridge=")
                        .contains("HttpOnly")
                        .contains("SameSite=Strict")
                        .contains("Secure"));
    }

    @Test
    void aFormFromElsewhereChangesNothing() throws Exception {
        room.addPrescription();
        Clerk ada = Clerk.signedIn(room, "ada");
        String task = ada.next();
        HttpResponse<String> page = ada.get("/task/" + task);
        String version = Clerk.version(page);
        assertThat(ada.post("/task/" + task + "/page", "kind", "discard", "reason", "x", "version", version)
                        .statusCode())
                .as("no token")
                .isEqualTo(403);
        assertThat(ada.answer(task, version, "guessed", "field", "weight", "kind", "blank")
                        .statusCode())
                .as("wrong token")
                .isEqualTo(403);
        assertThat(ada.postFromElsewhere(
                                "/task/" + task + "/page",
                                "kind",
                                "discard",
                                "reason",
                                "x",
                                "version",
                                version,
                                "token",
                                Clerk.token(page))
                        .statusCode())
                .as("another origin")
                .isEqualTo(403);
        assertThat(new Clerk(room)
                        .postFromElsewhere("/sign-in", "name", "ada", "password", ReviewRoom.PASSWORD)
                        .statusCode())
                .as("signing somebody in from elsewhere")
                .isEqualTo(403);
        assertThat(room.store.decisions().listDecisions(task)).isEmpty();
    }

    @Test
    void everyAnswerCarriesTheHeadersThatProtectIt() throws Exception {
        HttpResponse<String> page = Clerk.signedIn(room, "ada").get("/");
        assertThat(page.headers().firstValue("content-security-policy"))
                .hasValueSatisfying(
                        p -> assertThat(p).contains("default-src 'none'").doesNotContain("unsafe"));
        assertThat(page.headers().firstValue("cache-control")).hasValue("private, no-store");
        assertThat(page.body()).doesNotContain("<script>", " style=", " onclick=", "https://");
    }

    @Test
    void twoReviewersNeverGetTheSamePage() throws Exception {
        room.addPrescription();
        room.addPrescription();
        Clerk ada = Clerk.signedIn(room, "ada");
        Clerk bea = Clerk.signedIn(room, "bea");
        Set<String> taken = new HashSet<>();
        taken.add(ada.next());
        taken.add(bea.next());
        assertThat(taken).hasSize(2).doesNotContain("");
        String adas = ada.next();
        assertThat(bea.get("/task/" + adas).statusCode()).isEqualTo(409);
        assertThat(ada.get("/picture/" + adas).statusCode()).isEqualTo(200);
        assertThat(bea.get("/picture/" + adas).statusCode()).isEqualTo(404);
        assertThat(bea.get("/picture/" + adas + "/field/dose-1").statusCode()).isEqualTo(404);
    }

    @Test
    void theSameAnswerSentTwiceIsKeptOnce() throws Exception {
        room.addPrescription();
        Clerk ada = Clerk.signedIn(room, "ada");
        String task = ada.next();
        HttpResponse<String> page = ada.get("/task/" + task);
        String[] answer = {"field", "weight", "kind", "value", "value", "72"};
        String version = Clerk.version(page);
        assertThat(ada.answer(task, version, Clerk.token(page), answer).statusCode())
                .isEqualTo(200);
        assertThat(ada.answer(task, version, Clerk.token(page), answer).statusCode())
                .isEqualTo(200);
        assertThat(room.store.decisions().listDecisions(task)).hasSize(1);
        assertThat(ada.answer(task, version, Clerk.token(page), "field", "weight", "kind", "blank")
                        .statusCode())
                .as("another answer from a stale tab")
                .isEqualTo(409);
        assertThat(room.store.decisions().listDecisions(task)).hasSize(1);
    }

    @Test
    void aLostLeaseIsNotTakenBackSilently() throws Exception {
        room.addPrescription();
        Clerk ada = Clerk.signedIn(room, "ada");
        String task = ada.next();
        HttpResponse<String> page = ada.get("/task/" + task);
        room.clock.pass(Duration.ofMinutes(16));
        Clerk bea = Clerk.signedIn(room, "bea");
        assertThat(bea.next()).isEqualTo(task);
        HttpResponse<String> late =
                ada.answer(task, Clerk.version(page), Clerk.token(page), "field", "weight", "kind", "blank");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("no longer yours");
        assertThat(room.store.decisions().listDecisions(task)).isEmpty();
    }

    @Test
    void theFirstAccountMustChooseItsPassword() throws Exception {
        Path empty = Files.createDirectory(home.resolve("new"));
        try (ReviewRoom fresh = new ReviewRoom(empty, "pipeline/risk-policy.yaml")) {
            Path file = empty.resolve("first-password.txt");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            String given = Files.readString(file).strip();
            Clerk admin = new Clerk(fresh);
            assertThat(admin.signIn("admin", given).statusCode()).isEqualTo(303);
            assertThat(admin.get("/accounts").headers().firstValue("location"))
                    .hasValueSatisfying(l -> assertThat(l).endsWith("/password"));
            String token = Clerk.token(admin.get("/password"));
            assertThat(admin.post("/password", "token", token, "old", given, "new", "short", "again", "short")
                            .statusCode())
                    .isEqualTo(422);
            String own = "my very own words";
            assertThat(admin.post("/password", "token", token, "old", given, "new", own, "again", own)
                            .statusCode())
                    .isEqualTo(303);
            assertThat(file).doesNotExist();
            assertThat(admin.get("/accounts").statusCode()).isEqualTo(200);
            assertThat(new Clerk(fresh).signIn("admin", given).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void onlyAdministratorsSeeAccounts() throws Exception {
        assertThat(Clerk.signedIn(room, "ada").get("/accounts").statusCode()).isEqualTo(403);
    }

    @Test
    void hostileTextIsShownAsText() throws Exception {
        FieldReading hostile = room.read("drug-1", 0.5, "<script>alert(1)</script>", "\"><img src=x onerror=alert(2)>");
        room.add(room.outcome(hostile));
        Clerk ada = Clerk.signedIn(room, "ada");
        String body = ada.get("/task/" + ada.next()).body();
        assertThat(body)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert", "<img src=x");
    }

    @Test
    void twoPeopleKeyAHighRiskFieldWithoutSeeingTheReading() throws Exception {
        Path second = Files.createDirectory(home.resolve("double"));
        Path policy = second.resolve("policy.yaml");
        Files.writeString(
                policy,
                Files.readString(Path.of("pipeline/risk-policy.yaml"))
                        .replace("doubleEntry: []", "doubleEntry: [drug-*]"));
        try (ReviewRoom strict = new ReviewRoom(second, policy.toString())) {
            strict.addReviewer("ada");
            strict.addReviewer("bea");
            strict.add(strict.outcome(strict.read("drug-1", 0.99, "WARFARINE")));
            Clerk ada = Clerk.signedIn(strict, "ada");
            String task = ada.next();
            HttpResponse<String> page = ada.get("/task/" + task);
            assertThat(page.body()).contains("data-blind=\"true\"").doesNotContain("WARFARINE");
            ada.answer(
                    task,
                    Clerk.version(page),
                    Clerk.token(page),
                    "field",
                    "drug-1",
                    "kind",
                    "value",
                    "value",
                    "XYLOCAINE");
            for (String field : new String[] {"dose-1", "unit-1", "route-1", "per-day-1", "weight", "allergy"}) {
                HttpResponse<String> now = ada.get("/task/" + task);
                ada.answer(task, Clerk.version(now), Clerk.token(now), "field", field, "kind", "blank");
            }
            ada.post("/task/" + task + "/give-back", "token", Clerk.token(page));
            Clerk bea = Clerk.signedIn(strict, "bea");
            HttpResponse<String> blind = bea.get("/task/" + task);
            assertThat(blind.body()).doesNotContain("WARFARINE", "XYLOCAINE");
            bea.answer(
                    task,
                    Clerk.version(blind),
                    Clerk.token(blind),
                    "field",
                    "drug-1",
                    "kind",
                    "value",
                    "value",
                    "WARFARINE");
            bea.post("/task/" + task + "/give-back", "token", Clerk.token(blind));
            assertThat(ada.get("/task/" + task).body())
                    .as("a disagreement shows both values")
                    .contains("WARFARINE", "XYLOCAINE");
        }
    }

    @Test
    void aPageIsNamedByItsShortCodeOrDiscardedWithAReason() throws Exception {
        room.add(new PageOutcome.Unidentified("no code"));
        Clerk ada = Clerk.signedIn(room, "ada");
        String task = ada.next();
        HttpResponse<String> page = ada.get("/task/" + task);
        String[] common = {"token", Clerk.token(page), "version", "0"};
        assertThat(ada.post(
                                "/task/" + task + "/page",
                                "token",
                                common[1],
                                "version",
                                "0",
                                "kind",
                                "name",
                                "code",
                                "K7QM3-F9TX0-1X")
                        .statusCode())
                .as("mistyped")
                .isEqualTo(422);
        assertThat(ada.post(
                                "/task/" + task + "/page",
                                "token",
                                common[1],
                                "version",
                                "0",
                                "kind",
                                "discard",
                                "reason",
                                " ")
                        .statusCode())
                .as("no reason")
                .isEqualTo(422);
        assertThat(ada.post(
                                "/task/" + task + "/page",
                                "token",
                                common[1],
                                "version",
                                version(page),
                                "kind",
                                "discard",
                                "reason",
                                "a lunch menu")
                        .statusCode())
                .isEqualTo(303);
        assertThat(room.waiting()).isZero();
        assertThat(room.store.decisions().listDecisions(task))
                .extracting(Decision::reviewer)
                .containsExactly("ada");
    }

    @Test
    void everyViewAndDecisionIsInTheAuditTrailAndNoName() throws Exception {
        room.addPrescription();
        Clerk ada = Clerk.signedIn(room, "ada");
        String task = ada.next();
        HttpResponse<String> page = ada.get("/task/" + task);
        assertThat(page.body()).contains("LEFÈVRE");
        ada.answer(task, Clerk.version(page), Clerk.token(page), "field", "weight", "kind", "blank");
        assertThat(room.store.audit().list(0, 50))
                .extracting(AuditEntry::action)
                .contains("sign-in", "view", "decide");
        assertThat(room.store.audit().list(0, 50).toString()).doesNotContain("LEFÈVRE", "IPP0042", "NDA0042");
    }

    @Test
    void aTakenPortSaysWhatToDo() {
        WebSettings same = WebSettings.local(room.server.port(), home, java.time.ZoneId.of("Europe/Paris"));
        assertThatThrownBy(() -> WebServer.start(room.ports(), same))
                .isInstanceOf(WebUnavailableException.class)
                .hasMessageContaining("taken")
                .hasMessageContaining(Integer.toString(room.server.port()));
    }

    private static String version(HttpResponse<String> page) {
        String body = page.body();
        int at = body.indexOf("name=\"version\" value=\"") + 22;
        return body.substring(at, body.indexOf('"', at));
    }

    @Test
    void aSheetThatIsNotBackIsExplainedByAReviewerOnce() throws Exception {
        room.printChart("CHART00001", "IPP0042");
        room.printChart("CHART00002", "");
        room.add(room.unlocated("CHART00001", 2));
        Clerk ada = Clerk.signedIn(room, "ada");
        HttpResponse<String> ledger = ada.get("/ledger?unit=CARD");
        assertThat(ledger.body())
                .contains("CHART-00001")
                .contains("LEFÈVRE Odile")
                .doesNotContain("CHART-00002");
        assertThat(ada.post("/ledger", "serial", "CHART00001", "what", "lost").statusCode())
                .as("no token")
                .isEqualTo(403);

        String token = Clerk.token(ledger);
        ada.post("/ledger", "token", token, "serial", "CHART00001", "what", "eaten");
        assertThat(room.store.ledger().count().total().declared()).isZero();
        HttpResponse<String> noted =
                ada.post("/ledger", "token", token, "serial", "CHART00001", "what", "lost", "unit", "CARD");
        assertThat(noted.statusCode()).isEqualTo(303);
        assertThat(ada.get("/ledger?unit=CARD").body()).doesNotContain("CHART-00001");
        assertThat(room.store.ledger().count().total().declared()).isEqualTo(1);
        assertThat(room.store.audit().list(0, 50))
                .extracting(AuditEntry::action)
                .contains("view-ledger", "declare-pages");
    }
}
