package org.paperbridge.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageRegistration;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.FieldState;
import org.paperbridge.kit.pdfbox.FormPreview;
import org.paperbridge.read.ink.GreyCrop;
import org.paperbridge.template.ReleasedForms;
import org.paperbridge.template.file.TemplateFiles;

/** What a form prints is never taken for handwriting. */
final class ShippedFormsTest {

    @ParameterizedTest(name = "{0} in {1} at {2} dpi")
    @CsvSource({
        "admission, fr, 300",
        "prescription, fr, 300",
        "observation, en, 300",
        "prescription, en, 200",
        "lab-request, fr, 300",
        "medication-administration, en, 300",
        "care-diagram, fr, 200",
        "chemotherapy, fr, 300",
        "transfusion, en, 300",
        "message, fr, 300"
    })
    void anEmptyFormIsBlankInEveryField(String form, String language, int dpi, @TempDir Path folder)
            throws IOException {
        FormTemplate template =
                ReleasedForms.load(TemplateFiles.ofProduct()).findNewest(form).orElseThrow();
        Path png = folder.resolve("page.png");
        FormPreview.write(template, 1, language, dpi, png);
        GreyCrop page = HandwritingSample.read(png);
        PageImage image = new PageImage(page.width(), page.height(), page.values(), dpi, Set.of());
        double scale = dpi / 25.4;
        PageRegistration registration =
                new PageRegistration(new PageRegistration.Homography(scale, 0, 0, 0, scale, 0, 0, 0), 0.01, 0, 4);

        List<FieldReading> readings;
        try (FieldReader reader = PageFieldReader.shippedWithoutLineHints()) {
            readings = reader.read(image, registration, template.layout().getPage(1));
        }

        long readable = template.layout().getPage(1).fields().stream()
                .filter(field -> !(field instanceof FieldZone.Print))
                .count();
        assertThat(readings)
                .hasSize((int) readable)
                .allSatisfy(reading ->
                        assertThat(reading.state()).as(reading.toString()).isEqualTo(FieldState.BLANK));
    }
}
