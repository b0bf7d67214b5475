package io.salesbrain.standalone;

import io.salesbrain.standalone.commands.Salesbrain;
import io.salesbrain.standalone.settings.SettingException;
import io.salesbrain.standalone.settings.Settings;
import java.nio.file.Path;
import picocli.CommandLine;

/** Reads settings, then runs the command that was asked for. */
public final class Main {
    private static final int EXIT_USAGE = 2;

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    private static int run(String[] args) {
        var commandLine = new CommandLine(new Salesbrain())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new OneSentence())
                .setParameterExceptionHandler(OneSentence::usage);
        try {
            var settings = Settings.load(System.getenv(), Path.of(""));
            settings.refuseUnknown(commandLine);
            commandLine.getSubcommands().values().forEach(command -> supplyDefaults(command, settings));
            return commandLine.execute(args);
        } catch (SettingException e) {
            System.err.println("salesbrain: " + e.getMessage());
            return EXIT_USAGE;
        }
    }

    private static void supplyDefaults(CommandLine command, Settings settings) {
        command.setDefaultValueProvider(settings);
        command.getSubcommands().values().forEach(nested -> supplyDefaults(nested, settings));
    }
}
