package io.salesbrain.standalone;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** What went wrong, in one sentence on standard error; the stack trace goes to the log at debug level. */
final class OneSentence implements IExecutionExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(OneSentence.class);
    private static final int EXIT_FAILED = 1;
    private static final int EXIT_USAGE = 2;

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        LOG.debug("the command failed", failure);
        System.err.println("salesbrain: " + sentence(failure));
        return EXIT_FAILED;
    }

    static int usage(ParameterException failure, String[] args) {
        System.err.println("salesbrain: " + failure.getMessage());
        System.err.println("Try './salesbrain help'.");
        return EXIT_USAGE;
    }

    private static String sentence(Throwable failure) {
        var message = failure.getMessage();
        var cause = failure.getCause();
        if (message == null || message.isBlank()) {
            return cause == null ? failure.getClass().getSimpleName() : sentence(cause);
        }
        return message;
    }
}
