package org.paperbridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.paperbridge.web.view.StayLine;
import org.paperbridge.web.view.StayLine.LackLine;
import org.paperbridge.web.view.Words;

final class StaysCsvTest {

    @Test
    void eachLackIsALineAndNothingIsTakenForAFormula() {
        StayLine stay = new StayLine(
                "=HYPERLINK(\"x\") Odile",
                "-0042",
                "NDA;1",
                "Cardiologie",
                Instant.parse("2026-03-12T23:30:00Z"),
                "",
                List.of(
                        new LackLine("ADMIS-00001", "Admission sheet", "waits for a person", ""),
                        new LackLine("DISCH-00001", "Discharge", "is not back yet", "")));

        assertThat(StaysCsv.write(List.of(stay), Words.load("en"), ZoneId.of("Europe/Paris")))
                .isEqualTo("\uFEFF\"Patient number\";\"Name\";\"Stay number\";\"Unit\";\"First page came in\";"
                        + "\"Sheet\";\"Form\";\"What is the matter\"\r\n"
                        + "\"'-0042\";\"'=HYPERLINK(\"\"x\"\") Odile\";\"NDA;1\";\"Cardiologie\";\"2026-03-13 00:30\";"
                        + "\"ADMIS-00001\";\"Admission sheet\";\"waits for a person\"\r\n"
                        + "\"'-0042\";\"'=HYPERLINK(\"\"x\"\") Odile\";\"NDA;1\";\"Cardiologie\";\"2026-03-13 00:30\";"
                        + "\"DISCH-00001\";\"Discharge\";\"is not back yet\"\r\n");
    }
}
