package io.salesbrain.scoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of the stream's stores. After a process that did not stop in order, exactly-once makes them worthless: they
 * may hold what was never committed. Kafka Streams finds that out task by task, while it starts, and begins each anew;
 * here they are removed before it starts, and the log refills them.
 */
final class StateFolder {
    private static final Logger LOG = LoggerFactory.getLogger(StateFolder.class);
    private static final Pattern OF_A_TASK = Pattern.compile("\\d+_\\d+");

    private final Path folder;
    private final Path marker;

    StateFolder(Path stateFolder, String applicationId) {
        this.folder = stateFolder.resolve(applicationId);
        this.marker = stateFolder.resolve(applicationId + ".stopped-in-order");
    }

    /** Before the stream starts. What identifies this process stays: by that the log ends what was under way. */
    void prepare() {
        try {
            if (!Files.deleteIfExists(marker)) {
                tasks().forEach(StateFolder::remove);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the state in " + folder + " cannot be prepared", e);
        }
    }

    /** After the stream has stopped in order, and only then. */
    void stoppedInOrder() {
        try {
            Files.createDirectories(marker.getParent());
            Files.writeString(marker, "");
        } catch (IOException e) {
            LOG.warn("it could not be noted that scoring stopped in order; its state is refilled from the log", e);
        }
    }

    private List<Path> tasks() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var inside = Files.list(folder)) {
            return inside.filter(Files::isDirectory)
                    .filter(each ->
                            OF_A_TASK.matcher(each.getFileName().toString()).matches())
                    .toList();
        }
    }

    private static void remove(Path task) {
        try (var all = Files.walk(task)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the state in " + task + " cannot be removed", e);
        }
    }
}
