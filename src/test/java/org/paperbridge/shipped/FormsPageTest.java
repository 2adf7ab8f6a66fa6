package org.paperbridge.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.template.ReleasedForms;
import org.paperbridge.template.file.TemplateFiles;

/** The page a ward chooses its paper from names every form and every loss. */
final class FormsPageTest {

    private static final Path PAGE = Path.of("docs/reference/forms.md");
    private final List<FormTemplate> forms =
            ReleasedForms.load(TemplateFiles.ofProduct()).listForms();

    @Test
    void everyLossHasItsRowAndNamesTheFormsThatSayTheyAnswerIt() throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        for (int loss : IntStream.rangeClosed(1, 43).toArray()) {
            List<String> row =
                    lines.stream().filter(l -> l.startsWith("| " + loss + " |")).toList();
            assertThat(row).as("row " + loss).hasSize(1);
            forms.forEach(
                    form -> assertThat(row.getFirst().contains("(#" + form.ref().form() + ")"))
                            .as(form.ref() + " answers " + loss)
                            .isEqualTo(form.rows().contains(loss)));
        }
    }

    @Test
    void everyFormHasACommandAndAPicture() throws IOException {
        String page = Files.readString(PAGE);
        for (FormTemplate form : forms) {
            String name = form.ref().form();
            assertThat(page).contains("./paperbridge form print " + name + " ");
            assertThat(page).contains("../pictures/form-" + name + ".png");
            assertThat(Path.of("docs/pictures/form-" + name + ".png")).isRegularFile();
        }
    }
}
