package dev.sekisho.simulator.match;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.ResourceRef;
import dev.sekisho.simulator.verdict.Assumption;
import dev.sekisho.simulator.world.Question;
import dev.sekisho.simulator.world.Truth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether an address is on one side of a rule: in one of its terms, tags, or IP groups (`FW-15`, `FW-25`).
///
/// Alternatives are collected one by one; [#result] sums them up.
public final class Addresses {
    private final Field field;
    private final IpAddress address;
    private final Tags tags;
    private final List<Hit> hits = new ArrayList<>();
    private final List<Question> open = new ArrayList<>();
    private final Set<Assumption> onMiss = EnumSet.noneOf(Assumption.class);
    private Optional<String> disabledBy = Optional.empty();
    private boolean literalMatched;
    private boolean empty = true;

    /// What a service tag means where the rule stands.
    @FunctionalInterface
    public interface Tags {
        /// Says whether a tag contains an address, and on which readings that rests.
        Answer contains(ServiceTagName tag, IpAddress address);

        /// Whether a tag contains an address.
        record Answer(Truth truth, Set<Assumption> assumptions) {
            public Answer {
                assumptions = Set.copyOf(assumptions);
            }

            /// Returns an answer that rests on no reading.
            public static Answer of(Truth truth) {
                return new Answer(truth, Set.of());
            }
        }
    }

    private record Hit(String text, Set<Assumption> assumptions) {}

    /// Starts a side of a rule.
    public Addresses(Field field, IpAddress address, Tags tags) {
        this.field = field;
        this.address = address;
        this.tags = tags;
    }

    /// Adds the terms that the rule lists itself.
    public Addresses terms(List<Entry<AddressTerm>> entries) {
        for (Entry<AddressTerm> entry : entries) {
            empty = false;
            literalMatched |= term(entry);
        }
        return this;
    }

    /// Adds an IP group; one without members disables the rule (`FW-26`), one that is not described is unknown.
    public Addresses group(ResourceRef reference, Optional<IpGroup> group) {
        empty = false;
        if (group.isEmpty()) {
            open.add(Question.contains("the IP group " + reference.name(), address));
        } else if (group.get().members().isEmpty()) {
            disabledBy = Optional.of("the IP group " + reference.name() + " is empty, so the rule is skipped");
        } else {
            group.get().members().forEach(this::term);
        }
        return this;
    }

    /// Adds an alternative that was judged elsewhere.
    public Addresses alternative(String text, Truth truth, Optional<Question> question) {
        empty = false;
        switch (truth) {
            case YES -> hits.add(new Hit(text, Set.of()));
            case UNKNOWN -> question.ifPresent(open::add);
            case NO -> {}
        }
        return this;
    }

    /// Adds a reading that counts where no alternative matches.
    public Addresses butForAssumption(Assumption assumption) {
        empty = false;
        onMiss.add(assumption);
        return this;
    }

    /// Returns whether the address is on this side.
    public FieldMatch result() {
        if (empty) {
            return FieldMatch.no(field, "the rule has no " + field);
        }
        if (disabledBy.isPresent()) {
            return FieldMatch.no(field, disabledBy.get()).assuming(
                    literalMatched ? Set.of(Assumption.FW_26) : Set.of());
        }
        Optional<Hit> firmest = hits.stream().min(Comparator.comparingInt(hit -> hit.assumptions().size()));
        if (firmest.isPresent()) {
            Hit hit = firmest.get();
            return FieldMatch.yes(field, address + " is in " + hit.text()).assuming(hit.assumptions());
        }
        if (!open.isEmpty()) {
            return FieldMatch.unknown(field, open, "nobody knows whether " + open.getFirst().ifYes());
        }
        return FieldMatch.no(field, address + " is not in it").assuming(onMiss);
    }

    private boolean term(Entry<AddressTerm> entry) {
        return switch (entry) {
            case Entry.Known<AddressTerm>(AddressTerm term) -> term(term);
            case Entry.Unknown<AddressTerm> unknown -> {
                open.add(Question.contains(unknown, address));
                yield false;
            }
            case Entry.Malformed<AddressTerm> _ -> false;
        };
    }

    private boolean term(AddressTerm term) {
        Tags.Answer answer = switch (term) {
            case AddressTerm.Any _ -> Tags.Answer.of(Truth.YES);
            case AddressTerm.Prefix(var prefix) -> Tags.Answer.of(Truth.of(prefix.contains(address)));
            case AddressTerm.Range(var range) -> Tags.Answer.of(Truth.of(range.contains(address)));
            case AddressTerm.Tag(ServiceTagName tag) -> tags.contains(tag, address);
        };
        switch (answer.truth()) {
            case YES -> hits.add(new Hit(term.toString(), answer.assumptions()));
            case UNKNOWN -> open.add(Question.contains("the service tag " + term, address));
            case NO -> {}
        }
        return answer.truth() == Truth.YES;
    }
}
