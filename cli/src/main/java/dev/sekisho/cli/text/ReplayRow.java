package dev.sekisho.cli.text;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.simulator.replay.LoggedFlow;
import dev.sekisho.simulator.replay.Lowest;
import dev.sekisho.simulator.replay.ReplayTally;
import dev.sekisho.simulator.replay.ReplayedChange;
import dev.sekisho.simulator.replay.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What came of replaying logs, with the keys that JSON output uses.
///
/// @param flows how many lines were about flows
/// @param continued how many of these go on about a flow that began before
/// @param changed how many flows fare differently
/// @param unknown how many flows it is unknown of
/// @param unknownWitness the first of them; `sekisho trace` says what it depends on
/// @param byRule how often each rule, route and security group decides, most flows first
/// @param unusedRules firewall rules that decided about none of the flows
/// @param complete whether every change is listed
/// @param passedOver lines about something else, by what they are
/// @param refused lines that cannot be read, by the reason
public record ReplayRow(long flows, long continued, long changed, long unknown, Optional<Witness> unknownWitness,
        List<Ruling> byRule,
        List<String> unusedRules, List<Change> changes, boolean complete, List<Lines> passedOver,
        List<Lines> refused) {

    /// How often something decides.
    public record Ruling(String result, String by, long flows, long bytes, Optional<String> first,
            Optional<String> last) {
        static Ruling of(ReplayTally.Ruling ruling, Usage usage) {
            return new Ruling(ruling.result(), ruling.by(), usage.flows(), usage.bytes(), moment(usage.first()),
                    moment(usage.last()));
        }
    }

    /// Flows to one destination that fare differently.
    ///
    /// @param sources the lowest senders
    /// @param moreSources whether there were more
    /// @param ports the lowest ports; empty for protocols without
    /// @param fqdns the name, where one is known
    public record Change(String before, String after, List<String> sources, boolean moreSources,
            List<String> destinations, List<String> fqdns, String protocol, List<String> ports, boolean morePorts,
            long flows, long bytes,
            Optional<String> first, Optional<String> last, Witness witness, List<String> beforeBy,
            List<String> afterBy) {
        static Change of(ReplayedChange change) {
            ReplayedChange.Key key = change.key();
            boolean address = IpAddress.tryParse(key.destination()).isPresent();
            return new Change(key.before(), key.after(), texts(change.sources()), change.sources().hasMore(),
                    address ? List.of(key.destination()) : List.of(),
                    address ? List.of() : List.of(key.destination()), key.protocol(),
                    texts(change.ports()), change.ports().hasMore(), change.usage().flows(),
                    change.usage().bytes(), moment(change.usage().first()), moment(change.usage().last()),
                    Witness.of(change.witness()), some(key.beforeBy()), some(key.afterBy()));
        }

        private static List<String> texts(Lowest<?> values) {
            return values.values().stream().map(Object::toString).toList();
        }

        private static List<String> some(String by) {
            return by.isEmpty() ? List.of() : List.of(by);
        }
    }

    /// The flow that the logs name first.
    ///
    /// @param at where they do
    public record Witness(String text, Place at) {
        static Witness of(LoggedFlow logged) {
            return new Witness(FlowText.logged(logged.flow()), Place.of(logged.at()));
        }
    }

    /// A place in a file.
    public record Place(String file, int line, int column) {
        static Place of(SourceLocation at) {
            return new Place(at.file(), at.line(), at.column());
        }
    }

    /// Lines that have something in common.
    ///
    /// @param at where the first of them stands
    public record Lines(String what, long count, Place at) {
        static List<Lines> of(Map<String, ReplayTally.Lines> lines) {
            return lines.entrySet().stream().map(
                    each -> new Lines(each.getKey(), each.getValue().count(), Place.of(each.getValue().first())))
                    .toList();
        }
    }

    /// Returns the row of a tally.
    ///
    /// @param rules the firewall rules that could have decided
    public static ReplayRow of(ReplayTally tally, List<String> rules) {
        return new ReplayRow(tally.flows(), tally.continued(), tally.changed(), tally.unknown(),
                tally.firstUnknown().map(Witness::of),
                tally.rulings().stream().map(each -> Ruling.of(each.getKey(), each.getValue())).toList(),
                tally.unused(rules), tally.changes().stream().map(Change::of).toList(), tally.isComplete(),
                Lines.of(tally.passedOver()), Lines.of(tally.refused()));
    }

    /// Returns a moment as ISO 8601 writes it.
    static Optional<String> moment(OptionalLong millis) {
        return millis.isPresent() ? Optional.of(Instant.ofEpochMilli(millis.getAsLong()).toString()) : Optional.empty();
    }
}
