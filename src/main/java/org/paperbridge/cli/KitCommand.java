package org.paperbridge.cli;

import picocli.CommandLine.Command;

@Command(
        name = "kit",
        description = "Downtime kits: everything a unit needs on paper.",
        mixinStandardHelpOptions = true,
        subcommands = {
            KitBuildCommand.class,
            KitVerifyCommand.class,
            KitWatchCommand.class,
            KitFreshnessCommand.class,
            KitPublishCommand.class,
            KitListCommand.class,
            KitListsCommand.class,
            KitFormularyCommand.class,
            KitCardsCommand.class,
            KitLabelsCommand.class,
            KitNumbersCommand.class,
            KitCalibrateCommand.class
        })
public final class KitCommand {}
