package io.salesbrain.testkit.guard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Runs tests in a process of its own on a product that lacks a guard. */
public final class GuardCheck {
    private static final Path JAVA = Path.of("java");
    private static final String HOME = "salesbrain.home";
    private static final int PATIENCE_MINUTES = 10;

    private final Path module;
    private final Path folder;

    /**
     * @param module the folder of the module the guards stand in
     * @param folder an empty one for what is compiled
     */
    public GuardCheck(Path module, Path folder) {
        this.module = module;
        this.folder = folder;
    }

    /** Whether one of its tests fails without the guard. */
    public boolean isNoticed(Removal removal) throws IOException, InterruptedException {
        if (!classPath().contains(classes().toString())) {
            throw new IllegalStateException(classes() + " is not on the class path.");
        }
        var changed = Files.createTempDirectory(folder, "without");
        copyClasses(changed);
        place(removal, changed);
        return exitOf(classPath().replace(classes().toString(), changed.toString()), removal.tests()) == TestRun.FAILED;
    }

    /** Whether the tests pass on the product as it is: without that, their failing means nothing. */
    public boolean passesAsItIs(List<Class<?>> tests) throws IOException, InterruptedException {
        return exitOf(classPath(), tests) == TestRun.PASSED;
    }

    /** The module as it is built, for one place of it to be changed. */
    private void copyClasses(Path changed) throws IOException {
        var classes = classes();
        try (var files = Files.walk(classes)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = changed.resolve(classes.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private void place(Removal removal, Path changed) throws IOException {
        var file = changed.resolve(removal.source().getName(0).relativize(removal.source()));
        Files.createDirectories(file.getParent());
        Files.writeString(file, removal.changed(module));
        if (removal.source().startsWith(JAVA)) {
            var errors = new ByteArrayOutputStream();
            int exit = ToolProvider.getSystemJavaCompiler()
                    .run(
                            null,
                            null,
                            errors,
                            "-proc:none",
                            "-nowarn",
                            "-d",
                            changed.toString(),
                            "-cp",
                            classPath(),
                            file.toString());
            if (exit != 0) {
                throw new IllegalStateException(removal + " does not compile: " + errors);
            }
        }
    }

    private Path classes() {
        return module.resolve("target/classes").toAbsolutePath().normalize();
    }

    private int exitOf(String classPath, List<Class<?>> tests) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-X") || argument.startsWith("--"))
                .forEach(command::add);
        command.add("-D" + HOME + "=" + System.getProperty(HOME, ".."));
        command.addAll(List.of("-cp", classPath, TestRun.class.getName()));
        tests.stream().map(Class::getName).forEach(command::add);
        var output = Files.createTempFile(folder, "output", ".txt");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                throw new IllegalStateException("The tests did not end; they said: " + Files.readString(output));
            }
            if (process.exitValue() != TestRun.PASSED && process.exitValue() != TestRun.FAILED) {
                throw new IllegalStateException("No test ran; it said: " + Files.readString(output));
            }
            return process.exitValue();
        } finally {
            Stream.concat(process.descendants(), Stream.of(process.toHandle())).forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }
}
