package io.salesbrain.simulator.world;

import java.util.Locale;

/** The languages campaigns are written and answered in. */
public enum Language {
    ENGLISH("en", Locale.UK),
    GERMAN("de", Locale.GERMANY);

    private final String code;
    private final Locale locale;

    Language(String code, Locale locale) {
        this.code = code;
        this.locale = locale;
    }

    public String code() {
        return code;
    }

    public Locale locale() {
        return locale;
    }
}
