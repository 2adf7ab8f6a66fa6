package org.paperbridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.form.page.FormProposal;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.store.sql.Scans;
import org.paperbridge.validation.queue.Answer;
import org.paperbridge.validation.queue.Decision;
import org.paperbridge.validation.queue.ReviewTask;

/** Pages whose patient or form a person has to settle, on the screens. */
final class WhosePageTest {

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([0-9]+)\"");

    private static final String SERIAL = "K7QM3F9TX0";

    @TempDir
    private Path home = Path.of("");

    private ReviewRoom room;

    @BeforeEach
    void open() {
        room = new ReviewRoom(home, "pipeline/risk-policy.yaml");
        room.addReviewer("ada");
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aDisputedPageShowsBothSidesAndNoValueUntilSomebodySaysWhoseItIs() throws Exception {
        ScanRef scan = room.add(room.outcome(room.read("patient-label", 0.9999, "NDA0815")));
        Clerk ada = Clerk.signedIn(room, "ada");
        String task = ada.next();
        HttpResponse<String> page = ada.get("/task/" + task);
        assertThat(page.body())
                .contains("Whose page is this?", "The sticker is not that of", "LEFÈVRE", "NDA0815")
                .doesNotContain("field-weight");

        assertThat(ada.post(
                                "/task/" + task + "/page",
                                "token",
                                Clerk.token(page),
                                "version",
                                version(page),
                                "kind",
                                "whose",
                                "same",
                                "yes")
                        .statusCode())
                .as("a dispute is not closed without a reason")
                .isEqualTo(422);
        ada.post(
                "/task/" + task + "/page",
                "token",
                Clerk.token(page),
                "version",
                version(page),
                "kind",
                "whose",
                "patient",
                "IPP0815",
                "encounter",
                "NDA0815",
                "reason",
                "sheet of the neighbour used");

        assertThat(room.store.decisions().listDecisions(task))
                .extracting(Decision::answer)
                .containsExactly(
                        new Answer.AssignPatient("IPP0815", Optional.of("NDA0815")),
                        new Answer.Overrule("identity:sticker-differs", "sheet of the neighbour used"));
        assertThat(room.store.scans().findOutcome(scan)).isPresent();
        assertThat(ada.get("/task/" + task).body()).doesNotContain("Whose page is this?");
    }

    @ParameterizedTest(name = "the page with the sticker comes first: {0}")
    @ValueSource(booleans = {true, false})
    void theOtherPageOfAStoppedFormIsStoppedWithItWhicheverCameFirst(boolean stickerFirst) throws Exception {
        PageOutcome.Read stuck = room.chart(SERIAL, 1, room.read("patient-label", 0.9999, "NDA0815"));
        PageOutcome.Read other = room.chart(SERIAL, 2);
        room.add(stickerFirst ? stuck : other);
        room.add(stickerFirst ? other : stuck);
        room.judgeWaiting();

        assertThat(room.openReasons()).containsExactlyInAnyOrder("identity:sticker-differs", "identity:set-disputed");
        Clerk ada = Clerk.signedIn(room, "ada");
        String task = room.taskOf("identity:set-disputed");
        HttpResponse<String> page = ada.get("/task/" + task);
        assertThat(page.body())
                .contains("Another page of this form was stopped", "1 of 2", "NDA0815")
                .contains("/picture/" + task + "/set/1");
        assertThat(ada.get("/picture/" + task + "/set/1").statusCode()).isEqualTo(200);
        assertThat(ada.get("/picture/" + task + "/set/7").statusCode()).isEqualTo(404);
    }

    @Test
    void onceAPersonHasSaidThatTheStoppedPageIsThePatientsTheOtherIsFree() throws Exception {
        room.add(room.chart(SERIAL, 1, room.read("patient-label", 0.9999, "NDA0815")));
        room.add(room.chart(SERIAL, 2));
        room.judgeWaiting();
        ReviewTask stopped = room.store
                .queue()
                .findTask(room.taskOf("identity:sticker-differs"))
                .orElseThrow();
        ReviewTask held = room.store
                .queue()
                .lease(stopped.id(), "ada", Duration.ofMinutes(5))
                .orElseThrow();
        List<String> open = room.openFields(held.id());
        List<Answer> answers = new ArrayList<>();
        answers.add(new Answer.Overrule("identity:sticker-differs", "the sticker was for the blood tube"));
        open.forEach(field -> answers.add(new Answer.Value(field, List.of())));
        ReviewTask answered = room.store.decisions().decide(held.id(), held.version(), "ada", answers);
        room.store.releases().release(answered.id(), answered.version(), "ada");
        room.judgeWaiting();

        assertThat(room.openReasons()).doesNotContain("identity:set-disputed");
    }

    @Test
    void aPageWithoutCodesIsReadAsTheFormThatAPersonChose() throws Exception {
        room.add(new PageOutcome.Unidentified(
                "known-by-layout",
                List.of(new FormProposal(new FormRef("prescription", 1), 1, 0.91, true)),
                List.of("NDA0042")));
        Clerk ada = Clerk.signedIn(room, "ada");
        String task = ada.next();
        HttpResponse<String> page = ada.get("/task/" + task);
        assertThat(page.body()).contains("The page looks like", "Prescription chart v1", "91%", "NDA0042");
        assertThat(ada.get("/picture/" + task + "?turn=2").statusCode()).isEqualTo(200);

        assertThat(ada.post(
                                "/task/" + task + "/page",
                                "token",
                                Clerk.token(page),
                                "version",
                                version(page),
                                "kind",
                                "form")
                        .statusCode())
                .as("nothing is chosen for the reviewer")
                .isEqualTo(422);
        ada.post(
                "/task/" + task + "/page",
                "token",
                Clerk.token(page),
                "version",
                version(page),
                "kind",
                "form",
                "form",
                "prescription/1/1");

        List<Scans.Leased> again = room.store.scans().lease("w", 1, java.time.Duration.ofMinutes(1));
        assertThat(again)
                .singleElement()
                .satisfies(leased -> assertThat(leased.named())
                        .get()
                        .isInstanceOfSatisfying(Answer.NameForm.class, named -> {
                            assertThat(named.form()).isEqualTo("prescription");
                            assertThat(named.serial()).hasSize(10);
                        }));
    }

    private static String version(HttpResponse<String> page) {
        Matcher found = VERSION.matcher(page.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
