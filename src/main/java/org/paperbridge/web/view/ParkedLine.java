package org.paperbridge.web.view;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.record.ClinicalRecord;
import org.paperbridge.validation.delivery.ParkedDelivery;

/**
 * A record that did not arrive, with all that somebody needs to key it by hand.
 *
 * @param patient name where the census has one, and number
 * @param stay visit number; empty when the paper has none
 * @param form title of the sheet
 * @param at when it happened, ward time; empty when the paper does not say
 * @param crops fields whose picture shows it
 */
public record ParkedLine(
        long position,
        String patient,
        String stay,
        String form,
        String at,
        List<Said> said,
        List<String> crops,
        boolean mayBeResent) {

    private static final int MOST_CROPS = 6;
    /** What the whole page shares is shown as text alone. */
    private static final Set<String> SAME_FOR_ALL = Set.of("date", "time", "author");

    /** One value by the words on the sheet. */
    public record Said(String caption, String value) {}

    public static ParkedLine of(ParkedDelivery parked, FormCatalogue forms, Census census, Words words, ZoneId ward) {
        ClinicalRecord record = parked.record();
        Optional<FormTemplate> form = parked.form().flatMap(forms::findForm);
        List<FieldZone> zones = form.map(f -> filled(f, record)).orElse(List.of());
        return new ParkedLine(
                parked.position(),
                OpenSheetLine.patient(record.patientId(), census),
                record.encounterId().orElse(""),
                form.map(f -> words.pick(f.titles(), f.ref().form())).orElse(""),
                record.occurredAt()
                        .map(at -> DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.of(words.language()))
                                .format(at.atZone(ward)))
                        .orElse(""),
                zones.isEmpty()
                        ? record.values().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(e -> new Said(e.getKey(), e.getValue()))
                                .toList()
                        : zones.stream()
                                .map(z -> said(z, form.orElseThrow(), record, words))
                                .toList(),
                zones.stream()
                        .filter(z ->
                                role(z, record).filter(SAME_FOR_ALL::contains).isEmpty())
                        .map(FieldZone::id)
                        .limit(MOST_CROPS)
                        .toList(),
                parked.mayBeResent());
    }

    /** The fields of the record that say something, as they stand on the page. */
    private static List<FieldZone> filled(FormTemplate form, ClinicalRecord record) {
        return form.layout().getPage(record.page()).fields().stream()
                .filter(z -> role(z, record).isPresent())
                .toList();
    }

    private static Optional<String> role(FieldZone zone, ClinicalRecord record) {
        return record.target().fields().entrySet().stream()
                .filter(e -> e.getValue().equals(zone.id()))
                .map(Map.Entry::getKey)
                .filter(record.values()::containsKey)
                .min(String::compareTo);
    }

    private static Said said(FieldZone zone, FormTemplate form, ClinicalRecord record, Words words) {
        Map<String, String> labels = form.labels().getOrDefault(words.language(), Map.of());
        String value = role(zone, record).map(record.values()::get).orElse("");
        String shown = switch (zone) {
            case FieldZone.Tick tick ->
                Arrays.stream(value.split(",", -1))
                        .map(v -> labels.getOrDefault("field." + zone.id() + "." + v, v))
                        .collect(Collectors.joining(", "));
            case FieldZone.Comb comb -> value + comb.unit().map(u -> " " + u).orElse("");
            case FieldZone.Line line -> value;
            case FieldZone.Area area -> value;
            case FieldZone.Signature signature -> words.say("ink.present");
            case FieldZone.Label label -> value;
            case FieldZone.Print print -> value;
        };
        return new Said(labels.getOrDefault("field." + zone.id(), zone.id()), shown);
    }
}
