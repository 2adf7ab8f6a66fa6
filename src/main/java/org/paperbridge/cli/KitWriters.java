package org.paperbridge.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.key.KeyRing;
import org.paperbridge.kit.KitFile;
import org.paperbridge.kit.PdfWriter;
import org.paperbridge.kit.pdfbox.PdfSeal;

/** The writer of one kit after the other. It is kept while the seal stays, for it reads every form back once. */
final class KitWriters {

    private record Sealed(Optional<PdfSeal> seal, PdfWriter writer) {}

    private final KeyRing keys;
    private final boolean seal;
    private Optional<Sealed> last = Optional.empty();

    KitWriters(KeyRing keys, boolean seal) {
        this.keys = keys;
        this.seal = seal;
    }

    /**
     * With the seal of the kit before where it can be opened: only under the same seal can its pages be taken over.
     *
     * @param before units of the kit in this folder that may be taken over
     */
    PdfWriter following(Path kit, Map<String, KitManifest.UnitState> before) throws IOException {
        Optional<PdfSeal> wanted = seal ? Optional.of(seal(kit, before)) : Optional.empty();
        Sealed made = last.filter(known -> known.seal().equals(wanted))
                .orElseGet(() -> new Sealed(wanted, Printing.writer(keys, wanted)));
        last = Optional.of(made);
        return made.writer();
    }

    private PdfSeal seal(Path kit, Map<String, KitManifest.UnitState> before) throws IOException {
        Optional<Path> file = before.values().stream()
                .map(KitManifest.UnitState::files)
                .flatMap(Collection::stream)
                .map(KitFile::path)
                .findFirst()
                .map(kit::resolve);
        try {
            if (file.isPresent()) {
                return PdfSeal.of(file.get(), keys.kitPassword());
            }
        } catch (IOException e) {
            return PdfSeal.create(keys.kitPassword()); // An open kit, or of another password: all is printed anew.
        }
        return PdfSeal.create(keys.kitPassword());
    }
}
