package org.paperbridge.template.check;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.List;
import java.util.Locale;
import org.paperbridge.template.TemplateFinding;
import org.paperbridge.template.file.TemplateFiles;
import org.paperbridge.template.file.YamlDocument;

/** Shape: keys, words and types, against {@code templates/schema/form-template.schema.json}. */
public final class SchemaCheck {

    private final JsonSchema schema;

    public SchemaCheck() {
        String text = TemplateFiles.ofProduct()
                .find("schema/form-template.schema.json")
                .orElseThrow(() -> new IllegalStateException("The template schema is missing from the product"));
        schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(
                        text,
                        SchemaValidatorsConfig.builder()
                                .pathType(PathType.JSON_POINTER)
                                .locale(Locale.ENGLISH)
                                .build());
    }

    public List<TemplateFinding> check(YamlDocument form) {
        return schema.validate(form.root()).stream()
                .map(m -> {
                    String pointer = m.getInstanceLocation().toString();
                    String at = m.getProperty() == null ? pointer : pointer + "/" + m.getProperty();
                    return form.finding(at, m.getMessage());
                })
                .distinct()
                .toList();
    }
}
