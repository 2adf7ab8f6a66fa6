package org.paperbridge.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.paperbridge.form.layout.BackEntryTarget;
import org.paperbridge.form.layout.Drawing;
import org.paperbridge.form.layout.Fiducial;
import org.paperbridge.form.layout.FieldRule;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.layout.TickOption;
import org.paperbridge.kit.pdfbox.FontMeasure;
import org.paperbridge.template.file.TemplateFiles;
import org.paperbridge.template.layout.LayoutEngine;

/**
 * Laws that every form in {@code templates/} keeps, checked on the frozen geometry and with numbers of their own: a
 * limit that is loosened in the linter is still held here.
 */
final class ShippedTemplatesTest {

    private static final double EPSILON = 1e-6;

    static Stream<FormTemplate> forms() {
        return ReleasedForms.load(TemplateFiles.ofProduct()).listForms().stream();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void theLinterFindsNothing(FormTemplate form) {
        assertThat(new TemplateCheck(TemplateFiles.ofProduct(), new LayoutEngine(new FontMeasure()::widthMm))
                        .check(form.ref()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void theEngineStillComputesWhatWasReleased(FormTemplate form) {
        assertThat(new TemplateCheck(TemplateFiles.ofProduct(), new LayoutEngine(new FontMeasure()::widthMm))
                        .compute(form.ref())
                        .fingerprint())
                .as("not needed to read paper; when it differs on purpose, the next version is due")
                .isEqualTo(form.layout().fingerprint());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void writingSpacesAreLargeEnoughAndLieApart(FormTemplate form) {
        for (LayoutPage page : form.layout().pages()) {
            List<PageBox> spaces = page.fields().stream()
                    .flatMap(ShippedTemplatesTest::writingSpaces)
                    .toList();
            for (int i = 0; i < spaces.size(); i++) {
                for (int j = i + 1; j < spaces.size(); j++) {
                    assertThat(spaces.get(i).grownBy(-EPSILON).overlaps(spaces.get(j)))
                            .as(form.ref() + " " + spaces.get(i) + " and " + spaces.get(j))
                            .isFalse();
                }
            }
            for (FieldZone field : page.fields()) {
                assertThat(writingSpaces(field).allMatch(field.box().grownBy(EPSILON)::contains))
                        .as(form.ref() + " " + field.id() + " holds what belongs to it")
                        .isTrue();
                if (field instanceof FieldZone.Comb comb) {
                    assertThat(comb.cells())
                            .as(comb.id())
                            .allMatch(c -> c.width() >= 5 - EPSILON && c.height() >= 7 - EPSILON);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void nothingComesNearACodeACornerMarkOrTheEdge(FormTemplate form) {
        for (LayoutPage page : form.layout().pages()) {
            PageBox paper = new PageBox(
                    12 - EPSILON,
                    11.6 - EPSILON,
                    page.widthMm() - 24 + 2 * EPSILON,
                    page.heightMm() - 23.6 + 2 * EPSILON);
            List<PageBox> keepOut = Stream.concat(
                            page.codes().stream().map(c -> c.grownBy(4 * c.width() / 41)),
                            page.fiducials().stream().map(f -> f.box().grownBy(1.5)))
                    .map(b -> b.grownBy(-EPSILON))
                    .toList();
            List<PageBox> all = Stream.concat(
                            page.fields().stream().map(FieldZone::box),
                            page.drawings().stream().map(ShippedTemplatesTest::box))
                    .toList();
            assertThat(all)
                    .as(form.ref() + " page " + page.page())
                    .noneMatch(b -> keepOut.stream().anyMatch(b::overlaps));
            assertThat(page.fields()).allMatch(f -> paper.contains(f.box()));
            assertThat(page.fiducials()).allMatch(f -> paper.contains(f.box()));
            assertThat(page.fiducials().stream()
                            .filter(f -> f.kind() == Fiducial.Kind.SQUARE)
                            .map(f -> f.box().width()))
                    .containsExactly(5.0, 5.0, 5.0, 5.0);
            assertThat(page.codes()).hasSize(2).allMatch(c -> c.width() / 41 >= 0.5);
            assertThat(page.codes().get(0).centre().x() > page.widthMm() / 2)
                    .as("codes lie at diagonal corners")
                    .isNotEqualTo(page.codes().get(1).centre().x() > page.widthMm() / 2);
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyWritingSpaceIsPrintedWhereTheReaderLooksForIt(FormTemplate form) {
        for (LayoutPage page : form.layout().pages()) {
            Set<PageBox> frames = new HashSet<>();
            page.drawings().forEach(d -> {
                if (d instanceof Drawing.Frame frame) {
                    frames.add(frame.box());
                }
            });
            assertThat(frames)
                    .as(form.ref() + " page " + page.page())
                    .containsAll(page.fields().stream()
                            .flatMap(ShippedTemplatesTest::writingSpaces)
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void rulesAndMappingNameFieldsOfTheForm(FormTemplate form) {
        Set<String> ids = new HashSet<>();
        form.layout()
                .pages()
                .forEach(p -> p.fields()
                        .forEach(f -> assertThat(ids.add(f.id()))
                                .as(f.id() + " is there once")
                                .isTrue()));
        for (FieldRule rule : form.rules()) {
            assertThat(ids).as(form.ref() + " rule " + rule.id()).containsAll(rule.fields());
            assertThat(form.layout().pages())
                    .as(rule.id() + " looks at one page")
                    .anyMatch(
                            p -> p.fields().stream().map(FieldZone::id).toList().containsAll(rule.fields()));
        }
        List<String> targets = new ArrayList<>();
        for (BackEntryTarget target : form.backEntry()) {
            targets.add(target.id());
            assertThat(ids)
                    .as(form.ref() + " target " + target.id())
                    .containsAll(target.fields().values());
            assertThat(target.fields().values()).containsAll(target.needs());
        }
        assertThat(targets).doesNotHaveDuplicates();
    }

    private static Stream<PageBox> writingSpaces(FieldZone field) {
        return switch (field) {
            case FieldZone.Comb comb -> comb.cells().stream();
            case FieldZone.Tick tick -> tick.options().stream().map(TickOption::box);
            case FieldZone.Line line -> Stream.of(line.box());
            case FieldZone.Area area -> Stream.of(area.box());
            case FieldZone.Signature signature -> Stream.of(signature.box());
            case FieldZone.Label label -> Stream.of(label.box());
            case FieldZone.Print print -> Stream.of();
        };
    }

    private static PageBox box(Drawing drawing) {
        return switch (drawing) {
            case Drawing.Fill fill -> fill.box();
            case Drawing.Frame frame -> frame.box().grownBy(frame.strokeMm() / 2);
            case Drawing.Text text -> text.box();
            case Drawing.Rule rule ->
                new PageBox(
                        Math.min(rule.from().x(), rule.to().x()) - rule.strokeMm() / 2,
                        Math.min(rule.from().y(), rule.to().y()) - rule.strokeMm() / 2,
                        Math.abs(rule.from().x() - rule.to().x()) + rule.strokeMm(),
                        Math.abs(rule.from().y() - rule.to().y()) + rule.strokeMm());
        };
    }
}
