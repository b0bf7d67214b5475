package io.salesbrain.simulator.letters;

import io.salesbrain.simulator.world.Language;

/** How a person is addressed by family name. */
final class Salutation {
    private Salutation() {}

    static String title(Language language, boolean woman) {
        return switch (language) {
            case ENGLISH -> woman ? "Ms" : "Mr";
            case GERMAN -> woman ? "Frau" : "Herr";
        };
    }

    static String dear(Language language, boolean woman, String family) {
        return switch (language) {
            case ENGLISH -> "Dear " + title(language, woman) + " " + family;
            case GERMAN -> (woman ? "Sehr geehrte " : "Sehr geehrter ") + title(language, woman) + " " + family;
        };
    }
}
