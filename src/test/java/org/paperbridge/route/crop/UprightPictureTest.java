package org.paperbridge.route.crop;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.layout.PagePoint;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageRegistration;
import org.paperbridge.form.page.ScanPoint;

/** A page with one black square, scanned at any angle, gives an upright crop with the square where it was printed. */
final class UprightPictureTest {

    private static final PageBox SQUARE = new PageBox(30, 40, 4, 4);

    @ParameterizedTest(name = "scanned at {0} degrees")
    @ValueSource(doubles = {0, 3, 90, 180, 187.5, 270})
    void theSquareIsWhereItWasPrinted(double degrees) {
        PageRegistration registration = turnedBy(degrees);
        PageImage scan = scanOf(registration);

        BufferedImage crop = UprightPicture.cut(scan, registration, new PageBox(26, 38, 12, 8), 120);

        assertThat(crop.getWidth()).isEqualTo(120);
        assertThat(crop.getHeight()).isEqualTo(80);
        assertThat(grey(crop, 60, 40)).as("centre of the square").isLessThan(10);
        assertThat(grey(crop, 43, 40)).as("0.3 mm inside its left edge").isLessThan(40);
        assertThat(grey(crop, 36, 40)).as("0.4 mm outside its left edge").isGreaterThan(215);
        assertThat(grey(crop, 60, 23)).as("0.3 mm inside its top edge").isLessThan(40);
        assertThat(grey(crop, 60, 16)).as("0.4 mm outside its top edge").isGreaterThan(215);
        assertThat(grey(crop, 84, 64)).as("beyond its lower right corner").isGreaterThan(215);
    }

    /** 8 px per mm, turned round the middle of a square scan of 1000 px that shows 100 mm of page. */
    private static PageRegistration turnedBy(double degrees) {
        double c = 8 * Math.cos(Math.toRadians(degrees));
        double s = 8 * Math.sin(Math.toRadians(degrees));
        double dx = 500 - c * 50 + s * 50;
        double dy = 500 - s * 50 - c * 50;
        return new PageRegistration(new PageRegistration.Homography(c, -s, dx, s, c, dy, 0, 0), 0.01, degrees, 4);
    }

    private static PageImage scanOf(PageRegistration registration) {
        byte[] grey = new byte[1000 * 1000];
        java.util.Arrays.fill(grey, (byte) 255);
        for (double x = SQUARE.left(); x < SQUARE.right(); x += 0.03) {
            for (double y = SQUARE.top(); y < SQUARE.bottom(); y += 0.03) {
                ScanPoint at = registration.toPixels(new PagePoint(x, y));
                grey[(int) at.y() * 1000 + (int) at.x()] = 0;
            }
        }
        return new PageImage(1000, 1000, grey, 203.2, Set.of());
    }

    private static int grey(BufferedImage picture, int x, int y) {
        return picture.getRaster().getSample(x, y, 0);
    }
}
