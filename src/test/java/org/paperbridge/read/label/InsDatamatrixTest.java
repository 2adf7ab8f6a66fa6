package org.paperbridge.read.label;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class InsDatamatrixTest {

    /** Example of the specification: the birth name comes before the sex, the OID is one short of full. */
    private static final String EXAMPLE = "IS010000000000000000000000S1255081416802538S21.2.250.1.213.1.4.8\u001d"
            + "S3ALBANE MARIE\u001dS4TEST\u001dS5FS614-08-1955S714168";

    @Test
    void traitsAreTakenFromTheirBlocks() {
        InsDatamatrix read = InsDatamatrix.parse(EXAMPLE).orElseThrow();

        assertThat(read.number()).isEqualTo("255081416802538");
        assertThat(read.birthName()).contains("TEST");
        assertThat(read.givenNames()).contains("ALBANE MARIE");
        assertThat(read.birthDate()).contains("14-08-1955");
    }

    @Test
    void otherCodesAndDamagedOnesAreRefused() {
        assertThat(InsDatamatrix.parse("1000234567")).isEmpty();
        assertThat(InsDatamatrix.parse(EXAMPLE.substring(0, 30))).isEmpty();
        assertThat(InsDatamatrix.parse(EXAMPLE.replace("S5F", "X5F"))).isEmpty();
    }
}
