package io.salesbrain.query.inbox;

import io.salesbrain.events.AnswerTemplate;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.query.api.Says;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is shown of the texts that are suggested as answers, field by field. */
final class ShownTemplates {
    private ShownTemplates() {}

    @Says("A text that is suggested as an answer.")
    record AnswerTemplateItem(
            @Says("Null for what comes with the program.") @Nullable
            String templateId,

            @Says("Whether it is the organization's own.") boolean own,

            @Says("The campaign it is for; null for all.") @Nullable
            String campaignId,

            @Says("What it answers.") ReplyCategory category,
            @Says("en or de.") String language,
            @Says("What it is called.") String name,

            @Says("Null where the reply's own goes on.") @Nullable
            String subject,

            @Says("With placeholders such as {{first_name}}.")
            String text) {
        static AnswerTemplateItem own(AnswerTemplate template) {
            return new AnswerTemplateItem(
                    AnswerTemplates.id(template),
                    true,
                    template.campaignId(),
                    template.category(),
                    template.language(),
                    template.name(),
                    template.subject(),
                    template.text());
        }

        /** One that comes with the program. */
        static AnswerTemplateItem standard(ReplyCategory category, String language, AnswerTemplates.Text text) {
            return new AnswerTemplateItem(
                    null, false, null, category, language, text.name(), text.subject(), text.text());
        }
    }

    @Says("All texts, and what can stand in them.")
    record AnswerTemplateList(
            @Says("The organization's own first.") List<AnswerTemplateItem> items,

            @Says("Always null: there is one page.") @Nullable
            String nextStartingAfter,

            @Says("What is filled in.") List<String> placeholders) {}
}
