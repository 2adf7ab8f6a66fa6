package org.paperbridge.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.paperbridge.form.layout.Fiducial;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.layout.TickOption;

/** The published shape of {@code form layout --json}; schema in {@code docs/reference/form-layout.schema.json}. */
final class LayoutJson {

    private LayoutJson() {}

    static Map<String, Object> of(FormTemplate form) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("form", form.ref().form());
        map.put("version", form.ref().version());
        map.put("fingerprint", String.format(Locale.ROOT, "%06x", form.layout().fingerprint()));
        map.put("pages", form.layout().pages().stream().map(LayoutJson::page).toList());
        return map;
    }

    private static Map<String, Object> page(LayoutPage page) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("page", page.page());
        map.put("widthMm", page.widthMm());
        map.put("heightMm", page.heightMm());
        map.put("fiducials", page.fiducials().stream().map(LayoutJson::fiducial).toList());
        map.put("codes", page.codes().stream().map(c -> Map.of("box", box(c))).toList());
        map.put("shortCode", Map.of("box", box(page.shortCode())));
        map.put("fields", page.fields().stream().map(LayoutJson::field).toList());
        return map;
    }

    private static Map<String, Object> fiducial(Fiducial fiducial) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", fiducial.id());
        map.put("shape", fiducial.kind().name().toLowerCase(Locale.ROOT));
        map.put("box", box(fiducial.box()));
        return map;
    }

    private static Map<String, Object> field(FieldZone field) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", field.id());
        map.put("kind", kind(field));
        switch (field) {
            case FieldZone.Comb comb -> {
                map.put("alphabet", comb.alphabet().name().toLowerCase(Locale.ROOT));
                map.put("mask", comb.mask().orElse(null));
                map.put("unit", comb.unit().orElse(null));
                map.put(
                        "check",
                        comb.check().map(c -> c.name().toLowerCase(Locale.ROOT)).orElse(null));
                map.put(
                        "range",
                        comb.range().map(r -> List.of(r.lowest(), r.highest())).orElse(null));
                map.put("cells", comb.cells().stream().map(LayoutJson::box).toList());
            }
            case FieldZone.Tick tick -> {
                map.put("multiple", tick.multiple());
                map.put(
                        "options",
                        tick.options().stream().map(LayoutJson::option).toList());
            }
            case FieldZone.Line line -> map.put("lexicon", line.lexicon().orElse(null));
            case FieldZone.Print print -> map.put("source", print.source());
            case FieldZone.Area area -> {}
            case FieldZone.Signature signature -> {}
            case FieldZone.Label label -> {}
        }
        map.put("criticality", field.criticality().name().toLowerCase(Locale.ROOT));
        map.put("box", box(field.box()));
        return map;
    }

    private static Map<String, Object> option(TickOption option) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("value", option.value());
        map.put("box", box(option.box()));
        return map;
    }

    static Map<String, Double> box(PageBox box) {
        Map<String, Double> map = new LinkedHashMap<>();
        map.put("left", box.left());
        map.put("top", box.top());
        map.put("width", box.width());
        map.put("height", box.height());
        return map;
    }

    static String kind(FieldZone field) {
        return switch (field) {
            case FieldZone.Tick tick -> "tick";
            case FieldZone.Comb comb -> "comb";
            case FieldZone.Line line -> "line";
            case FieldZone.Area area -> "area";
            case FieldZone.Signature signature -> "signature";
            case FieldZone.Label label -> "label";
            case FieldZone.Print print -> "print";
        };
    }
}
