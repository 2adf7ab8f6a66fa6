package org.paperbridge.identify;

import java.util.List;
import org.paperbridge.form.page.PageImage;

/** Finders in turn, each costlier than the one before, until one of them sees a symbol that begins as it must. */
public final class CodeLadder implements CodeFinder {

    private final List<CodeFinder> rungs;

    public CodeLadder(List<CodeFinder> rungs) {
        this.rungs = List.copyOf(rungs);
    }

    @Override
    public List<SeenCode> find(PageImage image) {
        List<SeenCode> seen = List.of();
        for (CodeFinder rung : rungs) {
            List<SeenCode> found = rung.find(image);
            if (found.stream().anyMatch(code -> code.text().startsWith(org.paperbridge.pagecode.PageCodec.PREFIX))) {
                return found;
            }
            seen = seen.isEmpty() ? found : seen;
        }
        return seen;
    }
}
