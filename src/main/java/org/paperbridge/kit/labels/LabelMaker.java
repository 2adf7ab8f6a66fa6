package org.paperbridge.kit.labels;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.paperbridge.form.census.Encounter;
import org.paperbridge.form.census.Patient;
import org.paperbridge.form.census.Unit;
import org.paperbridge.kit.KitWords;
import org.paperbridge.kit.Prefill;
import org.paperbridge.kit.numbers.DowntimeIdentity;

/** The words of labels: of patients the census knows, and of people who have no number yet. */
public final class LabelMaker {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM HH:mm", Locale.ROOT);

    private final KitWords words;
    private final String printed;

    public LabelMaker(KitWords words, Unit unit, Instant printedAt, ZoneId ward) {
        this.words = words;
        this.printed = words.say("label.printed", unit.name(), MOMENT.format(printedAt.atZone(ward)));
    }

    /** Name, birth date, sex, both numbers; the INS only where the identity is qualified. */
    public Label patient(Patient patient, Encounter stay) {
        String born = patient.birthDate()
                .map(date -> words.say("label.born", DATE.format(date)))
                .orElse("");
        String second = Stream.of(born, patient.sex().orElse(""), stay.bed().orElse(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        return new Label(
                Prefill.name(patient, words.language()),
                List.of(second, printed),
                List.of(),
                List.of(
                        new Label.Code(words.say("label.stay"), stay.id()),
                        new Label.Code(words.say("label.patient"), patient.id())),
                InsDataMatrix.of(patient).map(content -> new Label.Ins(content, words.say("label.ins"))));
    }

    /** Room for name and birth date, and the numbers that hold until there are real ones. */
    public Label temporary(DowntimeIdentity identity) {
        return new Label(
                grouped(identity.patient()),
                List.of(printed),
                List.of(words.say("label.write-name"), words.say("label.write-birth")),
                List.of(
                        new Label.Code(words.say("label.temporary-patient"), identity.patient()),
                        new Label.Code(words.say("label.temporary-stay"), identity.stay())),
                Optional.empty());
    }

    /** Each label as often as one person gets it at a time. */
    public static List<Label> repeated(List<Label> labels, int copies) {
        List<Label> all = new ArrayList<>();
        for (Label label : labels) {
            for (int i = 0; i < copies; i++) {
                all.add(label);
            }
        }
        return all;
    }

    private static String grouped(String number) {
        return number.replaceFirst("(.{4})(.{4})(.{2})", "$1 $2 $3");
    }
}
