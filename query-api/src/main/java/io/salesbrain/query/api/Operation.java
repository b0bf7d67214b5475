package io.salesbrain.query.api;

import java.util.ArrayList;
import java.util.List;

/**
 * What a route says of itself; it stands beside its handler. Errors that follow from the door, the parameters and the body
 * need not be named.
 *
 * @param summary one sentence
 * @param details what else is to be known; may be empty
 * @param bodies the ways to write the request's body, the usual one first; empty where there is none
 * @param mayBeEmpty whether a request may leave its body out
 */
public record Operation(
        Tag tag,
        String summary,
        String details,
        List<Parameter> parameters,
        List<Content> bodies,
        boolean mayBeEmpty,
        List<Answer> answers) {
    public Operation {
        parameters = List.copyOf(parameters);
        bodies = List.copyOf(bodies);
        answers = List.copyOf(answers);
    }

    public static Operation says(Tag tag, String summary) {
        return new Operation(tag, summary, "", List.of(), List.of(), false, List.of());
    }

    public Operation more(String sentences) {
        return new Operation(tag, summary, sentences, parameters, bodies, mayBeEmpty, answers);
    }

    /** In its path, its query or its headers. */
    public Operation with(Parameter... more) {
        return new Operation(tag, summary, details, plus(parameters, List.of(more)), bodies, mayBeEmpty, answers);
    }

    /** With the parameters of every list. */
    public Operation paged() {
        return with(Parameter.LIMIT, Parameter.STARTING_AFTER);
    }

    public Operation takes(Class<? extends Sent> type, String example) {
        return takes(new Content(Content.JSON, Shape.of(type), example));
    }

    /** A table, or another text. */
    public Operation takesText(String mediaType, String example) {
        return takes(new Content(mediaType, null, example));
    }

    public Operation mayTake(Class<? extends Sent> type, String example) {
        var one = takes(type, example);
        return new Operation(tag, summary, details, parameters, one.bodies(), true, answers);
    }

    private Operation takes(Content content) {
        return new Operation(tag, summary, details, parameters, plus(bodies, List.of(content)), mayBeEmpty, answers);
    }

    public Operation answers(Class<?> type) {
        return answers(200, "As asked for.", type);
    }

    public Operation answers(int status, String says, Class<?> type) {
        return answers(new Answer(status, says, Content.JSON, Shape.of(type)));
    }

    public Operation answersPage(Class<?> item) {
        return answers(new Answer(200, "One page.", Content.JSON, Shape.pageOf(item)));
    }

    public Operation answersText(String mediaType, String says) {
        return answers(new Answer(200, says, mediaType, null));
    }

    public Operation answersNothing(String says) {
        return answers(new Answer(204, says, null, null));
    }

    /** An error besides those that follow from the door, the parameters and the body. */
    public Operation fails(int status, String says) {
        return answers(new Answer(status, says, Content.JSON, Shape.of(ErrorView.class)));
    }

    private Operation answers(Answer answer) {
        return new Operation(tag, summary, details, parameters, bodies, mayBeEmpty, plus(answers, List.of(answer)));
    }

    private static <T> List<T> plus(List<T> some, List<T> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
