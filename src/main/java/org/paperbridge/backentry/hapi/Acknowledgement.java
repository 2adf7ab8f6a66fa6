package org.paperbridge.backentry.hapi;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.paperbridge.backentry.DeliveryResult;
import org.paperbridge.backentry.Reasons;

/** MSA and ERR of an answer. Only codes are kept: receivers write names into their error texts. */
final class Acknowledgement {

    /** HL7 table 0357: the record is locked, or the receiver broke down; both pass. */
    private static final Set<String> PASSING = Set.of("206", "207");

    private Acknowledgement() {}

    static DeliveryResult judge(String answer, String controlId) {
        Optional<String[]> msa = segment(answer, "MSA");
        if (!answer.startsWith("MSH") || msa.isEmpty() || !field(msa.get(), 2).equals(controlId)) {
            return new DeliveryResult.Retry(Reasons.unclearAnswer());
        }
        String code = field(msa.get(), 1);
        String error = segment(answer, "ERR")
                .map(err -> first(field(err, 3)).isEmpty() ? first(field(err, 1)) : first(field(err, 3)))
                .filter(text -> text.matches("[A-Za-z0-9]{1,10}"))
                .orElse("");
        return switch (code) {
            case "AA", "CA" -> new DeliveryResult.Accepted(controlId);
            case "AE", "CE", "AR", "CR" ->
                PASSING.contains(error)
                        ? new DeliveryResult.Retry(Reasons.busy(code + " " + error))
                        : new DeliveryResult.Rejected(Reasons.refused((code + " " + error).trim()));
            default -> new DeliveryResult.Retry(Reasons.unclearAnswer());
        };
    }

    private static Optional<String[]> segment(String answer, String name) {
        String separator = answer.length() > 3 ? answer.substring(3, 4) : "|";
        return answer.lines()
                .filter(line -> line.startsWith(name + separator))
                .map(line -> line.split(Pattern.quote(separator), -1))
                .findFirst();
    }

    private static String field(String[] fields, int number) {
        return number < fields.length ? fields[number].trim() : "";
    }

    private static String first(String field) {
        int component = field.indexOf('^');
        return component < 0 ? field : field.substring(0, component);
    }
}
