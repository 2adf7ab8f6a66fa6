package org.paperbridge.questionnaire.hapi;

import ca.uhn.fhir.parser.LenientErrorHandler;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Elements that FHIR R4 does not know. */
final class Strangers extends LenientErrorHandler {

    private final List<String> warnings = new ArrayList<>();

    Strangers() {
        super(false);
    }

    @Override
    public void unknownElement(@Nullable IParseLocation location, String element) {
        warnings.add("element " + element + " is not known to FHIR R4 and is left out");
    }

    @Override
    public void unknownAttribute(@Nullable IParseLocation location, String attribute) {
        warnings.add("attribute " + attribute + " is not known to FHIR R4 and is left out");
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }
}
