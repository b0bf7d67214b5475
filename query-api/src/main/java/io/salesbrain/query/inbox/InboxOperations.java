package io.salesbrain.query.inbox;

import io.salesbrain.events.ReplyCategory;
import io.salesbrain.query.api.Operation;
import io.salesbrain.query.api.Parameter;
import io.salesbrain.query.api.Tag;
import java.util.Arrays;
import java.util.List;

/** What the routes of the inbox and the team say of themselves. */
public final class InboxOperations {
    private static final Parameter THREAD =
            Parameter.path("thread_id", "A thread_id of the list, or the event id of any reply.", "event-1");
    private static final Parameter MEMBER = Parameter.path("member_id", "A member_id of the list.", "member-1");

    public static final Operation LIST = Operation.says(Tag.INBOX, "Conversations with leads, the latest reply first.")
            .with(
                    Parameter.oneOf(
                            "folder",
                            "Only what lies there.",
                            List.of("to_answer", "decide", "out_of_office", "negative", "done", "all"),
                            "all"),
                    Parameter.oneOf(
                            "category",
                            "Only where the latest reply means this.",
                            Arrays.stream(ReplyCategory.values())
                                    .map(ReplyCategory::label)
                                    .toList(),
                            ""),
                    Parameter.flag("unread", "Only what nobody has read, or only what somebody has."),
                    Parameter.text("assigned_to", "Only this member_id's; me, by the key's member; or nobody."),
                    Parameter.CAMPAIGN,
                    Parameter.text("account", "Only what came to this mailbox."),
                    Parameter.text("lead_email", "Only this lead's."),
                    Parameter.text("q", "Only with all these words in it; the last one may be a beginning."))
            .paged()
            .answers(ShownThread.ThreadList.class);

    public static final Operation ONE = Operation.says(Tag.INBOX, "One conversation with all that is in it.")
            .with(THREAD)
            .answers(ShownConversation.ConversationItem.class);

    public static final Operation CATEGORY = Operation.says(Tag.INBOX, "Says what a reply means.")
            .more("That goes before Instantly's label and the model. Points, status and rates follow within a second.")
            .with(THREAD)
            .takes(Said.CategorySent.class, "{\"category\":\"interested\"}")
            .answers(200, "The conversation, already corrected.", ShownConversation.ConversationItem.class);

    public static final Operation READ = Operation.says(Tag.INBOX, "Marks a conversation as read, or as not read.")
            .with(THREAD)
            .takes(Said.ReadSent.class, "{\"unread\":false}")
            .answers(200, "As lists show it.", ShownThread.ThreadItem.class);

    public static final Operation DONE = Operation.says(Tag.INBOX, "Marks a conversation as done, or as not done.")
            .more("A later reply opens it again.")
            .with(THREAD)
            .takes(Said.DoneSent.class, "{\"done\":true}")
            .answers(200, "As lists show it.", ShownThread.ThreadItem.class);

    public static final Operation ASSIGN = Operation.says(Tag.INBOX, "Gives a conversation to somebody of the team.")
            .with(THREAD)
            .takes(Said.AssignSent.class, "{\"member_id\":null}")
            .answers(200, "As lists show it.", ShownThread.ThreadItem.class);

    public static final Operation ADD_NOTE = Operation.says(Tag.INBOX, "Writes a note on a conversation.")
            .with(THREAD)
            .takes(Said.NoteSent.class, "{\"text\":\"Call her on Thursday.\"}")
            .answers(201, "The note.", ShownConversation.NoteItem.class)
            .fails(409, "There are too many notes already.");

    public static final Operation DELETE_NOTE = Operation.says(Tag.INBOX, "Takes a note away.")
            .with(THREAD, Parameter.path("note_id", "A note_id of the conversation.", "note-1"))
            .answers(200, "What was taken away.", ShownConversation.NoteItem.class);

