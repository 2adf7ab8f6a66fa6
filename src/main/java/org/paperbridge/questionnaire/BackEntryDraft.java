package org.paperbridge.questionnaire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Coded answers become observations; everything else is kept as the page's image. */
final class BackEntryDraft {

    private BackEntryDraft() {}

    static ObjectNode of(List<Rows.Target> targets) {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Rows.Target target : targets) {
            Question question = target.question();
            ObjectNode codes = JsonNodeFactory.instance.objectNode();
            codes.put("loinc", question.loinc().orElseThrow());
            codes.put("display", question.text().en());
            if (coded(question.answer(), codes)) {
                ObjectNode node = list.addObject();
                node.put("id", target.field()).put("kind", "observation");
                node.putArray("needs").add(target.field());
                node.putObject("fields").put("value", target.field());
                node.set("codes", codes);
            }
        }
        if (!list.isEmpty()) {
            file.set("targets", list);
        }
        file.put("wholeForm", "imported questionnaire: kept as a document with its image");
        return file;
    }

    private static boolean coded(Answer answer, ObjectNode codes) {
        if (answer instanceof Answer.Number number && number.ucum().isPresent()) {
            codes.put("ucum", number.ucum().get());
            number.unit().ifPresent(unit -> codes.put("unit", unit));
            return true;
        }
        if (answer instanceof Answer.Choice choice && !choice.many() && !choice.open()) {
            String system = choice.options().getFirst().system();
            if (system.isEmpty()
                    || choice.options().stream()
                            .anyMatch(
                                    o -> !o.system().equals(system) || o.code().isEmpty())) {
                return false;
            }
            codes.put("answers", system);
            choice.options().forEach(o -> codes.put("answer." + o.value(), o.code()));
            return true;
        }
        return false;
    }
}
