package org.paperbridge.app;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import org.paperbridge.app.server.ServerRefusedException;
import org.paperbridge.cli.DemoCommand;
import org.paperbridge.cli.RefusedException;
import org.paperbridge.cli.RootCommand;
import org.paperbridge.cli.ServeCommand;
import org.paperbridge.key.KeyRingException;
import org.paperbridge.kit.StockException;
import org.paperbridge.kit.UnreadablePrintException;
import org.paperbridge.kit.labels.LabelFormatException;
import org.paperbridge.kit.lists.SiteListException;
import org.paperbridge.natives.NativeLibraryException;
import org.paperbridge.pagecode.IdentifierRefusedException;
import org.paperbridge.template.InvalidTemplateException;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Entry point: one jar, one command line. */
public final class Paperbridge {

    private static final int REFUSED = 2;
    private static final int BROKEN = 70;

    private Paperbridge() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The command line with its exit codes: 2 when refused with a reason, 70 for a fault of the program. */
    public static CommandLine commandLine() {
        SiteAssembly assembly = new SiteAssembly(System.getenv());
        return new CommandLine(new RootCommand())
                .addSubcommand(new ServeCommand(assembly))
                .addSubcommand(new DemoCommand(assembly))
                .addSubcommand(new CommandLine(new AutoComplete.GenerateCompletion()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Paperbridge::explain);
    }

    private static int explain(Exception fault, CommandLine command, ParseResult parsed) {
        String message = switch (fault) {
            case RefusedException refused -> String.valueOf(refused.getMessage());
            case ServerRefusedException server -> String.valueOf(server.getMessage());
            case KeyRingException keys -> String.valueOf(keys.getMessage());
            case InvalidTemplateException templates -> String.valueOf(templates.getMessage());
            case IdentifierRefusedException identifier -> String.valueOf(identifier.getMessage());
            case NativeLibraryException library -> String.valueOf(library.getMessage());
            case UnreadablePrintException print -> String.valueOf(print.getMessage());
            case StockException stock -> String.valueOf(stock.getMessage());
            case SiteListException lists -> String.valueOf(lists.getMessage());
            case LabelFormatException labels -> String.valueOf(labels.getMessage());
            case AccessDeniedException denied -> "No right to use " + denied.getFile() + ".";
            case FileSystemException file ->
                file.getFile() + ": "
                        + (file.getReason() == null ? "cannot be used; does it exist?" : file.getReason());
            case IOException full
            when String.valueOf(full.getMessage()).contains("No space left") ->
                "The disk is full; free some space and run this again. Files already there are whole.";
            default -> "";
        };
        if (message.isEmpty()) {
            fault.printStackTrace(command.getErr());
            return BROKEN;
        }
        command.getErr().println(message);
        return REFUSED;
    }
}
