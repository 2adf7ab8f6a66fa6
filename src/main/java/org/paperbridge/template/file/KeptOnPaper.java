package org.paperbridge.template.file;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.paperbridge.template.author.FieldSource;

/** Fields of a form that become no record, by their author's word. */
public final class KeptOnPaper {

    private KeptOnPaper() {}

    /** Ids, numbered. */
    public static Set<String> of(FormFolder folder) {
        Set<String> kept =
                new HashSet<>(BackEntryReader.readKeptOnPaper(folder.backEntry().root()));
        folder.source()
                .pages()
                .forEach(p -> p.sections().forEach(s -> {
                    s.rows().forEach(row -> add(kept, row, s.first(), s.last()));
                    s.grid().ifPresent(g -> add(kept, g.rows(), g.firstColumn(), g.firstColumn() + g.columns() - 1));
                }));
        return kept;
    }

    /** Why every field that becomes no record is kept on paper; empty when each says it for itself. */
    public static Optional<String> wholeForm(FormFolder folder) {
        return Optional.of(folder.backEntry().root().path("wholeForm").asText()).filter(reason -> !reason.isEmpty());
    }

    private static void add(Set<String> kept, List<FieldSource> fields, int from, int to) {
        for (FieldSource field : fields) {
            if (field.keepOnPaper().isPresent()) {
                for (int n = from; n <= to; n++) {
                    kept.add(field.numbered(n).id());
                }
            }
        }
    }
}
