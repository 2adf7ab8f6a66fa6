package org.paperbridge.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.paperbridge.key.KeyCard;
import org.paperbridge.key.KeyCards;
import org.paperbridge.key.KeyRing;
import org.paperbridge.key.SiteKeys;
import org.paperbridge.kit.KitWords;
import org.paperbridge.kit.cards.KeyCardPage;
import org.paperbridge.kit.folder.KitSignature;
import org.paperbridge.kit.page.DrawnPage;
import org.paperbridge.kit.pdfbox.FontMeasure;
import org.paperbridge.kit.zxing.QrSymbol;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "key",
        mixinStandardHelpOptions = true,
        description = {
            "The site's keys. Without them a page code tells nothing about a patient; with them and paper alone,",
            "everything comes back. Keep a copy of keys.json and its passphrase in a safe."
        })
public final class KeyCommand {

    @Mixin
    private Home home = new Home();

    @Command(name = "init", mixinStandardHelpOptions = true, description = "Makes the key ring of a new site.")
    int init(@Option(names = "--site", required = true, description = "Number of the hospital, 1 to 65535.") int site) {
        home.siteKeys().create(site, new SecureRandom());
        System.err.println("Made the key ring of site " + site + " in " + home.folder() + ".");
        return 0;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Says which site and keys the ring holds; never a key itself.")
    int show(@Option(names = "--json", description = "As JSON.") boolean json) {
        KeyRing ring = home.siteKeys().open();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("file", home.folder().resolve(SiteKeys.RING).toString());
        map.put("site", ring.site());
        map.put("sealsWith", ring.currentPageKey());
        map.put("reads", ring.pageKeyIds());
        map.put("signs", KitSignature.print(ring.kitSignature()));
        if (json) {
            System.out.println(Json.pretty(map));
        } else {
            map.forEach((name, value) -> System.out.printf("%-10s %s%n", name, value));
        }
        return 0;
    }

    @Command(
            name = "password",
            mixinStandardHelpOptions = true,
            description = "Prints the password that opens sealed kits, for the sealed envelopes of the units.")
    int password() {
        System.out.println(home.siteKeys().open().kitPassword());
        return 0;
    }

    @Command(
            name = "cards",
            mixinStandardHelpOptions = true,
            description = {
                "Prints the ring on paper cards: any K of N give it back, fewer tell nothing. Print on a printer without",
                "memory, hand the cards to different people, and delete the PDF."
            })
    int cards(
            @Option(names = "--cards", paramLabel = "N", defaultValue = "5", description = "How many; 5 when absent.")
                    int cards,
            @Option(
                            names = "--needed",
                            paramLabel = "K",
                            defaultValue = "3",
                            description = "Enough of them; 3 when absent.")
                    int needed,
            @Option(names = "--lang", defaultValue = "fr", description = "fr or en.") String lang,
            @Option(names = "-o", paramLabel = "OUT", required = true, description = "PDF to write.") Path out)
            throws IOException {
        Languages.check(lang);
        KeyRing ring = home.siteKeys().open();
        KeyCardPage page = new KeyCardPage(KitWords.of(lang), new FontMeasure()::widthMm);
        String now =
                DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT).format(LocalDate.now(ZoneId.systemDefault()));
        List<DrawnPage> pages = new ArrayList<>();
        for (KeyCard card : KeyCards.split(ring, cards, needed, new SecureRandom())) {
            pages.add(page.draw(
                    new KeyCardPage.Card(
                            card.site(),
                            card.set(),
                            card.number(),
                            cards,
                            needed,
                            now,
                            card.lines(),
                            card.text(),
                            KitSignature.print(ring.kitSignature())),
                    QrSymbol.of(card.text())));
        }
        Printing.writer(ring).writePages(out, KitWords.of(lang).say("card.title"), lang, pages);
        System.err.println("Wrote " + cards + " key cards to " + out + ". Print them, then delete the file.");
        return 0;
    }

    @Command(
            name = "restore",
            mixinStandardHelpOptions = true,
            description = {
                "Gives back the ring from key cards: text files with what their QR codes say or with their typed lines,",
                "a blank line between two cards; - reads them from standard input."
            })
    int restore(@Parameters(paramLabel = "FILE", arity = "1..*", description = "Cards.") List<String> files)
            throws IOException {
        List<KeyCard> cards = new ArrayList<>();
        for (String file : files) {
            String text = file.equals("-")
                    ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                    : Files.readString(Path.of(file));
            for (String card : text.split("\\R\\s*\\R")) {
                if (!card.isBlank()) {
                    cards.add(KeyCard.parse(card.lines().toList()));
                }
            }
        }
        KeyRing ring = KeyCards.join(cards);
        home.siteKeys().create(ring, new SecureRandom());
        System.err.println("Restored the key ring of site " + ring.site() + " in " + home.folder() + ".");
        return 0;
    }

    @Command(name = "rotate", mixinStandardHelpOptions = true, description = "Seals new paper with a new key.")
    int rotate() {
        SiteKeys keys = home.siteKeys();
        KeyRing next = keys.open().withNewPageKey(new SecureRandom());
        keys.replace(next, new SecureRandom());
        System.err.println("New pages are sealed with key " + next.currentPageKey() + "; old paper still reads.");
        return 0;
    }
}
