package io.salesbrain.standalone.commands;

import io.salesbrain.classifier.ModelCommands;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "classify", description = "Says what the model makes of a reply.")
final class ClassifyCommand implements Callable<Integer> {
    private static final int MAX_BYTES = 5 << 20;

    @Parameters(paramLabel = "TEXT", description = "The reply, or - to read it from standard input.")
    private String text = "";

    @Override
    public Integer call() throws IOException {
        var reply = text.equals("-") ? new String(System.in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8) : text;
        System.out.println(ModelCommands.classify(reply, Instant.now()));
        return 0;
    }
}
