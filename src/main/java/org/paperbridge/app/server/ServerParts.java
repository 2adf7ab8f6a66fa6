package org.paperbridge.app.server;

import java.util.List;
import org.paperbridge.backentry.RecordSender;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.route.PageReader;
import org.paperbridge.route.PageSource;
import org.paperbridge.store.seal.StoreKeys;

/**
 * The stages a server runs on.
 *
 * @param forms every form version that may come back
 * @param source opens delivered files
 * @param reader identifies, locates and reads one side; called by several workers at once
 * @param keys from the key ring
 * @param senders one per destination
 */
public record ServerParts(
        FormCatalogue forms, PageSource source, PageReader reader, StoreKeys keys, List<RecordSender> senders) {

    public ServerParts {
        senders = List.copyOf(senders);
    }
}
