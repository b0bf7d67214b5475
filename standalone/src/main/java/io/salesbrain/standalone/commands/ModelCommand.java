package io.salesbrain.standalone.commands;

import io.salesbrain.classifier.ModelCommands;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "model",
        description = "Trains or evaluates the reply classifier.",
        synopsisSubcommandLabel = "train|evaluate",
        subcommands = {ModelCommand.Train.class, ModelCommand.Evaluate.class})
final class ModelCommand {
    private static final Path MODULE = Path.of(System.getProperty("salesbrain.home", "."), "reply-classifier");

    @Command(name = "train", description = "Makes the model from the corpus; the same corpus gives the same bytes.")
    static final class Train implements Callable<Integer> {
        @Option(names = "--corpus", description = "The folder with train/ and test/ (default: the project's).")
        private Path corpus = MODULE.resolve("corpus");

        @Option(names = "--model-file", description = "Where the model goes (default: the project's resources).")
        private Path modelFile = MODULE.resolve("src/main/resources/io/salesbrain/classifier/reply-model.onnx");

        @Override
        public Integer call() {
            ModelCommands.train(corpus, modelFile, MODULE.resolve("MODEL.md"), System.out);
            return 0;
        }
    }

    @Command(name = "evaluate", description = "Measures the model on lines {\"text\",\"category\"}.")
    static final class Evaluate implements Callable<Integer> {
        @Parameters(paramLabel = "FILE.jsonl")
        private Path file = Path.of("");

        @Option(names = "--json", description = "Print the figures as JSON.")
        private boolean json;

        @Override
        public Integer call() {
            ModelCommands.evaluate(file, json, System.out);
            return 0;
        }
    }
}
