package org.paperbridge.cli.bench;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.paperbridge.form.page.PrintedForm;
import org.paperbridge.form.page.PrintedForms;

/** The registry of pages printed for one measurement. */
public final class PrintedHere implements PrintedForms {

    private final Map<String, PrintedForm> bySerial = new ConcurrentHashMap<>();

    public void add(PrintedForm form) {
        bySerial.putIfAbsent(form.serial(), form);
    }

    @Override
    public Optional<PrintedForm> find(String serial) {
        return Optional.ofNullable(bySerial.get(serial));
    }
}
