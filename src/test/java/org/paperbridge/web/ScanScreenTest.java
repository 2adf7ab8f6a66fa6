package org.paperbridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.source.ScannedSides;

/** Handing in files with a real browser, and pressing "scan now". */
final class ScanScreenTest {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    @TempDir
    private Path home = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private ReviewRoom room;

    @SuppressWarnings("NullAway.Init")
    private Browser browser;

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
    void manyFilesAreSentAndEachSaysWhatBecameOfIt() throws IOException {
        Page page = scanPage("fr");
        List<byte[]> pictures = ScannedSides.jpegs(2);
        page.setInputFiles("#files", new Path[] {
            file("pile.jpg", pictures.get(0)),
            file("encore.jpg", pictures.get(0)),
            file("lettre.docx", "PK words".getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
            file("vide.pdf", new byte[0]),
            file("énorme.jpg", concat(pictures.get(1), new byte[(int) ReviewRoom.LARGEST_UPLOAD]))
        });
        page.waitForSelector("#sent li:nth-child(5)[data-state=refused]");
        assertThat(page.locator("#sent li[data-state=safe]").allInnerTexts())
                .hasSize(2)
                .anyMatch(t -> t.contains("pile.jpg") && t.contains("en sécurité"))
                .anyMatch(t -> t.contains("encore.jpg") && t.contains("déjà en sécurité"));
        assertThat(page.locator("#sent li[data-state=refused]").allInnerTexts())
                .anyMatch(t -> t.contains("lettre.docx") && t.contains("ni PDF"))
                .anyMatch(t -> t.contains("vide.pdf") && t.contains("vide"))
                .anyMatch(t -> t.contains("énorme.jpg") && t.contains("trop gros"));
        assertThat(page.innerText("#sum")).isEqualTo("En sécurité : 2 sur 5.");
        assertThat(room.store.situations().count().originals()).isEqualTo(java.util.Map.of("received", 1L));
        isAccessible(page);
    }

    @Test
    void aStackInANetworkScannerIsScannedWithTheKeyboardAlone() throws IOException {
        Page page = scanPage("en-GB");
        page.focus("[data-source=mfp-3b] .start");
        page.keyboard().press("Enter");
        page.waitForSelector("[data-source=mfp-3b][data-state=stopped]");
        assertThat(page.innerText("[data-source=mfp-3b] .tell")).contains("feeder is empty");
        isAccessible(page);
        room.device.load(ScannedSides.jpegs(5));
        room.device.jamAt = 4;
        page.focus("[data-source=mfp-3b] .start");
        page.keyboard().press("Enter");
        page.waitForSelector("[data-source=mfp-3b] .tell:has-text('jammed')");
        assertThat(page.innerText("[data-source=mfp-3b] .tell")).contains("3 sides are safe");
        room.device.clearJam();
        page.focus("[data-source=mfp-3b] .start");
        page.keyboard().press("Enter");
        page.waitForSelector("[data-source=mfp-3b][data-state=done]");
        assertThat(room.store.situations().count().originals()).isEqualTo(java.util.Map.of("received", 5L));
        assertThat(page.locator("[data-source=copiers] .start").count())
                .as("a folder is not asked")
                .isZero();
    }

    @Test
    void aFileWithoutTheTokenOfThePageOrWithoutASessionIsNotTaken() throws Exception {
        Page page = scanPage("en-GB");
        String cookie = page.context().cookies().stream()
                .filter(c -> c.name.equals("paperbridge"))
                .map(c -> c.name + "=" + c.value)
                .findFirst()
                .orElseThrow();
        assertThat(send(cookie, "not the token", ScannedSides.jpegs(1).getFirst()))
                .isEqualTo(403);
        assertThat(send(
                        "",
                        page.getAttribute("#main", "data-token"),
                        ScannedSides.jpegs(1).getFirst()))
                .isEqualTo(401);
        assertThat(room.store.situations().count().originals()).isEmpty();
    }

    @Test
    void aLineThatBreaksInTheMiddleKeepsNothingAndTheScreenOffersToSendAgain() throws Exception {
        Page page = scanPage("en-GB");
        page.route("**/scan/file", route -> route.abort());
        page.setInputFiles("#files", file("stack.jpg", ScannedSides.jpegs(1).getFirst()));
        page.waitForSelector("#sent li[data-state=broke] .again:not([hidden])");
        page.unroute("**/scan/file");
        page.click("#sent .again");
        page.waitForSelector("#sent li[data-state=safe]");
        assertThat(page.innerText("#sum")).startsWith("All safe: 1 of 1");
    }

    private int send(String cookie, String token, byte[] body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(room.address() + "/scan/file"))
                .header("Accept", "application/json")
                .header("X-Token", token)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private Page scanPage(String language) {
        Page page = browser.signIn(room, "ada", language, 1280, 720);
        page.navigate(room.address() + "/scan");
        return page;
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(home.resolve(name), content);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static void isAccessible(Page page) {
        assertThat(new AxeBuilder(page).withTags(WCAG).analyze().getViolations())
                .allSatisfy(v -> assertThat(v.getId() + ": " + v.getHelp() + " " + v.getNodes())
                        .isEmpty());
    }
}
