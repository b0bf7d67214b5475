package io.salesbrain.simulator.letters;

import io.salesbrain.simulator.resource.SectionedText;
import io.salesbrain.simulator.world.Language;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The hand-written replies, by language and category; those a mail server writes by itself stand apart. */
public final class ReplyBook {
    private final Map<Language, SectionedText> texts = new EnumMap<>(Language.class);

    public ReplyBook() {
        for (Language language : Language.values()) {
            texts.put(language, SectionedText.read("letters/replies-" + language.code() + ".txt"));
        }
    }

    public List<String> texts(Language language, ReplyCategory category, boolean automatic) {
        SectionedText book = texts.get(language);
        if (book == null) {
            throw new IllegalStateException("No replies in " + language + ".");
        }
        return book.section(category.wireName() + (automatic ? ".auto" : ""));
    }
}
