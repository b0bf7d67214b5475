package io.salesbrain.simulator.resource;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A hand-written resource: "== name" opens a section, "--" parts its texts, a first line with # is a remark. */
public final class SectionedText {
    private final String name;
    private final Map<String, List<String>> sections;

    private SectionedText(String name, Map<String, List<String>> sections) {
        this.name = name;
        this.sections = sections;
    }

    public static SectionedText read(String name) {
        return parse(name, Resources.text(name).lines().toList());
    }

    private static SectionedText parse(String name, List<String> lines) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> texts = new ArrayList<>();
        List<String> current = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("== ")) {
                close(current, texts);
                texts = sections.computeIfAbsent(line.substring(3).trim(), section -> new ArrayList<>());
            } else if (line.equals("--")) {
                close(current, texts);
            } else if (!sections.isEmpty()) {
                current.add(line);
            }
        }
        close(current, texts);
        return new SectionedText(name, sections);
    }

    private static void close(List<String> current, List<String> texts) {
        String text = String.join("\n", current).strip();
        if (!text.isEmpty()) {
            texts.add(text);
        }
        current.clear();
    }

    public Set<String> names() {
        return sections.keySet();
    }

    public List<String> section(String section) {
        List<String> texts = sections.get(section);
        if (texts == null || texts.isEmpty()) {
            throw new IllegalStateException("The simulator's resource " + name + " has no section " + section + ".");
        }
        return List.copyOf(texts);
    }
}
