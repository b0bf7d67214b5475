package io.salesbrain.classifier.model;

import io.salesbrain.events.ReplyCategory;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which column of the model is which category; the order is part of the model file. */
public final class Labels {
    private static final List<ReplyCategory> COLUMNS = List.of(ReplyCategory.values());

    public static final int COUNT = COLUMNS.size();

    private static final Map<ReplyCategory, Integer> COLUMN = columns();

    private Labels() {}

    public static ReplyCategory category(int column) {
        return COLUMNS.get(column);
    }

    public static int column(ReplyCategory category) {
        return COLUMN.getOrDefault(category, -1);
    }

    /** The labels in column order, as the model's metadata holds them. */
    public static String joined() {
        return COLUMNS.stream().map(ReplyCategory::label).collect(Collectors.joining(","));
    }

    /** A model's output by category. */
    public static Map<ReplyCategory, Double> byCategory(float[] output) {
        Map<ReplyCategory, Double> map = new EnumMap<>(ReplyCategory.class);
        COLUMNS.forEach(category -> map.put(category, (double) output[column(category)]));
        return map;
    }

    private static Map<ReplyCategory, Integer> columns() {
        Map<ReplyCategory, Integer> columns = new EnumMap<>(ReplyCategory.class);
        COLUMNS.forEach(category -> columns.put(category, columns.size()));
        return columns;
    }
}
