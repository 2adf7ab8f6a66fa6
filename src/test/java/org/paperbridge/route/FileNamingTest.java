package org.paperbridge.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperbridge.store.Delivery;

/** FEATURE UNDER TEST: running numbers in file names as scanners make them. */
final class FileNamingTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        scan0001.tif             | scan#.tif             | 1
        Scan_007.jpg             | Scan_#.jpg            | 7
        scan(12).jpg             | scan(#).jpg           | 12
        20260312-101502-0003.png | 20260312-101502-#.png | 3
        DOC1-page-4.jp2          | DOC1-page-#.jp2       | 4
        page 5 of copier.pdf     | page # of copier.pdf  | 5
        """)
    void theLastNumberCounts(String name, String series, long number) {
        Delivery.Place place =
                FileNaming.ANY.of("in", name, "copier", 5).place().orElseThrow();

        assertThat(place.series()).isEqualTo("in/" + series);
        assertThat(place.number()).isEqualTo(number);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"scan.tif", "20260312101502.tif", "scan-20260312.pdf", "0001"})
    void aDateIsNoRunningNumberAndNeitherIsANameWithoutOne(String name) {
        assertThat(FileNaming.ANY.of("in", name, "copier", 5).place()).isEmpty();
    }

    @Test
    void whereFilesAreNamedByTheMomentEachIsAlone() {
        assertThat(FileNaming.ALONE.of("in", "scan0001.tif", "copier", 5).place())
                .isEmpty();
    }
}
