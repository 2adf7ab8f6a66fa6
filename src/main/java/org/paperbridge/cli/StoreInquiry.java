package org.paperbridge.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.paperbridge.app.settings.ServerSettings;
import org.paperbridge.app.settings.SettingsFile;
import org.paperbridge.app.settings.SettingsRefusedException;
import org.paperbridge.store.StoreUnavailableException;
import picocli.CommandLine;

/** Asks a store that may be served at the same time; prints the answer, or one line that says what to do. */
final class StoreInquiry {

    private static final int UNAVAILABLE = 69;
    private static final int CONFIGURATION = 78;
    private static final String SQLITE = "jdbc:sqlite:";

    private StoreInquiry() {}

    /** @return what is to be printed */
    @FunctionalInterface
    interface Question {
        String ask(ServerSettings settings) throws IOException;
    }

    /**
     * @param otherwise how to come by a store where there is none
     * @return exit code
     */
    static int answer(CommandLine line, Home home, String otherwise, Question question) throws IOException {
        PrintWriter err = line.getErr();
        try {
            ServerSettings settings = SettingsFile.load(home.folder(), System.getenv(), 1);
            String url = settings.store().url();
            if (url.startsWith(SQLITE) && !Files.exists(Path.of(url.substring(SQLITE.length())))) {
                err.println("There is no store in " + home.folder() + ". Name its folder with --home, or " + otherwise);
                return UNAVAILABLE;
            }
            line.getOut().println(question.ask(settings));
            return 0;
        } catch (SettingsRefusedException e) {
            err.println(e.getMessage());
            return CONFIGURATION;
        } catch (StoreUnavailableException e) {
            err.println(e.getMessage());
            return UNAVAILABLE;
        }
    }
}
