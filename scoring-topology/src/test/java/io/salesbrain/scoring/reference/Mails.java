package io.salesbrain.scoring.reference;

import io.salesbrain.events.Dimension;
import io.salesbrain.events.Event;
import io.salesbrain.events.EventType;
import io.salesbrain.events.StepVariant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** §4, lost sends and unknown steps: which e-mails a lead got, and to which of them an event belongs. */
final class Mails {
    /** §1: one message to one lead. Step 0 is the e-mail of which nobody knows the step. */
    record Mail(String campaign, int sequence, int step) {
        boolean isKnown() {
            return step > 0;
        }
    }

    /** @param of the send itself, or the earliest event that implies it */
    record Send(Mail mail, Event of, boolean inferred) {
        Instant at() {
            return of.at();
        }
    }

    /** §4: these of an e-mail say that it was sent. */
    private static final Set<EventType> IMPLY_A_SEND = Set.of(
            EventType.EMAIL_OPENED,
            EventType.EMAIL_CLICKED,
            EventType.REPLY_RECEIVED,
            EventType.AUTO_REPLY_RECEIVED,
            EventType.EMAIL_BOUNCED,
            EventType.EMAIL_UNSUBSCRIBED,
            EventType.EMAIL_SPAM_REPORT);

    private static final Comparator<Send> LATEST = Comparator.comparing(Send::at)
            .thenComparingInt(send -> send.mail().sequence())
            .thenComparingInt(send -> send.mail().step());

    /** §4: really sent, or by implication of a known step. */
    private final List<Send> certainSends;

    private final List<Send> sends;

    Mails(Story story) {
        var named = story.events().stream()
                .filter(event -> event.step().isStepKnown() || event.type() == EventType.EMAIL_SENT)
                .toList();
        certainSends = sendsOf(named, Mails::named);
        sends = new ArrayList<>(certainSends);
        sendsOf(story.events(), this::mailOf).stream()
                .filter(send -> certainSends.stream()
                        .noneMatch(certain -> certain.mail().equals(send.mail())))
                .forEach(sends::add);
    }

    private static List<Send> sendsOf(List<Event> events, Function<Event, Mail> mailOf) {
        var sends = new ArrayList<Send>();
        for (var mail : events.stream().map(mailOf).distinct().toList()) {
            var its = events.stream()
                    .filter(event -> mailOf.apply(event).equals(mail))
                    .toList();
            sendAmong(its, mail).ifPresent(sends::add);
        }
        return sends;
    }

    /** §4: of several sends the first counts; without any, the earliest event that implies one stands for it. */
    private static Optional<Send> sendAmong(List<Event> ofTheMail, Mail mail) {
        var real = ofTheMail.stream()
                .filter(event -> event.type() == EventType.EMAIL_SENT)
                .min(Story.BY_TIME);
        if (real.isPresent()) {
            return Optional.of(new Send(mail, real.get(), false));
        }
        return ofTheMail.stream()
                .filter(event -> IMPLY_A_SEND.contains(event.type()))
                .min(Story.BY_TIME)
                .map(event -> new Send(mail, event, true));
    }

    private static Mail named(Event event) {
        return new Mail(
                event.campaignId(), event.step().sequence(), event.step().step());
    }

    List<Send> sends() {
        return sends;
    }

    Optional<Send> sendOf(Mail mail) {
        return sends.stream().filter(send -> send.mail().equals(mail)).findFirst();
    }

    /**
     * §4, unknown step: the latest e-mail of that campaign sent at or before the event, else an e-mail of its own. A
     * send is no such event: it is what others belong to.
     */
    Mail mailOf(Event event) {
        if (event.step().isStepKnown() || event.type() == EventType.EMAIL_SENT) {
            return named(event);
        }
        return certainSends.stream()
                .filter(send -> send.mail().campaign().equals(event.campaignId()))
                .filter(send -> !send.at().isAfter(event.at()))
                .max(LATEST)
                .map(Send::mail)
                .orElse(named(event));
    }

    /** §4: an event without account takes that of its e-mail's send, else of the latest send before it, as they say it. */
    String accountOf(Event event) {
        return Stream.of(
                        Optional.of(event),
                        ownSend(event).map(Send::of),
                        latestSend(event).map(Send::of))
                .flatMap(Optional::stream)
                .map(Event::account)
                .filter(account -> !account.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** §4: the same for the variant; but a variant is one of a step, so that another step's send says nothing of it. */
    int variantOf(Event event) {
        return Stream.of(Optional.of(event), ownSend(event).map(Send::of))
                .flatMap(Optional::stream)
                .map(source -> source.step().variant())
                .filter(variant -> variant > 0)
                .findFirst()
                .orElse(0);
    }

    /** A label or meeting that names no step is about no e-mail, and has a send only in the latest before it. */
    private Optional<Send> ownSend(Event event) {
        boolean isAboutAMail = event.type() == EventType.EMAIL_SENT || IMPLY_A_SEND.contains(event.type());
        return isAboutAMail || event.step().isStepKnown() ? sendOf(mailOf(event)) : latestSend(event);
    }

    private Optional<Send> latestSend(Event event) {
        return sends.stream()
                .filter(send -> send.mail().campaign().equals(event.campaignId()))
                .filter(send -> !send.at().isAfter(event.at()))
                .max(LATEST);
    }

    /** §4: what an event counts for; without step, variant or account it counts in what is left. */
    List<Dimension> dimensionsOf(Event event) {
        return dimensions(mailOf(event), variantOf(event), accountOf(event));
    }

    /** A send says itself what it counts for: there is nothing to take it from. */
    List<Dimension> dimensionsOf(Send send) {
        return dimensions(send.mail(), send.of().step().variant(), send.of().account());
    }

    private static List<Dimension> dimensions(Mail mail, int variant, String account) {
        var dimensions = new ArrayList<Dimension>();
        dimensions.add(new Dimension.Organization());
        if (!mail.campaign().isEmpty()) {
            dimensions.add(new Dimension.Campaign(mail.campaign()));
        }
        if (!mail.campaign().isEmpty() && mail.isKnown() && variant > 0) {
            dimensions.add(new Dimension.Step(mail.campaign(), new StepVariant(mail.sequence(), mail.step(), variant)));
        }
        if (!account.isEmpty()) {
            dimensions.add(new Dimension.Account(account));
        }
        return dimensions;
    }
}
