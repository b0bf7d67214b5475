package io.salesbrain.standalone.settings;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.source.yaml.YamlConfigSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Values for the options of every command: {@code --data-folder} is {@code SALESBRAIN_DATA_FOLDER} in the environment
 * and {@code data-folder} in {@code salesbrain.yaml}. The command line wins over the environment, and that over the
 * file. {@code SALESBRAIN_X_FILE} names a file that holds the value of X, for secrets.
 */
public final class Settings implements IDefaultValueProvider {
    private static final String PREFIX = "SALESBRAIN_";
    private static final String FILE_SUFFIX = "_FILE";
    private static final int ENVIRONMENT_ORDINAL = 300;
    private static final int FILE_ORDINAL = 100;

    /** Read by the launcher or by the engine, before or beside the options. */
    private static final Set<String> NOT_OPTIONS =
            Set.of("home", "java-opts", "engine-library", "config", "log-level", "log-format");

    private final SmallRyeConfig config;
    private final Set<String> fromEnvironment;
    private final Set<String> fromFile;
    private final String fileName;

    private Settings(SmallRyeConfig config, Set<String> fromEnvironment, Set<String> fromFile, String fileName) {
        this.config = config;
        this.fromEnvironment = fromEnvironment;
        this.fromFile = fromFile;
        this.fileName = fileName;
    }

    /** Reads the environment and, where it exists, the YAML file: {@code SALESBRAIN_CONFIG} or {@code salesbrain.yaml}. */
    public static Settings load(Map<String, String> environment, Path folder) {
        var named = Optional.ofNullable(environment.get(PREFIX + "CONFIG"));
        var file = folder.resolve(named.orElse("salesbrain.yaml"));
        if (named.isPresent() && !Files.isReadable(file)) {
            throw new SettingException("SALESBRAIN_CONFIG names " + file + ", which cannot be read.");
        }
        var fromFile = Files.exists(file) ? readYaml(file) : Map.<String, String>of();
        var fromEnvironment = readEnvironment(environment);
        var config = new SmallRyeConfigBuilder()
                .withSources(
                        new PropertiesConfigSource(fromEnvironment, "environment", ENVIRONMENT_ORDINAL),
                        new PropertiesConfigSource(fromFile, file.toString(), FILE_ORDINAL))
                .build();
        return new Settings(config, fromEnvironment.keySet(), fromFile.keySet(), file.toString());
    }

    private static Map<String, String> readYaml(Path file) {
        try {
            return Map.copyOf(new YamlConfigSource(file.toUri().toURL(), FILE_ORDINAL).getProperties());
        } catch (IOException | RuntimeException e) {
            throw new SettingException(file + " is no readable YAML: " + e.getMessage(), e);
        }
    }

    private static Map<String, String> readEnvironment(Map<String, String> environment) {
        var values = new HashMap<String, String>();
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX) && !value.isEmpty()) {
                if (name.endsWith(FILE_SUFFIX)) {
                    values.put(key(name.substring(0, name.length() - FILE_SUFFIX.length())), readSecret(name, value));
                } else {
                    values.put(key(name), value);
                }
            }
        });
        return values;
    }

    private static String readSecret(String name, String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new SettingException(name + " names " + file + ", which cannot be read.", e);
        }
    }

    private static String key(String variable) {
        return variable.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Stops on a name that no command knows: a typing mistake must not pass as a default. */
    public void refuseUnknown(CommandLine root) {
        var known = new TreeSet<>(NOT_OPTIONS);
        collectOptions(root, known);
        for (var key : fromEnvironment) {
            if (!known.contains(key)) {
                throw new SettingException("There is no setting " + PREFIX
                        + key.toUpperCase(Locale.ROOT).replace('-', '_') + "; see './salesbrain help'.");
            }
        }
        for (var key : fromFile) {
            if (!known.contains(key)) {
                throw new SettingException(
                        "There is no setting '" + key + "', as " + fileName + " has it; see './salesbrain help'.");
            }
        }
    }

    private static void collectOptions(CommandLine command, Set<String> known) {
        for (var option : command.getCommandSpec().options()) {
            known.add(name(option));
        }
        command.getSubcommands().values().forEach(nested -> collectOptions(nested, known));
    }

    private static String name(OptionSpec option) {
        return option.longestName().replaceFirst("^--", "");
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? config.getOptionalValue(name(option), String.class).orElse(null)
                : null;
    }
}