    public static final Operation REPLY = Operation.says(Tag.INBOX, "Answers a conversation through Instantly.")
            .more("The conversation is done then, until the lead replies.")
            .with(THREAD, Parameter.header("Idempotency-Key", "With the same key an answer goes out once."))
            .takes(Said.AnswerSent.class, "{\"text\":\"Thursday at ten suits me well.\"}")
            .answers(201, "The message.", ShownConversation.MessageItem.class)
            .fails(409, "There is no connection to Instantly, or the reply cannot be answered from here.")
            .fails(502, "Instantly refused it.");

    public static final Operation TEMPLATES = Operation.says(
                    Tag.INBOX, "The texts that are suggested as answers: the organization's own, then the program's.")
            .answers(ShownTemplates.AnswerTemplateList.class);

    public static final Operation PUT_TEMPLATE = Operation.says(
                    Tag.INBOX, "Writes an answer of the organization's own.")
            .more("It takes the place of the one for the same campaign, category and language.")
            .takes(
                    Said.AnswerTemplateSent.class,
                    "{\"category\":\"question\",\"language\":\"en\",\"name\":\"Prices\","
                            + "\"text\":\"Hi {{first_name|there}},\\nour prices are public.\"}")
            .answers(200, "There was one already; this took its place.", ShownTemplates.AnswerTemplateItem.class)
            .answers(201, "It is new.", ShownTemplates.AnswerTemplateItem.class)
            .fails(409, "There are too many templates already.");

    public static final Operation DELETE_TEMPLATE = Operation.says(
                    Tag.INBOX, "Takes an answer of the organization's own back.")
            .with(Parameter.path("template_id", "A template_id of the list.", "cXVlc3Rpb24KZW4K"))
            .answers(200, "What was taken back.", ShownTemplates.AnswerTemplateItem.class);

    public static final Operation SEARCH = Operation.says(Tag.INBOX, "Searches sends and replies, the newest first.")
            .with(Parameter.text("q", "All these words; the last one may be a beginning. It must be there.")
                    .with("offer"))
            .paged()
            .answersPage(ShownThread.FoundMessage.class);

    public static final Operation MEMBERS =
            Operation.says(Tag.INBOX, "The team, by name.").answers(ShownTeam.MemberList.class);

    public static final Operation ADD_MEMBER = Operation.says(Tag.INBOX, "Adds somebody to the team.")
            .takes(Said.MemberSent.class, "{\"name\":\"Lena Ostmann\",\"email\":\"lena@sender.example\"}")
            .answers(201, "Who it is.", ShownTeam.MemberItem.class)
            .fails(409, "There are too many members already.");

    public static final Operation CHANGE_MEMBER = Operation.says(Tag.INBOX, "Changes who somebody is.")
            .with(MEMBER)
            .takes(Said.MemberSent.class, "{\"name\":\"Lena Ostmann\",\"active\":false}")
            .answers(ShownTeam.MemberItem.class);

    public static final Operation REMOVE_MEMBER = Operation.says(Tag.INBOX, "Takes somebody out of the team.")
            .more("What was theirs goes by the rules again.")
            .with(MEMBER)
            .answers(ShownTeam.MemberItem.class);

    public static final Operation RULES =
            Operation.says(Tag.INBOX, "Who gets new conversations.").answers(ShownTeam.RuleList.class);

    public static final Operation SET_RULES = Operation.says(Tag.INBOX, "Says who gets new conversations.")
            .more("Several members of a rule take turns, by a hash of the lead: a restart changes nothing.")
            .takes(Said.RulesSent.class, "{\"rules\":[]}")
            .answers(ShownTeam.RuleList.class);

    public static final Operation ASSIGN_LEAD = Operation.says(
                    Tag.INBOX, "Gives all conversations of a lead to somebody of the team.")
            .with(Parameter.path("email", "The lead's address.", "ada@example.com"))
            .takes(Said.AssignSent.class, "{\"member_id\":null}")
            .answers(ShownTeam.LeadAssignee.class);

    private InboxOperations() {}
}
