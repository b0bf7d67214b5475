package io.salesbrain.clickhouse.engine.child;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The engine's process: opens the data folder, serves it on a loopback port, and ends with its parent.
 *
 * <p>Arguments: library, data folder, settings file, port (0 takes any). The first line of the standard input is the
 * password; the input stays open as long as the parent lives, and its end is the order to stop, which also comes when the
 * parent was killed. One line on the standard output says that the endpoint is up.
 */
public final class EngineMain {
    /** Begins the line that says the endpoint is up; the port follows. */
    public static final String READY = "salesbrain-engine ready on port ";

    /** The exit code when the data folder could not be opened. */
    public static final int CANNOT_OPEN = 3;

    private static final int HTTP_THREADS = 8;
    private static final int BACKLOG = 64;
    private static final Duration STOP_GRACE = Duration.ofSeconds(3);
    private static final long STOP_LIMIT_MS = 10_000;

    private EngineMain() {}

    /** Starts the engine; returns when the endpoint is up, and the process lives on with it. */
    public static void main(String[] args) throws IOException {
        BufferedReader parent = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String password = parent.readLine();
        if (password == null || password.isEmpty()) {
            throw new IOException("The engine's process is started by Salesbrain, which hands it a password.");
        }
        NativeEngine engine = NativeEngine.open(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
        if (engine == null) {
            System.err.println("The engine cannot open the data folder " + args[1] + ".");
            NativeExit.now(CANNOT_OPEN);
            return;
        }
        EngineHandler handler = new EngineHandler(engine, password);
        HttpServer server = serve(handler, Integer.parseInt(args[3]));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, handler, engine), "engine-stop"));
        Thread.ofPlatform().daemon().name("parent-watch").start(() -> stopWithParent(parent));
        System.out.println(READY + server.getAddress().getPort());
    }

    private static HttpServer serve(EngineHandler handler, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        ExecutorService threads = Executors.newFixedThreadPool(
                HTTP_THREADS, Thread.ofPlatform().daemon().name("http-", 1).factory());
        server.setExecutor(threads);
        server.createContext("/", handler);
        server.start();
        return server;
    }

    /** A query that is still at work is left to the end of the process: closing the engine under it is not safe. */
    private static void stop(HttpServer server, EngineHandler handler, NativeEngine engine) {
        Thread.ofPlatform().daemon().name("stop-limit").start(EngineMain::haltWhenStoppingTakesTooLong);
        try {
            if (handler.finish(STOP_GRACE)) {
                server.stop(0);
                engine.close();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        NativeExit.now(0);
    }

    private static void haltWhenStoppingTakesTooLong() {
        try {
            Thread.sleep(STOP_LIMIT_MS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        NativeExit.now(1);
    }

    private static void stopWithParent(BufferedReader parent) {
        try {
            parent.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            System.err.println("The engine lost its parent: " + e.getMessage());
        }
        System.exit(0);
    }
}
