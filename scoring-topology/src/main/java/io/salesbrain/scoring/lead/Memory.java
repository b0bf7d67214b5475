package io.salesbrain.scoring.lead;

import io.salesbrain.scoring.lead.Frame.Aside;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * All that is remembered of a subject: its history, and of a flooded one the essential part of it while the rest lies on
 * a shelf. An event of an ordinary lead costs what its few touches cost; one of a flooded lead costs no more than the
 * most touches that are kept at hand, except when it changes what the others mean (the real send turns up, say), for
 * which all are looked at once more.
 *
 * @param atHand the history, or its essential part
 * @param aside what is known of the rest
 */
public record Memory(History atHand, Aside aside) {
    public static final Memory EMPTY = new Memory(History.EMPTY, Aside.NOTHING);

    private static final int ANY = 1;
    private static final int UNPLACED = 2;
    private static final int CLICK = 4;

    /**
     * What one more touch changed. The facts before and after differ by what the touch adds, wherever the others lie.
     */
    public record Learned(Memory memory, History before, History after) {}

    /** @param flags as {@link #asideFlags} gave them */
    public static Memory of(History atHand, int flags) {
        return new Memory(atHand, new Aside((flags & ANY) != 0, (flags & UNPLACED) != 0, (flags & CLICK) != 0));
    }

    /** What is known of the touches on the shelf, for the store. */
    public int asideFlags() {
        return (aside.any() ? ANY : 0) | (aside.anyUnplaced() ? UNPLACED : 0) | (aside.anyClick() ? CLICK : 0);
    }

    public boolean knows(Touch touch, Shelf shelf) {
        return atHand.contains(touch) || (aside.any() && shelf.holds(touch));
    }

    /**
     * Takes in a touch that is not known yet.
     *
     * @param isLead whether anything but a number is computed from this history
     * @param most how many touches are kept at hand before the redundant ones are laid aside
     */
    public Learned learn(Touch touch, Shelf shelf, boolean isLead, int most) {
        var changed = new Memory(atHand.with(touch), aside);
        if (aside.any() && isLead && !Frame.of(atHand, aside).equals(Frame.of(changed.atHand, aside))) {
            return reread(history -> history.with(touch), shelf);
        }
        var settled = changed.atHand.touches().size() > most ? changed.withLess(shelf, isLead) : changed;
        return new Learned(settled, atHand, changed.atHand);
    }

    /** Takes in that some of the touches were part of a burst; empty where that is known already. */
    public Optional<Learned> mark(Burst burst, Shelf shelf) {
        var bursts = atHand.bursts().with(burst);
        if (bursts.equals(atHand.bursts())) {
            return Optional.empty();
        }
        if (aside.any()) {
            return Optional.of(reread(history -> history.with(bursts), shelf));
        }
        var marked = atHand.with(bursts);
        return Optional.of(new Learned(new Memory(marked, aside), atHand, marked));
    }

    /**
     * Takes in what a person said of a reply; empty where that is known already. The replies themselves always stay at
     * hand, and what lies aside is read the same whatever they mean.
     */
    public Optional<Learned> correct(String eventId, Corrections.Said said) {
        var corrections = atHand.corrections().with(eventId, said);
        if (corrections.equals(atHand.corrections())) {
            return Optional.empty();
        }
        var corrected = atHand.with(corrections);
        return Optional.of(new Learned(new Memory(corrected, aside), atHand, corrected));
    }

    private Memory withLess(Shelf shelf, boolean isLead) {
        var parted = isLead ? Essentials.ofLead(atHand) : Essentials.ofOther(atHand);
        var more = aside;
        for (var touch : parted.redundant()) {
            shelf.put(touch);
            more = more.and(touch);
        }
        return new Memory(parted.essential(), more);
    }

    /** The change puts all touches into another light: what is essential is chosen anew from all of them. */
    private Learned reread(UnaryOperator<History> change, Shelf shelf) {
        var onShelf = shelf.all();
        var all = new ArrayList<>(atHand.touches());
        all.addAll(onShelf);
        var before = atHand.withTouches(all);
        var after = change.apply(before);
        var parted = Essentials.ofLead(after);
        var wasAside = new HashSet<>(onShelf);
        var more = Aside.NOTHING;
        for (var redundant : parted.redundant()) {
            more = more.and(redundant);
            if (!wasAside.remove(redundant)) {
                shelf.put(redundant);
            }
        }
        wasAside.forEach(shelf::remove);
        return new Learned(new Memory(parted.essential(), more), before, after);
    }
}
