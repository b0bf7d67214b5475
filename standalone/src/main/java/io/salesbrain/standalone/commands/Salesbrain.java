package io.salesbrain.standalone.commands;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The table of contents of the command line. */
@Command(
        name = "salesbrain",
        description = "Real-time intelligence over the cold-e-mail platform Instantly.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Also: './salesbrain test' runs everything a change must pass, './salesbrain bench' the benchmarks,",
            "'./salesbrain fuzz' looks for webhooks that break the decoder.",
            "Every option is also an environment variable, --data is SALESBRAIN_DATA, and a key of salesbrain.yaml."
        },
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            IngestCommand.class,
            ScoringCommand.class,
            SinkCommand.class,
            QueryApiCommand.class,
            SimulatorCommand.class,
            ClassifyCommand.class,
            ModelCommand.class,
            QuarantineCommand.class,
            ReplayCommand.class,
            RebuildCommand.class,
            SchemaCommand.class,
            SyncCommand.class,
            HelpCommand.class
        })
public final class Salesbrain {}
