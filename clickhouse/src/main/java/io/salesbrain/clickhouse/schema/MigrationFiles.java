package io.salesbrain.clickhouse.schema;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Finds the numbered SQL files of a class-path folder, in a folder of classes and in a jar alike. */
final class MigrationFiles {
    private MigrationFiles() {}

    static List<Migration> find(ClassLoader loader, String folder) {
        List<Migration> files = new ArrayList<>();
        try {
            for (URL place : Collections.list(loader.getResources(folder))) {
                for (String name : names(place, folder)) {
                    files.add(Migration.ofFile(name, read(loader, folder + "/" + name)));
                }
            }
        } catch (IOException | URISyntaxException e) {
            throw new MigrationException("The schema files in " + folder + " cannot be read.", e);
        }
        files.sort(Comparator.comparingInt(Migration::number));
        return files;
    }

    private static List<String> names(URL place, String folder) throws IOException, URISyntaxException {
        return switch (place.getProtocol()) {
            case "file" -> {
                try (Stream<Path> files = Files.list(Path.of(place.toURI()))) {
                    yield files.map(file -> String.valueOf(file.getFileName()))
                            .filter(MigrationFiles::isSql)
                            .toList();
                }
            }
            case "jar" -> {
                JarURLConnection connection = (JarURLConnection) place.openConnection();
                connection.setUseCaches(false);
                try (JarFile jar = connection.getJarFile()) {
                    yield jar.stream()
                            .map(entry -> entry.getName())
                            .filter(name -> name.startsWith(folder + "/"))
                            .map(name -> name.substring(folder.length() + 1))
                            .filter(MigrationFiles::isSql)
                            .toList();
                }
            }
            default -> throw new IOException("Schema files cannot be listed at " + place + ".");
        };
    }

    private static boolean isSql(String name) {
        return name.endsWith(".sql") && name.indexOf('/') < 0;
    }

    private static String read(ClassLoader loader, String resource) throws IOException {
        try (InputStream in = loader.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("The schema file " + resource + " has vanished.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
