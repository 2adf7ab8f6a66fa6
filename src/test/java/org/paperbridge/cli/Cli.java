package org.paperbridge.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.paperbridge.app.Paperbridge;

/** The command line as a person runs it. */
public record Cli(int exit, String out, String err) {

    public static Cli launch(Path home, String... args) {
        String[] all = Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--home";
        all[args.length + 1] = home.toString();
        return launch(all);
    }

    /** Of commands that need no home. */
    public static Cli launch(String... all) {
        PrintStream before = System.out;
        PrintStream beforeErr = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        StringWriter said = new StringWriter();
        try (PrintStream tee = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream teeErr = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            System.setOut(tee);
            System.setErr(teeErr);
            int exit = Paperbridge.commandLine()
                    .setErr(new PrintWriter(said, true))
                    .execute(all);
            return new Cli(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8) + said);
        } finally {
            System.setOut(before);
            System.setErr(beforeErr);
        }
    }
}
