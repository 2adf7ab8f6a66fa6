package org.paperbridge.app.server;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.paperbridge.backentry.RecordSender;
import org.paperbridge.form.census.KnownPeople;
import org.paperbridge.form.formulary.Formulary;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.form.page.PrintedForms;
import org.paperbridge.route.PageReader;
import org.paperbridge.route.PageSource;
import org.paperbridge.store.Store;
import org.paperbridge.store.seal.StoreKeys;
import org.paperbridge.validation.queue.ScanCrops;

/**
 * The stages a server runs on.
 *
 * @param forms every form version that may come back
 * @param source opens delivered files
 * @param reader identifies, locates and reads one side, called by several workers at once; made from the registry of
 *     printed forms
 * @param people whom the census knows, to compare names and stickers with
 * @param formulary what the numbers of products mean
 * @param keys from the key ring
 * @param destinations names of the receivers
 * @param senders one per destination, made from the open store and its crops
 * @param held what the reader keeps open, models and engines: closed after the last side is read
 */
public record ServerParts(
        FormCatalogue forms,
        PageSource source,
        Function<PrintedForms, PageReader> reader,
        Supplier<KnownPeople> people,
        Supplier<Formulary> formulary,
        StoreKeys keys,
        List<String> destinations,
        BiFunction<Store, ScanCrops, List<RecordSender>> senders,
        List<AutoCloseable> held) {

    public ServerParts {
        destinations = List.copyOf(destinations);
        held = List.copyOf(held);
    }
}
