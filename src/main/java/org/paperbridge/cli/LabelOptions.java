package org.paperbridge.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.paperbridge.kit.labels.Label;
import org.paperbridge.kit.labels.LabelFormat;
import org.paperbridge.kit.labels.PrinterOffset;
import org.paperbridge.kit.page.DrawnPage;
import picocli.CommandLine.Option;

/** How labels are printed. */
public final class LabelOptions {

    @Option(
            names = "--format",
            paramLabel = "ID",
            description = "Sheet: 24, 24r, 33, 65, band or one of labels.properties; ${DEFAULT-VALUE} when absent.",
            defaultValue = "24")
    private String format = "24";

    @Option(names = "--lang", description = "fr or en.", defaultValue = "fr")
    private String lang = "fr";

    @Option(
            names = "--offset",
            paramLabel = "RIGHT,DOWN",
            split = ",",
            description = "mm to move the print, from the page of kit calibrate.",
            defaultValue = "0,0")
    private List<Double> offset = List.of(0.0, 0.0);

    @Option(
            names = "--used",
            paramLabel = "N",
            description = "Labels already taken from the first sheet.",
            defaultValue = "0")
    private int used;

    @Option(names = "--copies", paramLabel = "N", description = "Labels a person; a whole row or column when absent.")
    private int copies;

    public String format() {
        return format;
    }

    public String lang() {
        Languages.check(lang);
        return lang;
    }

    public int copies(LabelFormat sheet) {
        return copies > 0 ? copies : sheet.perPerson();
    }

    public PrinterOffset offset() {
        if (offset.size() != 2) {
            throw new RefusedException("An offset is two numbers, mm to the right and down: --offset 1.5,-0.5");
        }
        try {
            return new PrinterOffset(offset.getFirst(), offset.getLast());
        } catch (IllegalArgumentException e) {
            throw new RefusedException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Draws and writes; says what was written. */
    public void print(Home home, LabelFormat sheet, List<Label> labels, Path out) throws IOException {
        if (used < 0 || used >= sheet.perSheet()) {
            throw new RefusedException("A sheet has " + sheet.perSheet() + " labels; --used lies below that.");
        }
        List<DrawnPage> pages = Printing.labels().draw(sheet, offset(), used, labels);
        Printing.writer(home.keys()).writePages(out, "Labels", lang(), pages);
        System.err.println("Wrote " + labels.size() + " label(s) on " + pages.size() + " sheet(s) to " + out + ".");
    }
}
