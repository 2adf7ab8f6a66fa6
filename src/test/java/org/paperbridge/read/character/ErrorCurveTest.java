package org.paperbridge.read.character;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ErrorCurveTest {

    private static final ErrorCurve CURVE = new ErrorCurve(
            List.of(new ErrorCurve.Point(0, 0.5), new ErrorCurve.Point(4, 0.02), new ErrorCurve.Point(8, 0.0005)));

    @ParameterizedTest(name = "{0} ahead: {1}")
    @CsvSource({"-1, 0.5", "0, 0.5", "2, 0.125", "4, 0.02", "8, 0.0005", "20, 0.0005", "Infinity, 0.0005"})
    void theErrorFallsFromPointToPointAndIsLevelOutside(double logOdds, double expected) {
        assertThat(CURVE.wrongAt(logOdds)).isCloseTo(expected, within(1e-9));
    }

    @Test
    void aNetworkThatSaysNothingIsAsWrongAsTheCurveAllows() {
        assertThat(CURVE.wrongAt(Double.NaN)).isEqualTo(0.5);
    }

    @Test
    void aCurveThatRisesIsRefused() {
        List<ErrorCurve.Point> rising = List.of(new ErrorCurve.Point(0, 0.1), new ErrorCurve.Point(1, 0.2));

        assertThatThrownBy(() -> new ErrorCurve(rising)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(CharacterSet.class)
    void shippedProbabilitiesAddUpAndPromiseNoMoreThanWasCounted(CharacterSet set) {
        Calibration calibration = Calibration.shipped();
        float[] sure = new float[CharacterClasses.COUNT];
        int class3 = CharacterClasses.CHARACTERS.indexOf(set == CharacterSet.LETTERS ? 'C' : '3');
        sure[class3] = 60;

        CharacterDistribution distribution = calibration.probabilities(sure, set);

        double sum = 0;
        for (int i = 0; i < CharacterClasses.COUNT; i++) {
            sum += distribution.of(i);
            assertThat(distribution.of(i) > 0).isEqualTo(set.allows(i));
        }
        assertThat(sum).isCloseTo(1, within(1e-9));
        assertThat(distribution.of(class3)).isBetween(0.99, 0.9999);
    }
}
