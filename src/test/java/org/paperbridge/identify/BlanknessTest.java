package org.paperbridge.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.intake.Pixels;
import org.paperbridge.kit.pdfbox.FormPreview;
import org.paperbridge.natives.opencv.OpenCvLibrary;
import org.paperbridge.template.ReleasedForms;
import org.paperbridge.template.file.TemplateFiles;

/** An empty side is left alone; a pale one is a page. */
final class BlanknessTest {

    private static final int DPI = 300;
    private static final double LIMIT = 0.0008;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static BufferedImage printed;

    @BeforeAll
    static void print() throws IOException {
        OpenCvLibrary.load();
        Path png = folder.resolve("page.png");
        FormPreview.write(
                ReleasedForms.load(TemplateFiles.ofProduct())
                        .findForm(new FormRef("observation", 1))
                        .orElseThrow(),
                1,
                "fr",
                DPI,
                png);
        printed = ImageIO.read(png.toFile());
    }

    @ParameterizedTest(name = "contrast {0} %, blur {1} px, noise {2}")
    @CsvSource({"20, 1, 3", "20, 1.5, 6", "15, 1, 2", "25, 2, 5"})
    void aPageCopiedMuchTooLightIsNoEmptySide(int percent, double blur, double noise) {
        PageImage pale = scan(printed, false, percent / 100.0, blur, noise);
        assertThat(Blankness.inkShare(pale)).as("darkness alone would lose it").isLessThan(LIMIT);
        assertThat(Blankness.strokeShare(pale)).isGreaterThan(LIMIT);
    }

    @ParameterizedTest(name = "{0} % shows through, noise {1}")
    @CsvSource({"10, 3", "20, 3", "20, 6", "15, 10"})
    void whatShowsThroughFromTheOtherSideIsNothing(int percent, double noise) {
        PageImage back = scan(printed, true, percent / 100.0, 4.5, noise);
        assertThat(Blankness.strokeShare(back)).isLessThan(LIMIT);
    }

    @ParameterizedTest(name = "noise {0}")
    @ValueSource(doubles = {0, 3, 10, 20})
    void grainIsNothing(double noise) {
        PageImage back = scan(printed, true, 0, 1, noise);
        assertThat(Blankness.strokeShare(back)).isLessThan(LIMIT);
    }

    /** A line of pencil across half the page, as pale as pencil gets. */
    @Test
    void aPencilledLineIsSomething() {
        BufferedImage page = new BufferedImage(2480, 3508, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = page.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 2480, 3508);
        pen.setColor(new Color(195, 195, 195));
        pen.setStroke(new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D line = new Path2D.Double();
        line.moveTo(400, 1200);
        for (int letter = 0; letter < 24; letter++) {
            double x = 400 + letter * 50;
            line.curveTo(x + 10, 1120, x + 25, 1120, x + 25, 1200);
            line.curveTo(x + 25, 1230, x + 45, 1230, x + 50, 1200);
        }
        pen.draw(line);
        pen.dispose();
        PageImage side = scan(page, false, 1, 0.8, 3);
        assertThat(Blankness.inkShare(side)).isLessThan(LIMIT);
        assertThat(Blankness.strokeShare(side)).isGreaterThan(LIMIT);
    }

    /** @param contrast of ink to paper, 0 for bare paper */
    private static PageImage scan(BufferedImage page, boolean mirrored, double contrast, double blur, double noise) {
        int width = page.getWidth();
        int height = page.getHeight();
        byte[] grey = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int ink = 255 - (page.getRGB(mirrored ? width - 1 - x : x, y) & 0xff);
                grey[y * width + x] = (byte) Math.round(250 - ink * contrast);
            }
        }
        Mat mat = new Mat(height, width, org.opencv.core.CvType.CV_8UC1);
        mat.put(0, 0, grey);
        Imgproc.GaussianBlur(mat, mat, new Size(0, 0), blur);
        mat.get(0, 0, grey);
        mat.release();
        Random random = new Random(7);
        BufferedImage scan = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        byte[] out = ((java.awt.image.DataBufferByte) scan.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) Math.max(0, Math.min(255, (grey[i] & 0xff) + random.nextGaussian() * noise));
        }
        return Pixels.of(scan, DPI, Set.of());
    }
}
