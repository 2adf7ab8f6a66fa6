package org.paperbridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.form.page.FormProposal;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.store.sql.Scans;
import org.paperbridge.validation.queue.Answer;
import org.paperbridge.validation.queue.Decision;

/** Pages whose patient or form a person has to settle, on the screens. */
final class WhosePageTest {

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([0-9]+)\"");

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
