package io.salesbrain.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One receiver before one Kafka for all the tests that ask for it, because starting them takes longer than the tests:
 * these keep out of each other's way by campaigns and leads of their own.
 */
final class SharedWebhook implements ParameterResolver {
    private record Running(Path folder, WebhookFixture fixture) implements AutoCloseable {
        static Running start() {
            try {
                var folder = Files.createTempDirectory("salesbrain-webhook-test-");
                return new Running(folder, new WebhookFixture(folder, IngestConfig.DEFAULT));
            } catch (IOException e) {
                throw new AssertionError("there is no folder for the log", e);
            } catch (InterruptedException e) {
                throw new AssertionError("nobody interrupts this test", e);
            }
        }

        @Override
        public void close() throws IOException {
            fixture.close();
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == WebhookFixture.class;
    }

    @Override
    public WebhookFixture resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // The root's store closes what is in it after the last test of all.
        return context.getRoot()
                .getStore(Namespace.create(SharedWebhook.class))
                .computeIfAbsent(Running.class, _ -> Running.start(), Running.class)
                .fixture();
    }
}
