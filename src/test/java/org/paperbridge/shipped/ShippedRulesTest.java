package org.paperbridge.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.paperbridge.form.layout.BackEntryTarget;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.template.ReleasedForms;
import org.paperbridge.template.file.TemplateFiles;
import org.paperbridge.validation.rule.RuleKinds;

/** Every released form declares rules the product knows, and facts whose fields lie on one page. */
final class ShippedRulesTest {

    static Stream<FormTemplate> forms() {
        return ReleasedForms.load(TemplateFiles.ofProduct()).listForms().stream();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyRuleIsKnownAndItsFieldsLieOnOnePage(FormTemplate form) {
        assertThat(form.rules()).isNotEmpty();
        assertThat(RuleKinds.listMistakes(form)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFactIsWrittenOnOnePage(FormTemplate form) {
        for (BackEntryTarget target : form.backEntry()) {
            Set<Integer> pages = new HashSet<>();
            form.layout()
                    .pages()
                    .forEach(page -> page.fields().stream()
                            .filter(zone -> target.fields().containsValue(zone.id()))
                            .forEach(zone -> pages.add(page.page())));
            assertThat(pages).as("%s, target %s", form.ref(), target.id()).hasSize(1);
        }
    }
}
