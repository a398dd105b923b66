package dev.sekisho.simulator.exposure.answer;

import dev.sekisho.simulator.verdict.Assumption;
import dev.sekisho.simulator.verdict.Basis;
import dev.sekisho.simulator.verdict.Reply;
import dev.sekisho.simulator.verdict.Step;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// What one client gets, and how that came about.
///
/// @param reach reachable, not reachable, or unknown; never partly
/// @param reply the way of the replies; absent where nothing arrives
/// @param mend what would mend it
/// @param behindGateway whether an Application Gateway is on every way that is open
public record Answer(Reach reach, String why, Optional<Reply.Way> reply, Optional<Mend> mend, List<Step> steps,
        Set<Assumption> assumptions, boolean behindGateway) {
    /// Ways of replies, the worst first.
    public static final List<Reply.Way> WORST_FIRST = List.of(Reply.Way.LOST, Reply.Way.ASYMMETRIC, Reply.Way.UNKNOWN,
            Reply.Way.SYMMETRIC);

    public Answer {
        steps = List.copyOf(steps);
        assumptions = Set.copyOf(assumptions);
    }

    public static Answer no(String why) {
        return new Answer(Reach.NOT_REACHABLE, why, Optional.empty(), Optional.empty(), List.of(), Set.of(), false);
    }

    public static Answer unknown(String why) {
        return new Answer(Reach.UNKNOWN, why, Optional.empty(), Optional.empty(), List.of(), Set.of(), false);
    }

    public static Answer yes(String why, Reply.Way reply) {
        return new Answer(Reach.REACHABLE, why, Optional.of(reply), Optional.empty(), List.of(), Set.of(), false);
    }

    public boolean isYes() {
        return reach == Reach.REACHABLE;
    }

    public Answer with(Mend text) {
        return new Answer(reach, why, reply, Optional.of(text), steps, assumptions, behindGateway);
    }

    public Answer because(String more) {
        return new Answer(reach, why.isEmpty() ? more : why + "; " + more, reply, mend, steps, assumptions,
                behindGateway);
    }

    public Answer step(Step step) {
        List<Step> all = new ArrayList<>(steps);
        all.add(step);
        return new Answer(reach, why, reply, mend, all, assumptions, behindGateway);
    }

    /// The same on more grounds, which come first.
    public Answer after(Basis basis) {
        List<Step> all = new ArrayList<>(basis.steps());
        all.addAll(steps);
        return new Answer(reach, why, reply, mend, all, both(basis.assumptions(), assumptions), behindGateway);
    }

    /// Goes on where this part of the way is open: the whole way is open where both are, and its replies fare as the worse
    /// of the two.
    public Answer then(Supplier<Answer> rest) {
        if (!isYes()) {
            return this;
        }
        Answer next = rest.get();
        List<Step> all = new ArrayList<>(steps);
        all.addAll(next.steps);
        Set<Assumption> grounds = both(assumptions, next.assumptions);
        boolean gateway = behindGateway || next.behindGateway;
        if (!next.isYes()) {
            return new Answer(next.reach, next.why, next.reply, next.mend, all, grounds, gateway);
        }
        boolean worse = rank(next.reply) <= rank(reply);
        String whole = why.isEmpty() || why.equals(next.why) ? next.why : next.why.isEmpty() ? why
                : why + ", then " + next.why;
        return new Answer(Reach.REACHABLE, whole, worse ? next.reply : reply, next.mend.or(this::mend), all, grounds,
                gateway);
    }

    /// The one that is better for the client, who may choose: open before unknown before closed, and of open ones the one whose
    /// replies fare better. Of two that are alike, this one.
    public Answer orBetter(Answer other) {
        Answer better = other.goodness() > goodness() ? other : this;
        boolean only = isYes() && other.isYes() ? behindGateway && other.behindGateway : better.behindGateway;
        return better.behind(only);
    }

    /// The same for a way with or without an Application Gateway.
    public Answer behind(boolean gateway) {
        return new Answer(reach, why, reply, mend, steps, assumptions, gateway);
    }

    private int goodness() {
        return switch (reach) {
            case REACHABLE, PARTLY -> 2 + rank(reply);
            case UNKNOWN -> 1;
            case NOT_REACHABLE -> 0;
        };
    }

    /// The place of a way of replies among all of them, the worst first.
    public static int rank(Optional<Reply.Way> way) {
        return WORST_FIRST.indexOf(way.orElse(Reply.Way.SYMMETRIC));
    }

    private static Set<Assumption> both(Set<Assumption> one, Set<Assumption> other) {
        Set<Assumption> all = EnumSet.noneOf(Assumption.class);
        all.addAll(one);
        all.addAll(other);
        return all;
    }
}
