package org.paperbridge.template.check;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.paperbridge.template.TemplateFinding;
import org.paperbridge.template.file.FormFolder;
import org.paperbridge.template.file.TemplateFiles;
import org.paperbridge.template.file.YamlDocument;

/** Shape: keys, words and types of the three kinds of file an author writes, against {@code templates/schema/}. */
public final class SchemaCheck {

    private final JsonSchema form = schema("form-template");
    private final JsonSchema labels = schema("labels");
    private final JsonSchema backEntry = schema("back-entry");

    private static JsonSchema schema(String name) {
        String text = TemplateFiles.ofProduct()
                .find("schema/" + name + ".schema.json")
                .orElseThrow(() -> new IllegalStateException("The " + name + " schema is missing from the product"));
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(
                        text,
                        SchemaValidatorsConfig.builder()
                                .pathType(PathType.JSON_POINTER)
                                .locale(Locale.ENGLISH)
                                .build());
    }

    /** Mistakes of {@code form.yaml}. */
    public List<TemplateFinding> checkForm(YamlDocument document) {
        return check(form, document);
    }

    /** Mistakes of the files beside it. */
    public List<TemplateFinding> checkBeside(FormFolder folder) {
        List<TemplateFinding> findings = new ArrayList<>();
        for (String language : FormFolder.LANGUAGES) {
            Optional.ofNullable(folder.labels().get(language)).ifPresent(l -> findings.addAll(check(labels, l)));
        }
        findings.addAll(check(backEntry, folder.backEntry()));
        return findings;
    }

    private static List<TemplateFinding> check(JsonSchema schema, YamlDocument document) {
        return schema.validate(document.root()).stream()
                .map(m -> {
                    String pointer = m.getInstanceLocation().toString();
                    String at = m.getProperty() == null ? pointer : pointer + "/" + m.getProperty();
                    return document.finding(at, m.getMessage());
                })
                .distinct()
                .toList();
    }
}
