package org.paperbridge.web.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.census.Encounter;
import org.paperbridge.form.census.KnownPeople;
import org.paperbridge.form.census.Patient;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.page.PageIdentity;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.SeenPrint;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.Finding;
import org.paperbridge.validation.identity.IdentityCheck;
import org.paperbridge.validation.identity.SetPage;
import org.paperbridge.validation.identity.StickerWitness;
import org.paperbridge.validation.queue.IdentityQuestions;
import org.paperbridge.validation.queue.ReviewTask;
import org.paperbridge.validation.queue.TaskContent;

/**
 * A page whose patient a person has to settle before its values: what the code says on one side, what the paper shows on
 * the other.
 *
 * @param named whether the code names a patient
 * @param questions what the machine noticed, in the reader's language
 * @param disputed whether two sources name different people; then a reason is asked for
 * @param shown the part of the page to look at, mm; empty when the page was not located
 * @param others people the paper may belong to: proposals, never chosen beforehand
 * @param numbers what sticker and print say, as read
 * @param set other pages of the form that came, while one of them is a reason to ask
 */
public record WhoseView(
        ReviewTask task,
        IdentityView identity,
        boolean named,
        List<Question> questions,
        boolean disputed,
        Optional<PageBox> shown,
        double widthMm,
        double heightMm,
        List<Other> others,
        List<String> numbers,
        List<SetLine> set) {

    /**
     * Another page of the form.
     *
     * @param caption which page, as on the paper
     * @param numbers what its stickers say
     */
    public record SetLine(int page, String caption, List<String> numbers) {}

    /** @param severity {@code warns} or {@code contradicts} */
    public record Question(String rule, String severity, String text) {}

    /** @param encounterId empty when the paper does not name the stay */
    public record Other(String patientId, String encounterId, String name, String birthDate) {

        /** The same person seen by another number. */
        Other with(Other again) {
            return encounterId.isEmpty() ? again : this;
        }
    }

    /** Empty when nothing about the patient is open. */
    public static Optional<WhoseView> of(
            TaskContent content,
            List<SetPage> set,
            FormTemplate form,
            PageIdentity identity,
            Census census,
            Words words) {
        List<Finding> open = IdentityQuestions.open(content.findings(), content.decisions());
        if (open.isEmpty()) {
            return Optional.empty();
        }
        LayoutPage page = form.layout().getPage(identity.page());
        return Optional.of(new WhoseView(
                content.task(),
                IdentityView.of(identity, Optional.of(form), census, words),
                identity.patientId().isPresent(),
                open.stream()
                        .map(f -> new Question(
                                f.rule(),
                                f.severity().name().toLowerCase(java.util.Locale.ROOT),
                                words.pick(f.messages(), f.rule())))
                        .toList(),
                IdentityCheck.isDisputed(open),
                block(page.fields()),
                page.widthMm(),
                page.heightMm(),
                others(content, page.fields(), identity, census, words),
                numbers(content, page.fields()).distinct().toList(),
                open.stream().anyMatch(IdentityCheck::isOfSet) ? lines(set, form, words) : List.of()));
    }

    private static List<SetLine> lines(List<SetPage> set, FormTemplate form, Words words) {
        int pages = form.layout().pages().size();
        return set.stream()
                .map(p -> new SetLine(
                        p.page(),
                        words.say("page.of", p.page(), pages),
                        p.numbers().stream().sorted().toList()))
                .toList();
    }

    /** Identity block and sticker together. */
    private static Optional<PageBox> block(List<FieldZone> fields) {
        return fields.stream()
                .filter(z -> StickerWitness.isPatientLabel(z)
                        || z instanceof FieldZone.Print print
                                && (print.source().startsWith("patient.")
                                        || print.source().startsWith("encounter.")))
                .map(FieldZone::box)
                .reduce(WhoseView::around)
                .map(box -> box.grownBy(3));
    }

    private static PageBox around(PageBox a, PageBox b) {
        double left = Math.min(a.left(), b.left());
        double top = Math.min(a.top(), b.top());
        return new PageBox(left, top, Math.max(a.right(), b.right()) - left, Math.max(a.bottom(), b.bottom()) - top);
    }

    private static List<Other> others(
            TaskContent content, List<FieldZone> fields, PageIdentity identity, Census census, Words words) {
        KnownPeople people = KnownPeople.of(census);
        Map<String, Other> others = new LinkedHashMap<>();
        numbers(content, fields)
                .forEach(number -> people.ownerOf(number)
                        .map(owner -> other(owner, number, people, census, words))
                        .ifPresent(o -> others.merge(o.patientId(), o, Other::with)));
        identity.patientId().ifPresent(others::remove);
        return List.copyOf(others.values());
    }

    /** What stickers and print say, as read. */
    private static Stream<String> numbers(TaskContent content, List<FieldZone> fields) {
        List<String> labels = fields.stream()
                .filter(StickerWitness::isPatientLabel)
                .map(FieldZone::id)
                .toList();
        return content.outcome()
                .filter(PageOutcome.Read.class::isInstance)
                .map(PageOutcome.Read.class::cast)
                .map(read -> Stream.concat(
                        read.readings().stream()
                                .filter(r -> labels.contains(r.field()))
                                .map(FieldReading::values)
                                .flatMap(List::stream),
                        read.print().stream()
                                .filter(p -> p.source().equals("patient.id"))
                                .map(SeenPrint::text)
                                .filter(text -> !text.isBlank())))
                .orElse(Stream.empty());
    }

    private static Other other(String owner, String number, KnownPeople people, Census census, Words words) {
        Optional<Patient> patient = people.find(owner);
        String stay = census.encounters().stream()
                .filter(e -> e.patientId().equals(owner))
                .map(Encounter::id)
                .filter(number::equals)
                .findFirst()
                .orElse("");
        return new Other(
                owner,
                stay,
                patient.map(IdentityView::name).orElse(""),
                patient.flatMap(Patient::birthDate)
                        .map(d -> IdentityView.date(d, words))
                        .orElse(""));
    }
}
