package org.paperbridge.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.paperbridge.SeededSecrets;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageRegistration;
import org.paperbridge.identify.Identification;
import org.paperbridge.identify.PageIdentifier;
import org.paperbridge.identify.SeenCode;
import org.paperbridge.identify.zxing.ZxingCodeFinder;
import org.paperbridge.intake.Pixels;
import org.paperbridge.key.KeyRing;
import org.paperbridge.kit.FormIssuer;
import org.paperbridge.kit.FormIssuer.Subject;
import org.paperbridge.kit.IssuedForm;
import org.paperbridge.kit.pdfbox.PdfBoxWriter;
import org.paperbridge.kit.zxing.QrSymbol;
import org.paperbridge.pagecode.PageCodec;
import org.paperbridge.register.RegistrationResult;
import org.paperbridge.register.opencv.OpenCvRegistrar;
import org.paperbridge.template.ReleasedForms;
import org.paperbridge.template.file.TemplateFiles;

/** FEATURE UNDER TEST: whatever form a ward takes from the shelf, the scanner knows the page and finds its corners. */
final class EveryFormTest {

    /** A ward scanner's middle setting. */
    private static final int DPI = 200;

    private static final KeyRing KEYS = KeyRing.generate(7, SeededSecrets.of(4));
    private static final ReleasedForms FORMS = ReleasedForms.load(TemplateFiles.ofProduct());
    private static final OpenCvRegistrar REGISTRAR = new OpenCvRegistrar();

    static Stream<Arguments> forms() {
        return FORMS.listForms().stream().flatMap(f -> Stream.of("fr", "en").map(l -> Arguments.of(f.ref(), l, f)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("forms")
    void eitherPageCodeAloneNamesThePageAndEveryCornerMarkIsFound(
            Object name, String language, FormTemplate form, @TempDir Path folder) throws IOException {
        List<IssuedForm> issued = new FormIssuer(
                        KEYS.site(), Clock.fixed(Ward.PRINTED, ZoneOffset.UTC), new SplittableRandom(4))
                .issueCopies(
                        form,
                        Optional.of(new Subject("90010181", Optional.of("269020189"))),
                        Map.of("patient.name", "DEMO Anne"),
                        form.copies().size(),
                        language);
        int sheet = form.layout().pages().size();
        Path pdf = folder.resolve("form.pdf");
        new PdfBoxWriter(new PageCodec(KEYS), QrSymbol::of).write(pdf, "form", language, issued);

        try (PDDocument document = Loader.loadPDF(Files.readAllBytes(pdf))) {
            assertThat(document.getNumberOfPages())
                    .isEqualTo(sheet * Math.max(1, form.copies().size()));
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                BufferedImage page = new PDFRenderer(document).renderImageWithDPI(i, DPI, ImageType.GRAY);
                LayoutPage layout = form.layout().getPage(i % sheet + 1);
                assertThat(layout.codes()).as("printed page codes").hasSize(2);
                for (PageBox torn : layout.codes()) {
                    // a landscape sheet goes through the feeder on its short side
                    boolean landscape = page.getWidth() > page.getHeight();
                    BufferedImage left = without(torn, page);
                    check(landscape ? turned(left) : left, form, i % sheet + 1, i / sheet + 1, landscape ? 90 : 0);
                }
            }
        }
    }

    private static void check(BufferedImage page, FormTemplate form, int number, int copy, double turn) {
        PageImage image = Pixels.of(page, DPI, Set.of());
        List<SeenCode> codes = new ZxingCodeFinder().find(image);
        assertThat(codes).as("page codes").hasSize(1);

        Identification identification =
                new PageIdentifier(new ZxingCodeFinder(), new PageCodec(KEYS), FORMS).identify(image);
        assertThat(identification).isInstanceOf(Identification.Identified.class);
        Identification.Identified found = (Identification.Identified) identification;
        assertThat(found.identity().form()).isEqualTo(form.ref());
        assertThat(found.identity().page()).isEqualTo(number);
        assertThat(found.identity().copy()).isEqualTo(copy);

        RegistrationResult result = REGISTRAR.register(image, form.layout().getPage(number), found.seen());
        assertThat(result).isInstanceOf(RegistrationResult.Located.class);
        PageRegistration registration = ((RegistrationResult.Located) result).registration();
        assertThat(registration.fiducials()).isEqualTo(8);
        assertThat(registration.residualMm()).isLessThan(0.1);
        assertThat(registration.rotationDegrees()).isEqualTo(turn);
    }

    private static BufferedImage without(PageBox code, BufferedImage page) {
        BufferedImage left = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = left.createGraphics();
        pen.drawImage(page, 0, 0, null);
        pen.setColor(Color.WHITE);
        double dots = DPI / 25.4;
        pen.fill(new Rectangle2D.Double(
                code.left() * dots, code.top() * dots, code.width() * dots, code.height() * dots));
        pen.dispose();
        return left;
    }

    private static BufferedImage turned(BufferedImage page) {
        AffineTransform turn = AffineTransform.getTranslateInstance(page.getHeight(), 0);
        turn.quadrantRotate(1);
        BufferedImage turned = new BufferedImage(page.getHeight(), page.getWidth(), BufferedImage.TYPE_BYTE_GRAY);
        return new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(page, turned);
    }
}
