package io.salesbrain.standalone.roles;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Everything an embedded installation keeps: one folder, one process at a time. */
public final class DataFolder implements AutoCloseable {
    private static final int KEY_BYTES = 32;

    private final Path root;
    private final FileChannel lockFile;

    private DataFolder(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /** @throws RoleException when the folder cannot be written or another process has it */
    public static DataFolder open(Path root) {
        var folder = root.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new RoleException("The data folder " + folder + " is in use by another process.");
            }
            return new DataFolder(folder, channel);
        } catch (IOException e) {
            throw new RoleException(
                    "The data folder " + folder + " cannot be written; choose another one with --data.", e);
        }
    }

    public Path kafka() {
        return root.resolve("kafka");
    }

    public Path streams() {
        return root.resolve("streams");
    }

    public Path clickhouse() {
        return root.resolve("clickhouse");
    }

    private Path adminKeyFile() {
        return root.resolve("admin.key");
    }

    public boolean hasAdminKey() {
        return Files.exists(adminKeyFile());
    }

    /** The admin key of this folder, made at the first call; only the owner can read the file. */
    public String adminKey() {
        return secret(adminKeyFile(), "sba_", "admin key");
    }

    /** What customers' keys of Instantly are sealed with, made at the first call; only the owner can read the file. */
    public String connectionKey() {
        return secret(root.resolve("connection.key"), "sbc_", "connection key");
    }

    private static String secret(Path file, String prefix, String name) {
        try {
            if (!Files.exists(file)) {
                var random = new byte[KEY_BYTES];
                new SecureRandom().nextBytes(random);
                var key = prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, key + "\n");
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new RoleException("The " + name + " in " + file + " can neither be read nor made.", e);
        }
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
