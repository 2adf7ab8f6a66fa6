package org.paperbridge.cli;

import picocli.CommandLine.Command;

@Command(
        name = "form",
        description = "The paper forms: list, print, preview, check, release, import.",
        mixinStandardHelpOptions = true,
        subcommands = {
            FormListCommand.class,
            FormLayoutCommand.class,
            FormPreviewCommand.class,
            FormCheckCommand.class,
            FormReleaseCommand.class,
            FormPrintCommand.class,
            FormImportCommand.class,
            FormExportCommand.class
        })
public final class FormCommand {}
