package io.salesbrain.standalone.replay;

import io.salesbrain.events.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The note of how far the receiver has a file; it is the old one or the new one, whenever the process ends. */
final class ProgressFile {
    private final Path path;

    ProgressFile(Path path) {
        this.path = path;
    }

    Optional<Checkpoint> read() {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.MAPPER.readValue(Files.readAllBytes(path), Checkpoint.class));
        } catch (IOException | RuntimeException e) {
            throw new ReplayException(
                    "The progress file " + path + " cannot be read; remove it, or start over with --no-resume.", e);
        }
    }

    void write(Checkpoint checkpoint) {
        var fresh = path.resolveSibling(path.getFileName() + ".new");
        try {
            try (var channel = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                var text = ByteBuffer.wrap(Json.MAPPER.writeValueAsBytes(checkpoint));
                while (text.hasRemaining()) {
                    channel.write(text);
                }
                channel.force(true);
            }
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ReplayException(
                    "The progress file " + path + " cannot be written; choose another place with --progress-file.", e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new ReplayException("All was posted, but the progress file " + path + " cannot be removed.", e);
        }
    }
}
