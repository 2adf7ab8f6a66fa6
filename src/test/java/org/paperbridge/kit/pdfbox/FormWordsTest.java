package org.paperbridge.kit.pdfbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.paperbridge.form.layout.Drawing;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.layout.Layout;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.layout.TickOption;

/** What is printed on the shipped forms, in French and English, and that it fits in the one geometry. */
final class FormWordsTest {

    private static final Path APPROVED = Path.of("src/test/resources/approved/form-text");
    private static final int DPI = 120;
    /** Captions below 7.5 points cannot be read at arm's length. */
    private static final double SMALLEST_PT = 7.49;
    /** Words that version 1 froze smaller, down to 6.4 points; the next version of each form has to mend them. */
    private static final Set<String> FROZEN_SMALL = Set.of(
            "identity.birth-date",
            "identity.sex",
            "identity.patient-id",
            "identity.encounter-id",
            "identity.bed",
            "identity.allergies",
            "patient-label",
            "reference",
            "consciousness.P");

    private static final double SMALLEST_FROZEN_PT = 6.4;

    private final FontMeasure measure = new FontMeasure();

    static Stream<PrintedForm> forms() {
        return PrintedForm.all();
    }

    /** After a wanted change, copy the file from {@code target/form-text} over the approved one and read the diff. */
    @ParameterizedTest
    @MethodSource("forms")
    void printsTheApprovedWords(PrintedForm form) throws IOException {
        int version = form.form().ref().version();
        String name = form.form().ref().form() + (version > 1 ? "-v" + version : "") + "." + form.language() + ".txt";
        String text = form.text();
        Path received = Path.of("target/form-text").resolve(name);
        Files.createDirectories(received.getParent());
        Files.writeString(received, text);

        assertThat(text).isEqualTo(Files.readString(APPROVED.resolve(name)));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyWordFitsAtAReadableSize(PrintedForm form) {
        List<String> small = new ArrayList<>();
        for (LayoutPage page : form.form().layout().pages()) {
            for (Drawing drawing : page.drawings()) {
                if (drawing instanceof Drawing.Text text) {
                    String shown = shown(form, text);
                    double size = size(text, shown);
                    boolean frozen = form.form().ref().version() == 1 && FROZEN_SMALL.contains(text.key());
                    if (size < (frozen ? SMALLEST_FROZEN_PT : SMALLEST_PT)) {
                        small.add(String.format(Locale.ROOT, "\"%s\" at %.1f pt", shown, size));
                    }
                }
            }
        }
        assertThat(small).isEmpty();
    }

    /** The largest size at which the words stand in the lines that their box has. */
    private double size(Drawing.Text text, String shown) {
        List<Double> lines = new ArrayList<>();
        double space = measure.widthMm(" ", text.sizePt(), text.bold());
        for (String word : shown.split(" ")) {
            double width = measure.widthMm(word, text.sizePt(), text.bold());
            double longer = lines.isEmpty() ? width : lines.getLast() + space + width;
            boolean mayBreak = text.lines() > 1 && longer > text.box().width();
            if (lines.isEmpty() || mayBreak) {
                lines.add(width);
            } else {
                lines.set(lines.size() - 1, longer);
            }
        }
        double widest = lines.stream().mapToDouble(l -> l).max().orElse(0);
        boolean crowded = lines.size() > text.lines();
        return crowded ? 0 : text.sizePt() * Math.min(1, text.box().width() / Math.max(0.01, widest));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void noWordRunsIntoAnother(PrintedForm form) {
        List<String> collisions = new ArrayList<>();
        for (LayoutPage page : form.form().layout().pages()) {
            List<Drawing.Text> texts = new ArrayList<>();
            page.drawings().forEach(d -> {
                if (d instanceof Drawing.Text text && !shown(form, text).isEmpty()) {
                    texts.add(text);
                }
            });
            for (int i = 0; i < texts.size(); i++) {
                for (int j = i + 1; j < texts.size(); j++) {
                    if (ink(form, texts.get(i)).overlaps(ink(form, texts.get(j)))) {
                        collisions.add(shown(form, texts.get(i)) + " | " + shown(form, texts.get(j)));
                    }
                }
            }
        }
        assertThat(collisions).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void nothingIsPrintedInAWritingSpace(PrintedForm form) throws IOException {
        assertThat(printedIn(form)).isEmpty();
    }

    @Test
    void aWordPrintedInACellIsNoticed() throws IOException {
        PrintedForm good = PrintedForm.all()
                .filter(f -> f.toString().equals("prescription v1 fr"))
                .findFirst()
                .orElseThrow();
        Layout layout = good.form().layout();
        LayoutPage page = layout.getPage(1);
        FieldZone.Comb dose = (FieldZone.Comb) page.fields().stream()
                .filter(f -> f.id().equals("dose-1"))
                .findFirst()
                .orElseThrow();
        List<Drawing> drawings = new ArrayList<>(page.drawings());
        drawings.add(new Drawing.Text(dose.cells().get(2), "=mg", 7.5, false, Drawing.Align.CENTRE, 0.1));
        Layout bad = new Layout(
                layout.form(),
                layout.fingerprint(),
                List.of(new LayoutPage(
                        1,
                        page.widthMm(),
                        page.heightMm(),
                        page.fiducials(),
                        page.codes(),
                        page.shortCode(),
                        page.fields(),
                        drawings)));
        FormTemplate form = good.form();

        assertThat(printedIn(new PrintedForm(
                        new FormTemplate(
                                form.ref(),
                                form.number(),
                                form.titles(),
                                form.rows(),
                                bad,
                                form.labels(),
                                form.rules(),
                                form.backEntry()),
                        "fr")))
                .containsExactly("dose-1");
    }

    /** Ids of fields whose writing space is not white inside its frame. */
    private static List<String> printedIn(PrintedForm form) throws IOException {
        List<String> ids = new ArrayList<>();
        for (LayoutPage page : form.form().layout().pages()) {
            BufferedImage picture = form.picture(page.page(), DPI);
            for (FieldZone field : page.fields()) {
                // The writing lines of an area are light on purpose.
                int lightest = field instanceof FieldZone.Area ? 180 : 250;
                if (writingSpaces(field).anyMatch(b -> darkest(picture, b.grownBy(-0.45)) < lightest)) {
                    ids.add(field.id());
                }
            }
        }
        return ids;
    }

    private static int darkest(BufferedImage picture, PageBox box) {
        double perMm = DPI / 25.4;
        int darkest = 255;
        for (int y = (int) Math.ceil(box.top() * perMm); y < (int) (box.bottom() * perMm); y++) {
            for (int x = (int) Math.ceil(box.left() * perMm); x < (int) (box.right() * perMm); x++) {
                darkest = Math.min(darkest, picture.getRaster().getSample(x, y, 0));
            }
        }
        return darkest;
    }

    private static Stream<PageBox> writingSpaces(FieldZone field) {
        return switch (field) {
            case FieldZone.Comb comb -> comb.cells().stream();
            case FieldZone.Tick tick -> tick.options().stream().map(TickOption::box);
            case FieldZone.Line line -> Stream.of(line.box());
            case FieldZone.Area area -> Stream.of(area.box());
            case FieldZone.Signature signature -> Stream.of(signature.box());
            // A label zone says what to stick there; the sticker covers it.
            case FieldZone.Label label -> Stream.of();
            case FieldZone.Print print -> Stream.of();
        };
    }

    private static String shown(PrintedForm form, Drawing.Text text) {
        return text.key().startsWith("=")
                ? text.key().substring(1)
                : form.words().getOrDefault(text.key(), text.key());
    }

    /** Height of capitals, width of the whole text. */
    private PageBox ink(PrintedForm form, Drawing.Text text) {
        double unit = measure.widthMm(shown(form, text), 1, text.bold());
        double size = Math.min(text.sizePt(), text.box().width() / unit);
        double width = unit * size;
        double left = text.box().left()
                + switch (text.align()) {
                    case LEFT -> 0;
                    case CENTRE -> (text.box().width() - width) / 2;
                    case RIGHT -> text.box().width() - width;
                };
        double height = 0.668 * size * 25.4 / 72;
        return new PageBox(left, text.box().centre().y() - height / 2, width, height);
    }
}
