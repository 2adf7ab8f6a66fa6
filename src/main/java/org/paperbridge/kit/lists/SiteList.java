package org.paperbridge.kit.lists;

import java.util.List;
import java.util.Locale;

/** Lists no census holds: the site keeps them as CSV files in {@code lists/} of its home. */
public enum SiteList {
    AGENDA(
            "04-agenda",
            Dated.COMING,
            col("date", 10, true),
            col("time", 7, false),
            col("patient", 26, true),
            col("phone", 19, false),
            col("reason", 22, false),
            col("with", 16, false)),
    PHONES(
            "05-phones",
            Dated.NO,
            col("service", 24, true),
            col("name", 24, false),
            col("function", 22, false),
            col("phone", 19, true),
            col("mobile", 19, false),
            col("note", 20, false)),
    SERVICES(
            "05-services",
            Dated.NO,
            col("service", 20, true),
            col("use", 26, false),
            col("address", 26, false),
            col("login", 24, false),
            col("phone", 19, true),
            col("note", 16, false)),
    SUPPLIERS(
            "05-suppliers",
            Dated.NO,
            col("supplier", 26, true),
            col("siret", 18, false),
            col("iban", 14, false),
            col("contact", 20, false),
            col("phone", 19, true),
            col("orders", 24, false)),
    ANALYSERS(
            "06-analysers",
            Dated.NO,
            col("analyser", 14, true),
            col("code", 10, true),
            col("test", 28, false),
            col("measure", 12, false),
            col("interval", 16, false),
            col("critical", 14, false),
            col("loinc", 10, false)),
    ROSTER(
            "07-roster",
            Dated.COMING,
            col("date", 12, true),
            col("shift", 16, true),
            col("name", 28, false),
            col("function", 24, false),
            col("phone", 19, false));

    /** Which rows are printed. */
    enum Dated {
        NO,
        /** From the day of printing, 14 days. */
        COMING
    }

    /** @param required a row without it is printed and noted */
    record Col(String key, double share, boolean required) {}

    private final String fileName;
    private final Dated dated;
    private final List<Col> columns;

    SiteList(String fileName, Dated dated, Col... columns) {
        this.fileName = fileName;
        this.dated = dated;
        this.columns = List.of(columns);
    }

    private static Col col(String key, double share, boolean required) {
        return new Col(key, share, required);
    }

    /** Name of the CSV file, e.g. {@code phones.csv}. */
    public String csv() {
        return key() + ".csv";
    }

    /** What its words are called. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String fileName() {
        return fileName;
    }

    Dated dated() {
        return dated;
    }

    List<Col> columns() {
        return columns;
    }
}
