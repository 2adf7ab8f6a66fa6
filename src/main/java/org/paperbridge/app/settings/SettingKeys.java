package org.paperbridge.app.settings;

import java.util.LinkedHashMap;
import java.util.Map;

/** Every key of {@code paperbridge.properties} with its default. */
final class SettingKeys {

    /** {@code destination.NAME.KEY}: which keys a destination has is its own business. */
    static final String DESTINATION = "destination.";

    /** {@code source.NAME.KEY}: which keys a source has is its profile's business. */
    static final String SOURCE = "source.";

    private static final Map<String, String> DEFAULTS = defaults();

    private SettingKeys() {}

    static Map<String, String> withDefaults() {
        return DEFAULTS;
    }

    static boolean isKnown(String key) {
        return DEFAULTS.containsKey(key) || key.matches("(destination|source)\\.[a-z0-9-]+\\.[a-z0-9-]+");
    }

    /** {@code store.url} is set from outside as {@code PAPERBRIDGE_STORE_URL}. */
    static String environmentName(String key) {
        return "PAPERBRIDGE_"
                + key.toUpperCase(java.util.Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static Map<String, String> defaults() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("store.url", "");
        keys.put("store.user", "");
        keys.put("store.password", "");
        keys.put("objects.directory", "objects");
        keys.put("intake.directory", "inbox");
        keys.put("intake.done", "done");
        keys.put("upload.largest-mb", "2048");
        keys.put("queue.kind", "in-process");
        keys.put("queue.url", "");
        keys.put("queue.user", "");
        keys.put("queue.password", "");
        keys.put("workers", "0");
        keys.put("identity.print", "all");
        keys.put("language", "fr");
        keys.put("ward.zone", "Europe/Paris");
        keys.put("web.address", "127.0.0.1");
        keys.put("web.port", "8080");
        keys.put("site.facility", "PAPERBRIDGE");
        keys.put("site.patient-oid", "");
        keys.put("site.encounter-oid", "");
        keys.put("site.unit-oid", "");
        return Map.copyOf(keys);
    }
}
