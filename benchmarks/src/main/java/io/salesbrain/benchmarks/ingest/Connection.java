package io.salesbrain.benchmarks.ingest;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One HTTP/1.1 connection kept open; as little client as possible, because it shares the machine with what it measures. */
final class Connection implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final byte[] head;

    Connection(int port, String path, String secret, String contentType) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
        head = ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + secret
                        + "\r\nContent-Type: " + contentType + "\r\nContent-Length: ")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** @throws IOException when the answer is anything but 202 */
    String post(byte[] body) throws IOException {
        var length = (body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        var request = new byte[head.length + length.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(length, 0, request, head.length, length.length);
        System.arraycopy(body, 0, request, head.length + length.length, body.length);
        socket.getOutputStream().write(request);
        var status = line();
        int answerLength = 0;
        for (var header = line(); !header.isEmpty(); header = line()) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                answerLength = Integer.parseInt(
                        header.substring("content-length:".length()).strip());
            }
        }
        var answer = new String(in.readNBytes(answerLength), StandardCharsets.UTF_8);
        if (!status.startsWith("HTTP/1.1 202")) {
            throw new IOException(status + " " + answer);
        }
        return answer;
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        while (true) {
            int c = in.read();
            if (c < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (c == '\n') {
                return line.toString();
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
