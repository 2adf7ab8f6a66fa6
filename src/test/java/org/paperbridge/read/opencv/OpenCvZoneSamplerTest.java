package org.paperbridge.read.opencv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageRegistration;
import org.paperbridge.form.page.PageRegistration.Homography;

/** A line cut from the part of a scan around it is the line cut from the whole scan. */
final class OpenCvZoneSamplerTest {

    @ParameterizedTest(name = "turned {0} degrees, perspective {1}")
    @CsvSource({"0, 0", "1.5, 0", "91, 0", "3, 0.0004", "180, 0.0002"})
    void aroundABoxNothingIsOtherwise(double degrees, double perspective) {
        SplittableRandom random = new SplittableRandom(7);
        int width = 900;
        int height = 900;
        byte[] grey = new byte[width * height];
        random.nextBytes(grey);
        PageImage image = new PageImage(width, height, grey, 300, Set.of());
        double c = Math.cos(Math.toRadians(degrees)) * 11.8;
        double s = Math.sin(Math.toRadians(degrees)) * 11.8;
        double x0 = 450 - c * 38 + s * 38;
        double y0 = 450 - s * 38 - c * 38;
        PageRegistration page =
                new PageRegistration(new Homography(c, -s, x0, s, c, y0, perspective, perspective / 2), 0, 0, 8);
        try (OpenCvZoneSampler whole = new OpenCvZoneSampler(image, page)) {
            for (int i = 0; i < 40; i++) {
                PageBox box =
                        new PageBox(random.nextDouble(-4, 60), random.nextDouble(-4, 70), random.nextDouble(8, 20), 5);
                byte[] expected = whole.cut(box).grey().values();
                byte[] seen;
                try (OpenCvZoneSampler part = OpenCvZoneSampler.around(box, image, page)) {
                    seen = part.cut(box).grey().values();
                }
                assertThat(seen).hasSameSizeAs(expected);
                int most = 0;
                for (int p = 0; p < seen.length; p++) {
                    most = Math.max(most, Math.abs((seen[p] & 0xff) - (expected[p] & 0xff)));
                }
                // OpenCV counts places between pixels in 32nds, from its own corner; noise is the worst picture for
                // that
                assertThat(most).as("box %s", box).isLessThanOrEqualTo(20);
            }
        }
    }
}
