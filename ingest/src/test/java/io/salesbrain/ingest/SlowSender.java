package io.salesbrain.ingest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends lines in chunks of HTTP/1.1, each the moment it is written, which no HTTP client lets one do. */
final class SlowSender implements AutoCloseable {
    private final Socket socket;

    SlowSender(WebhookFixture fixture) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), fixture.uri().getPort());
        raw("POST " + fixture.uri().getPath() + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\nAuthorization: Bearer "
                + fixture.acme.webhookSecret() + "\r\n\r\n");
    }

    void write(String text) throws IOException {
        raw(Integer.toHexString(text.getBytes(StandardCharsets.UTF_8).length) + "\r\n" + text + "\r\n");
    }

    boolean isAnswered() throws IOException {
        return socket.getInputStream().available() > 0;
    }

    String answer() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    String finish() throws IOException {
        raw("0\r\n\r\n");
        return answer();
    }

    private void raw(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
