package org.paperbridge.cli;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import org.paperbridge.key.KeyRing;
import org.paperbridge.key.SiteKeys;
import org.paperbridge.kit.folder.KitSignature;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    @Command(name = "rotate", mixinStandardHelpOptions = true, description = "Seals new paper with a new key.")
    int rotate() {
        SiteKeys keys = home.siteKeys();
        KeyRing next = keys.open().withNewPageKey(new SecureRandom());
        keys.replace(next, new SecureRandom());
        System.err.println("New pages are sealed with key " + next.currentPageKey() + "; old paper still reads.");
        return 0;
    }
}
