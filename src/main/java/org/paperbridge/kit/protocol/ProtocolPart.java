package org.paperbridge.kit.protocol;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.paperbridge.kit.lists.SiteList;
import org.paperbridge.kit.lists.SiteListFile;
import org.paperbridge.kit.part.KitNotes;
import org.paperbridge.kit.part.KitPart;
import org.paperbridge.kit.part.PreparedFile;
import org.paperbridge.kit.part.UnitKit;

/**
 * The hospital's approved protocols, each a file of the kit as the hospital drew it. The list {@code protocols.csv} says
 * who approved which; what stands in one of the two only is told.
 */
public final class ProtocolPart implements KitPart {

    private static final List<String> COLUMNS = List.of("protocol", "version", "file");

    private final ProtocolSettings settings;
    private final ProtocolShelf shelf;
    private final Path lists;
    private final Optional<SiteList> approved;

    /**
     * @param lists folder of the site's lists
     * @param approved list of the protocols with who approved them
     */
    public ProtocolPart(ProtocolSettings settings, ProtocolShelf shelf, Path lists, Optional<SiteList> approved) {
        this.settings = settings;
        this.shelf = shelf;
        this.lists = lists;
        this.approved = approved;
    }

    @Override
    public List<PreparedFile> draw(UnitKit kit, KitNotes notes) throws IOException {
        if (!settings.isFor(kit.plan().desks())) {
            return List.of();
        }
        ProtocolShelf.Look look = shelf.look();
        look.troubles()
                .forEach(trouble -> notes.add(
                        kit.words().say(trouble.word(), trouble.arguments().toArray())));
        List<List<String>> rows = approved.map(list -> new SiteListFile(list, lists, kit.words())
                        .cells(COLUMNS, kit.unit().code(), mistake -> {}))
                .orElse(List.of());
        List<PreparedFile> files = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Protocol protocol : look.protocols()) {
            Optional<List<String>> row =
                    rows.stream().filter(r -> same(r.get(2), protocol.name())).findFirst();
            if (row.isEmpty() && !rows.isEmpty()) {
                notes.add(kit.words().say("protocol.not-listed", protocol.name()));
            }
            String title = row.map(r -> r.get(0) + (r.get(1).isEmpty() ? "" : " · " + r.get(1)))
                    .orElse(bare(protocol.name()));
            files.add(new PreparedFile(
                    unused(slug(protocol.name()), names), kit.words().say("file.protocol", title), protocol.file()));
        }
        for (List<String> row : rows) {
            if (!row.get(2).isEmpty()
                    && look.protocols().stream().noneMatch(protocol -> same(row.get(2), protocol.name()))) {
                notes.add(kit.words().say("protocol.file-missing", row.get(0), row.get(2)));
            }
        }
        return files;
    }

    private static String unused(String slug, Set<String> names) {
        String name = slug;
        for (int i = 2; !names.add(name); i++) {
            name = slug + "-" + i;
        }
        return "06-protocol-" + name;
    }

    private static String slug(String name) {
        String slug = Normalizer.normalize(bare(name), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return slug.isEmpty() ? "pdf" : slug.substring(0, Math.min(60, slug.length()));
    }

    private static boolean same(String listed, String name) {
        String file = listed.substring(Math.max(listed.lastIndexOf('/'), listed.lastIndexOf('\\')) + 1);
        return !file.isEmpty() && plain(file).equals(plain(name));
    }

    private static String plain(String name) {
        return Normalizer.normalize(bare(name), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static String bare(String name) {
        return name.replaceFirst("(?i)\\.pdf$", "");
    }
}
