package org.paperbridge.kit.pdfbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VisualTextTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "DEMO Zoé, DEMO Zoé",
        // Hebrew turns, digits in it do not
        "שלום 12, 12 םולש",
        "DEMO (שלום), DEMO (םולש)",
        // beh-yeh-teh: initial, medial, final, from the right
        "بيت, ﺖﻴﺑ",
        // alef joins backwards only, lam-alef is one glyph
        "دار, راد",
        "سلام, مﻼﺳ"
    })
    void glyphsStandAsTheyAreRead(String logical, String visual) {
        assertThat(java.text.Normalizer.normalize(VisualText.of(logical), java.text.Normalizer.Form.NFKC))
                .isEqualTo(java.text.Normalizer.normalize(visual, java.text.Normalizer.Form.NFKC));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"بيت, ﺖﻴﺑ", "سلام, ﻡﻼﺳ", "دار, ﺭﺍﺩ"})
    void arabicLettersAreJoined(String logical, String visual) {
        assertThat(VisualText.of(logical)).isEqualTo(visual);
    }
}
