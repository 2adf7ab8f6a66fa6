package org.paperbridge.template.file;

import java.util.HashSet;
import java.util.List;
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
                    s.rows().forEach(row -> add(kept, row, 1, s.repeat()));
                    s.grid().ifPresent(g -> add(kept, g.rows(), g.firstColumn(), g.firstColumn() + g.columns() - 1));
                }));
        return kept;
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
