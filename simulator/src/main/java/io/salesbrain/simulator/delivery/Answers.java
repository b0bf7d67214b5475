package io.salesbrain.simulator.delivery;

/**
 * How tries were answered, each counted by itself, repeats and retries too: {@code taken} with 2xx, {@code refused} with 4xx, {@code failed}
 * with anything else. Of the {@code unanswered}, nobody knows what the receiver made of them.
 */
public record Answers(long taken, long refused, long failed, long unanswered) {
    static final Answers NONE = new Answers(0, 0, 0, 0);

    Answers plus(Answers other) {
        return new Answers(
                taken + other.taken, refused + other.refused, failed + other.failed, unanswered + other.unanswered);
    }

    static Answers ofOne(Answer answer) {
        if (answer.status().isEmpty()) {
            return new Answers(0, 0, 0, 1);
        }
        if (answer.taken()) {
            return new Answers(1, 0, 0, 0);
        }
        return answer.refused() ? new Answers(0, 1, 0, 0) : new Answers(0, 0, 1, 0);
    }
}
