package org.paperbridge.app;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.app.server.ServerParts;
import org.paperbridge.app.server.ServerRefusedException;
import org.paperbridge.app.server.ServerRefusedException.Cause;
import org.paperbridge.app.settings.ServerSettings;
import org.paperbridge.backentry.BackEntrySite;
import org.paperbridge.backentry.Destination;
import org.paperbridge.backentry.Destinations;
import org.paperbridge.backentry.RecordSenders;
import org.paperbridge.cli.Home;
import org.paperbridge.cli.Reading;
import org.paperbridge.form.census.KnownPeople;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.key.KeyRing;
import org.paperbridge.key.KeyRingException;
import org.paperbridge.key.SiteKeys;
import org.paperbridge.read.PageFieldReader;
import org.paperbridge.read.PrintedLineReader;
import org.paperbridge.read.line.Lexicons;
import org.paperbridge.read.tesseract.TesseractLines;
import org.paperbridge.route.BoundedSource;
import org.paperbridge.route.DeliveredSource;
import org.paperbridge.route.ProcessorReader;
import org.paperbridge.store.seal.StoreKeys;
import org.paperbridge.template.ReleasedForms;
import org.paperbridge.template.file.TemplateFiles;

/** The stages as the product ships them, put together for one home. */
public final class Stages {

    /** A hundred times what the slowest sound side takes on an old laptop. */
    private static final Duration SIDE_AT_MOST = Duration.ofSeconds(60);

    private Stages() {}

    /** @throws ServerRefusedException when there is no key ring, or destinations are wrong: all mistakes listed */
    public static ServerParts assemble(ServerSettings settings, Map<String, String> environment) {
        Destinations destinations = Destinations.of(settings.destinations());
        if (!destinations.mistakes().isEmpty()) {
            throw new ServerRefusedException(
                    Cause.CONFIGURATION,
                    String.join(
                            System.lineSeparator(),
                            destinations.mistakes().stream()
                                    .map(m -> "destination." + m)
                                    .toList()));
        }
        KeyRing keys = openKeys(settings, Optional.ofNullable(environment.get("PAPERBRIDGE_PASSPHRASE")));
        FormCatalogue forms = ReleasedForms.load(TemplateFiles.ofProduct());
        SiteFormulary formulary = new SiteFormulary(settings.home().resolve(Home.FORMULARY));
        PageFieldReader reader = PageFieldReader.shipped(
                Lexicons.shipped().and("drugs", formulary.get().listNames()));
        KnownPeople people = KnownPeople.of(SiteAssembly.census(settings));
        PrintedLineReader lines = new TesseractLines(settings.home().resolve(Home.NATIVES), settings.workers());
        return new ServerParts(
                forms,
                new BoundedSource(new DeliveredSource(), SIDE_AT_MOST),
                printed -> new ProcessorReader(
                        Reading.processor(keys, forms, reader, lines, settings.identityPrint(), printed)),
                () -> people,
                formulary,
                StoreKeys.of(keys.storeKey()),
                destinations.all().stream().map(Destination::name).toList(),
                (store, crops) -> {
                    RecordSenders senders = new RecordSenders(siteOf(settings), people::find, new CroppedProof(crops));
                    return destinations.all().stream().map(senders::open).toList();
                },
                List.of(reader, lines));
    }

    static KeyRing openKeys(ServerSettings settings, Optional<String> passphrase) {
        SiteKeys keys = new SiteKeys(settings.home(), passphrase);
        if (!keys.exist()) {
            throw new ServerRefusedException(
                    Cause.UNAVAILABLE,
                    "There is no key ring in " + settings.home()
                            + ". Make one with: paperbridge key init --site N, or copy keys.json of your site there.");
        }
        try {
            return keys.open();
        } catch (KeyRingException e) {
            throw new ServerRefusedException(Cause.UNAVAILABLE, e);
        }
    }

    private static BackEntrySite siteOf(ServerSettings settings) {
        Map<String, String> site = settings.site();
        return new BackEntrySite(
                site.getOrDefault("facility", ""),
                site.getOrDefault("patient-oid", ""),
                site.getOrDefault("encounter-oid", ""),
                site.getOrDefault("unit-oid", ""),
                settings.ward());
    }
}
