package org.paperbridge.validation.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paperbridge.form.census.Patient;
import org.paperbridge.form.page.SeenPrint;

final class PrintMatchTest {

    @ParameterizedTest(name = "{1} read as [{0}] at {2}: {3}")
    @CsvSource({
        "90010181,   90010181, 0.90, AGREES",
        "9OO1O18l,   90010181, 0.90, AGREES",
        "90 010 181, 90010181, 0.40, AGREES",
        "90610181,   90010181, 0.90, UNCLEAR",
        "90010182,   90010181, 0.96, UNCLEAR",
        "77120934,   90010181, 0.90, DIFFERS",
        "77120934,   90010181, 0.60, UNCLEAR",
        "=,          90010181, 0.90, UNCLEAR",
        "96616181,   90010181, 0.82, UNCLEAR",
        "'',         90010181, 0.00, UNCLEAR",
        "IPP-00A-17, IPP00A17, 0.90, AGREES",
    })
    void aNumberIsTheSameOrAnotherOrNeither(String read, String expected, double confidence, Match match) {
        assertThat(PrintMatch.number(seen("patient.id", read, confidence), expected))
                .isEqualTo(match);
    }

    @ParameterizedTest(name = "{0}/{1}/{2} read as [{3}]: {4}")
    @CsvSource({
        "Gâteau-Imaginé, '',       Élise, GATEAU-IMAGINE Elise,          AGREES",
        "Gâteau-Imaginé, '',       Élise, GÂTEAU IMAGINE Elise.,         AGREES",
        "L’Hypothèse,    Demoulin, Anne,  L’HYPOTHÈSE (DEMOULIN) Anne,   AGREES",
        "L’Hypothèse,    Demoulin, Anne,  DEMOULIN Anne,                 AGREES",
        "L’Hypothèse,    '',       Anne,  L'HYPOTHESE Anre,              AGREES",
        "De la Preuve,   Testard,  Anne,  DE LA PREUVE (TESTARD) Hugo,   UNCLEAR",
        "De la Preuve,   '',       Léa,   DE LA PREUVE Léo,              UNCLEAR",
        "Demoulin,       '',       Anne,  FICTIFAY Hugo,                 DIFFERS",
        "Demoulin,       '',       Anne,  SANS NOM 12,                   UNCLEAR",
        "Demoulin,       '',       Anne,  '= ,',                         UNCLEAR",
    })
    void aNameIsComparedAsPeopleWouldDo(String birth, String used, String given, String read, Match match) {
        Patient patient = new Patient(
                "1",
                birth,
                Optional.of(used).filter(u -> !u.isEmpty()),
                List.of(given),
                Optional.of(LocalDate.of(1950, 3, 12)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                Optional.empty());
        assertThat(PrintMatch.name(seen("patient.name", read, 0.9), patient)).isEqualTo(match);
    }

    @ParameterizedTest
    @CsvSource({"12/03/1950, AGREES", "12/03/1956, UNCLEAR", "27/11/1988, DIFFERS", "1, UNCLEAR"})
    void aBirthDateLikewise(String read, Match match) {
        assertThat(PrintMatch.birthDate(seen("patient.birth-date", read, 0.9), LocalDate.of(1950, 3, 12)))
                .isEqualTo(match);
    }

    private static SeenPrint seen(String source, String text, double confidence) {
        return new SeenPrint("f", source, text, confidence);
    }
}
