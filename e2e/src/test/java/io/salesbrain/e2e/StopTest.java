package io.salesbrain.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Told to stop in the middle of an upload: the upload is finished and answered, new ones are asked to come again. */
class StopTest {

    @TempDir
    private Path data;

    @Test
    void anUploadUnderWayIsFinishedAndAnswered() throws Exception {
        Api.Customer customer;
        try (var run = Installation.start(data)) {
            var api = run.api();
            int port = run.port();
            customer = api.createCustomer("acme");
            try (var upload = new Upload(port, customer.webhookSecret())) {
                upload.sendFirstHalf();
                Api.eventually(() -> assertThat(metric(port, "salesbrain_ingest_normalise_total{outcome=\"ok\"}"))
                        .isEqualTo(1.0));
                run.process().terminate();
                Api.eventually(() -> assertThat(
                                api.webhook(customer.webhookSecret(), line(3)).status())
                        .isEqualTo(503));
                upload.sendSecondHalf();
                assertThat(upload.answer()).startsWith("HTTP/1.1 202").contains("\"accepted\":2");
            }
            assertThat(run.process().awaitExit())
                    .as("%s", run.process().output())
                    .isIn(0, 143);
        }
        try (var again = Installation.start(data)) {
            assertThat(again.api().awaitSettled(2).path("processed").asInt()).isEqualTo(2);
        }
    }

    private static double metric(int port, String name) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write("GET /metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines()
                    .filter(line -> line.startsWith(name + " "))
                    .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                    .findFirst()
                    .orElse(0);
        }
    }

    private static String line(int number) {
        return "{\"event_type\":\"email_sent\",\"timestamp\":\"2026-03-04T05:06:07Z\",\"campaign_id\":\"stop\","
                + "\"lead_email\":\"lead" + number + "@kundin.example\",\"step\":1,\"variant\":1}\n";
    }

    /** Two lines, the second of which comes when it is told to. */
    private static final class Upload implements AutoCloseable {
        /** As much as the receiver reads at once, so that the first line does not wait in a buffer for the second. */
        private static final int PADDING = 128 << 10;

        private final Socket socket;
        private final String second = " ".repeat(PADDING) + "\n" + line(2);

        Upload(int port, String secret) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            send("POST /webhooks/instantly/webhook HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + secret
                    + "\r\nContent-Type: application/x-ndjson\r\nConnection: close\r\nContent-Length: "
                    + (line(1).length() + second.length()) + "\r\n\r\n");
        }

        void sendFirstHalf() throws IOException {
            send(line(1) + second.substring(0, PADDING));
        }

        void sendSecondHalf() throws IOException {
            send(second.substring(PADDING));
        }

        private void send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        }

        String answer() throws IOException {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
