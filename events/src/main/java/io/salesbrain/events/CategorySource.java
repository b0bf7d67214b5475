package io.salesbrain.events;

import com.fasterxml.jackson.annotation.JsonValue;

/** Who said what a reply means; what a person says goes before all else, then Instantly's label, then the model. */
public enum CategorySource {
    PERSON("person"),
    INSTANTLY("instantly"),
    MODEL("model");

    private final String label;

    CategorySource(String label) {
        this.label = label;
    }

    @JsonValue
    public String label() {
        return label;
    }
}
