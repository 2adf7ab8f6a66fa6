package org.paperbridge.cli;

import picocli.CommandLine.Command;

/** Batches of paper for the scanner. */
@Command(
        name = "batch",
        description = "Sheets that say which unit a stack of paper comes from and how much there is.",
        mixinStandardHelpOptions = true,
        subcommands = {BatchHeaderCommand.class})
public final class BatchCommand {}
