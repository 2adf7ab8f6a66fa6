package org.paperbridge.web;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes pictures of the screens, to be looked at: {@code ScreenPictures FOLDER}. */
public final class ScreenPictures {

    private ScreenPictures() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder);
        Path home = Files.createTempDirectory("home");
        try (ReviewRoom room = new ReviewRoom(home, "pipeline/risk-policy.yaml");
                Browser browser = Browser.start()) {
            room.addReviewer("ada");
            room.addPrescription();
            room.addPrescription();
            room.add(new org.paperbridge.form.page.PageOutcome.Unidentified("no code"));
            Page fresh = browser.open("fr", 1280, 720).newPage();
            fresh.navigate(room.address());
            shot(fresh, folder, "sign-in");
            Page page = browser.signIn(room, "ada", "fr", 1280, 720);
            shot(page, folder, "start");
            page.click("a.big");
            page.waitForSelector(".field.current");
            page.waitForTimeout(600);
            shot(page, folder, "review-1280");
            page.setViewportSize(1920, 1080);
            page.waitForTimeout(300);
            shot(page, folder, "review-1920");
            page.keyboard().press("?");
            shot(page, folder, "help");
            page.keyboard().press("Escape");
            for (int i = 0; i < 12 && page.isHidden("#finish"); i++) {
                page.keyboard().press("Enter");
                page.waitForTimeout(250);
                if (i == 1) {
                    shot(page, folder, "review-third");
                }
            }
            shot(page, folder, "finish");
            room.printChart("CHART00001", "IPP0042");
            room.printChart("CHART00002", "IPP0042");
            room.printChart("CHART00003", "");
            room.add(room.unlocated("CHART00001", 2));
            page.navigate(room.address() + "/ledger");
            shot(page, folder, "ledger");
            page.navigate(room.address() + "/scan");
            room.device.load(org.paperbridge.source.ScannedSides.jpegs(7));
            page.click("[data-source=mfp-3b] .start");
            page.waitForSelector("[data-source=mfp-3b][data-state=done]");
            Path picture = Files.write(
                    home.resolve("pile-1.jpg"),
                    org.paperbridge.source.ScannedSides.jpegs(9).getLast());
            Path letter = Files.writeString(home.resolve("lettre.docx"), "words");
            page.setInputFiles("#files", new Path[] {picture, letter});
            page.waitForSelector("#sent li:nth-child(2)[data-state=refused]");
            shot(page, folder, "scan");
            page.setViewportSize(390, 844);
            shot(page, folder, "scan-phone");
            page.setViewportSize(1920, 1080);
            page.navigate(room.address() + "/?lang=en");
            page.locator("tbody a").last().click();
            page.waitForTimeout(300);
            shot(page, folder, "question");
        }
    }

    private static void shot(Page page, Path folder, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
    }
}
