package io.salesbrain.classifier.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.salesbrain.classifier.model.Sha256;
import io.salesbrain.events.ReplyCategory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Labelled replies in JSON lines; only {@code text} and {@code category} are required. */
public final class Corpus {
    private static final int LINE_LIMIT = 2_000_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Corpus() {}

    /** All lines of a folder's {@code *.jsonl} files, sorted by id; an empty list where the folder does not exist. */
    public static List<CorpusLine> folder(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<CorpusLine> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(f -> f.toString().endsWith(".jsonl")).sorted().forEach(f -> lines.addAll(file(f)));
        } catch (IOException e) {
            throw new UncheckedIOException("The corpus folder " + folder + " cannot be read.", e);
        }
        lines.sort(Comparator.comparing(CorpusLine::id));
        Set<String> ids = new HashSet<>();
        for (CorpusLine line : lines) {
            if (!ids.add(line.id())) {
                throw new IllegalArgumentException(
                        "The corpus folder " + folder + " has two lines with the id " + line.id() + ".");
            }
        }
        return lines;
    }

    /** All lines of one file; blank lines are skipped. */
    public static List<CorpusLine> file(Path file) {
        List<CorpusLine> lines = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    lines.add(parse(line, file.getFileName() + ":" + number));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be read: " + e.getMessage(), e);
        }
        return lines;
    }

    private static CorpusLine parse(String line, String place) {
        if (line.length() > LINE_LIMIT) {
            throw new IllegalArgumentException(place + " is longer than " + LINE_LIMIT + " characters.");
        }
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(place + " is not JSON.", e);
        }
        if (!node.path("text").isTextual() || !node.path("category").isTextual()) {
            throw new IllegalArgumentException(place + " needs the strings text and category.");
        }
        String label = node.path("category").textValue();
        ReplyCategory category = ReplyCategory.ofLabel(label)
                .orElseThrow(() -> new IllegalArgumentException(place + " has the unknown category " + label + "."));
        List<String> tags = new ArrayList<>();
        node.path("tags").forEach(tag -> tags.add(tag.asText()));
        return new CorpusLine(
                node.path("id").asText(place),
                node.path("lang").asText("und"),
                category,
                node.path("text").textValue(),
                node.path("author").asText(""),
                node.path("batch").asText(""),
                tags);
    }

    /** The hash of what training sees of these lines. */
    public static String sha256(List<CorpusLine> sortedLines) {
        Sha256 sha = new Sha256();
        for (CorpusLine line : sortedLines) {
            sha.add(line.id())
                    .add(line.lang())
                    .add(line.category().label())
                    .add(line.batch())
                    .add(line.text());
        }
        return sha.hex();
    }
}
