package io.salesbrain.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

/** The folder that holds the whole log, held by one broker at a time for as long as it is open. */
final class DataFolder implements AutoCloseable {
    private static final String META_PROPERTIES = "meta.properties";

    /**
     * Kafka has a lock of its own, but takes it only after it has begun to write its metadata log, too late to keep a
     * second process from harming the first.
     */
    private static final String LOCK_FILE = "broker.lock";

    private final Path path;
    private final FileChannel lockChannel;

    private DataFolder(Path path, FileChannel lockChannel) {
        this.path = path;
        this.lockChannel = lockChannel;
    }

    /** Takes the folder for this process, and formats it when it has not been used before. */
    static DataFolder open(Path folder) {
        var path = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            var opened = new DataFolder(path, lock(path));
            opened.formatIfNew();
            return opened;
        } catch (IOException e) {
            throw new BrokerException("The data folder " + path + " cannot be written: " + e, e);
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        var channel = FileChannel.open(path.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new BrokerException("The data folder " + path + " is in use by another Salesbrain.");
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            // Held by this very process, which is as taken as by another.
            return null;
        }
    }

    private void formatIfNew() {
        if (Files.exists(path.resolve(META_PROPERTIES))) {
            return;
        }
        try (var silent = new PrintStream(OutputStream.nullOutputStream())) {
            new Formatter()
                    .setPrintStream(silent)
                    .setNodeId(BrokerSettings.NODE_ID)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                    .setMetadataLogDirectory(path.toString())
                    .addDirectory(path.toString())
                    .run();
        } catch (Exception e) { // Formatter.run declares Exception.
            close();
            throw new BrokerException("The data folder " + path + " cannot be prepared for Kafka: " + e, e);
        }
    }

    Path path() {
        return path;
    }

    String clusterId() {
        var properties = new Properties();
        try (var in = Files.newInputStream(path.resolve(META_PROPERTIES))) {
            properties.load(in);
        } catch (IOException e) {
            throw new BrokerException("The data folder " + path + " cannot be read: " + e, e);
        }
        var clusterId = properties.getProperty("cluster.id");
        if (clusterId == null) {
            throw new BrokerException("The file " + path.resolve(META_PROPERTIES) + " names no cluster.id.");
        }
        return clusterId;
    }

    /** Gives the folder free for the next broker; what was written stays. */
    @Override
    public void close() {
        try {
            lockChannel.close();
        } catch (IOException e) {
            throw new BrokerException("The lock of data folder " + path + " cannot be released: " + e, e);
        }
    }
}
