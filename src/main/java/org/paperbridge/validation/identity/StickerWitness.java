package org.paperbridge.validation.identity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.paperbridge.form.census.KnownPeople;
import org.paperbridge.form.census.Patient;
import org.paperbridge.form.check.CheckDigits;
import org.paperbridge.form.layout.CheckRule;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.page.PageIdentity;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.FieldState;
import org.paperbridge.form.reading.Finding;
import org.paperbridge.form.reading.Finding.Severity;
import org.paperbridge.validation.rule.RuleMessages;

/** The patient sticker somebody put on the page: what its barcodes say is exact, or it is not read at all. */
public final class StickerWitness {

    /** Zones for the patient's sticker; others take labels of blood bags and the like. */
    private static final String PATIENT_LABEL = "patient-label";

    private StickerWitness() {}

    /** Whether a zone takes the patient's sticker. */
    public static boolean isPatientLabel(FieldZone zone) {
        return zone instanceof FieldZone.Label && isPatientLabel(zone.id());
    }

    private static boolean isPatientLabel(String field) {
        return field.startsWith(PATIENT_LABEL);
    }

    /** What the patient's stickers on a page say. */
    public static Set<String> numbers(PageOutcome.Read page) {
        return page.readings().stream()
                .filter(r -> isPatientLabel(r.field()))
                .flatMap(r -> r.values().stream())
                .collect(Collectors.toSet());
    }

    /** One finding for each sticker zone in which there is something. */
    static List<Finding> of(FormTemplate form, PageOutcome.Read page, KnownPeople people) {
        Set<String> zones = form.layout().getPage(page.identity().page()).fields().stream()
                .filter(StickerWitness::isPatientLabel)
                .map(FieldZone::id)
                .collect(Collectors.toSet());
        return page.readings().stream()
                .filter(r -> zones.contains(r.field()) && r.state() != FieldState.BLANK)
                .map(r -> finding(r, page.identity(), people))
                .toList();
    }

    private static Finding finding(FieldReading sticker, PageIdentity identity, KnownPeople people) {
        if (sticker.values().isEmpty()) {
            return say("sticker-unread", sticker, Severity.WARNS);
        }
        Set<String> owners = sticker.values().stream()
                .flatMap(number -> people.ownerOf(number).stream())
                .collect(Collectors.toSet());
        if (owners.size() > 1) {
            return say("stickers-differ", sticker, Severity.CONTRADICTS);
        }
        Optional<String> patient = identity.patientId();
        if (patient.isEmpty()) {
            return say("sticker-proposes", sticker, Severity.WARNS);
        }
        if (owners.stream().anyMatch(owner -> !owner.equals(patient.get()))) {
            return say("sticker-differs", sticker, Severity.CONTRADICTS);
        }
        long own = sticker.values().stream()
                .filter(number -> isOf(number, identity, people))
                .count();
        if (own == sticker.values().size()) {
            return say("sticker-agrees", sticker, Severity.SUPPORTS);
        }
        List<String> strange = sticker.values().stream()
                .filter(number -> !isOf(number, identity, people))
                .toList();
        boolean onlyNational = strange.stream().allMatch(n -> CheckDigits.passes(CheckRule.NIR, n));
        return own > 0 || onlyNational
                ? say("sticker-unknown", sticker, Severity.WARNS)
                : say("sticker-differs", sticker, Severity.CONTRADICTS);
    }

    private static boolean isOf(String number, PageIdentity identity, KnownPeople people) {
        String said = fold(number);
        return identity.patientId()
                        .map(StickerWitness::fold)
                        .filter(said::equals)
                        .isPresent()
                || identity.encounterId()
                        .map(StickerWitness::fold)
                        .filter(said::equals)
                        .isPresent()
                || people.ownerOf(number).equals(identity.patientId())
                || identity.patientId()
                        .flatMap(people::find)
                        .flatMap(Patient::nationalId)
                        .map(StickerWitness::fold)
                        .filter(said::equals)
                        .isPresent();
    }

    private static String fold(String number) {
        return number.replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT);
    }

    private static Finding say(String word, FieldReading sticker, Severity severity) {
        return RuleMessages.finding(
                IdentityCheck.PREFIX + word, List.of(sticker.field()), severity, "identity." + word);
    }
}
