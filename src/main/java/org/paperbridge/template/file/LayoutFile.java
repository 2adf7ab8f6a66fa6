package org.paperbridge.template.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import org.jspecify.annotations.Nullable;
import org.paperbridge.form.layout.Drawing;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.Layout;

/** {@code layout.json}: the frozen geometry beside a released template. */
public final class LayoutFile {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addMixIn(FieldZone.class, FieldZoneKinds.class)
            .addMixIn(Drawing.class, DrawingKinds.class)
            .addMixIn(Drawing.Text.class, OneLineUnsaid.class)
            .build();

    private LayoutFile() {}

    public static Layout read(String json) {
        try {
            return JSON.readValue(json, Layout.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a layout: " + e.getOriginalMessage(), e);
        }
    }

    /** One element a line, so that a difference between versions can be read. */
    public static String write(Layout layout) {
        try {
            return JSON.writeValueAsString(layout).replace("{\"kind\":", "\n{\"kind\":") + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A layout can always be written", e);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = FieldZone.Tick.class, name = "tick"),
        @JsonSubTypes.Type(value = FieldZone.Comb.class, name = "comb"),
        @JsonSubTypes.Type(value = FieldZone.Line.class, name = "line"),
        @JsonSubTypes.Type(value = FieldZone.Area.class, name = "area"),
        @JsonSubTypes.Type(value = FieldZone.Signature.class, name = "signature"),
        @JsonSubTypes.Type(value = FieldZone.Label.class, name = "label"),
        @JsonSubTypes.Type(value = FieldZone.Print.class, name = "print")
    })
    private interface FieldZoneKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Drawing.Fill.class, name = "fill"),
        @JsonSubTypes.Type(value = Drawing.Frame.class, name = "frame"),
        @JsonSubTypes.Type(value = Drawing.Rule.class, name = "rule"),
        @JsonSubTypes.Type(value = Drawing.Text.class, name = "text")
    })
    private interface DrawingKinds {}

    /** Files of before texts could be broken have no {@code lines}, and are written as they were. */
    private interface OneLineUnsaid {
        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = One.class)
        int lines();
    }

    /** Equal to what is left out. */
    private static final class One {
        @Override
        public boolean equals(@Nullable Object other) {
            return Integer.valueOf(1).equals(other);
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }
}
