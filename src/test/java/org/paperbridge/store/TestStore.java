package org.paperbridge.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.store.seal.PasswordHash;
import org.paperbridge.store.seal.StoreKeys;
import org.paperbridge.store.sql.Scans;
import org.paperbridge.store.sql.StoredReleases;
import org.paperbridge.validation.PageJudge;
import org.paperbridge.validation.SmallForm;
import org.paperbridge.validation.policy.RiskPolicyFile;
import org.paperbridge.validation.release.RecordBuilder;

/** A store for the small form of the validation tests. */
public final class TestStore {

    public static final FormCatalogue FORMS = new FormCatalogue() {
        @Override
        public List<FormTemplate> listForms() {
            return List.of(SmallForm.form());
        }

        @Override
        public Optional<FormTemplate> findForm(int number, int version) {
            return listForms().stream()
                    .filter(f -> f.number() == number && f.ref().version() == version)
                    .findFirst();
        }

        @Override
        public Optional<FormTemplate> findForm(FormRef ref) {
            return listForms().stream().filter(f -> f.ref().equals(ref)).findFirst();
        }

        @Override
        public Optional<FormTemplate> findNewest(String form) {
            return listForms().stream().filter(f -> f.ref().form().equals(form)).findFirst();
        }
    };

    private TestStore() {}

    public static Store open(StoreSettings settings, Path home, Clock clock) {
        return open(settings, home, clock, key(1));
    }

    static Store open(StoreSettings settings, Path home, Clock clock, StoreKeys keys) {
        return open(settings, home, clock, keys, rulebook());
    }

    /** A store for other forms. Passwords are stretched less than in earnest. */
    public static Store open(
            StoreSettings settings, Path home, Clock clock, StoreKeys keys, StoredReleases.Rulebook rulebook) {
        return Store.open(
                settings,
                home.resolve("objects"),
                keys,
                rulebook,
                clock,
                () -> UUID.randomUUID().toString(),
                new PasswordHash(1000));
    }

    public static StoredReleases.Rulebook rulebook() {
        return new StoredReleases.Rulebook(
                FORMS, new RecordBuilder(ZoneId.of("Europe/Paris")), List.of("fhir", "billing"));
    }

    public static StoreKeys key(int first) {
        byte[] master = new byte[32];
        master[0] = (byte) first;
        return StoreKeys.of(master);
    }

    /** The shipped policy, at noon of a fixed day. */
    public static Scans.Judge judge() {
        PageJudge judge = new PageJudge(RiskPolicyFile.load(Path.of("pipeline/risk-policy.yaml")));
        LocalDateTime now = LocalDateTime.ofEpochSecond(1_790_000_000L, 0, ZoneOffset.UTC);
        return (form, page, notes, set) -> judge.judge(form, page, notes, set, now);
    }
}
