package org.paperbridge.cli;

import picocli.CommandLine.Command;

@Command(
        name = "paperbridge",
        mixinStandardHelpOptions = true,
        description = "Downtime kits on paper for hospitals, read back when the screens return.",
        subcommands = {
            // before
            FormCommand.class,
            KeyCommand.class,
            KitCommand.class,
            // recovery
            BatchCommand.class,
            ReadCommand.class,
            RecogniseCommand.class,
            StatusCommand.class,
            LedgerCommand.class,
            DashboardCommand.class,
            ScanCommand.class,
            // measuring
            BenchCommand.class,
        })
public final class RootCommand {}
