package dev.sekisho.simulator.proof;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.need.NeedTarget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/// Puts the flows of a need together that fare alike: as few and as wide parts as neighbours can be joined to.
final class NeedParts {
    private NeedParts() {}

    /// What became of a flow.
    ///
    /// @param sources the addresses that its source stands for
    record Told(FlowProof proof, AddressSet sources, NeedFlow flow) {}

    /// A part before it is described. Names are sets of patterns, one for each class.
    private record Draft(ProofVerdict verdict, NeedTarget target, AddressSet sources, AddressSet destinations,
            Set<List<String>> names, SequencedSet<String> protocols, PortSet ports, Witness witness) {

        static Draft of(Told told) {
            Witness witness = told.proof().witness();
            NeedFlow flow = told.flow();
            return new Draft(told.proof().verdict(), flow.target(), told.sources(), flow.destinations(),
                    Set.of(flow.names()), new LinkedHashSet<>(List.of(witness.protocol())), flow.ports(), witness);
        }

        Draft withPorts(Draft other) {
            return new Draft(verdict, target, sources, destinations, names, protocols, ports.union(other.ports),
                    witness);
        }

        Draft withProtocols(Draft other) {
            SequencedSet<String> both = new LinkedHashSet<>(protocols);
            both.addAll(other.protocols);
            return new Draft(verdict, target, sources, destinations, names, both, ports, witness);
        }

        Draft withDestinations(Draft other) {
            Set<List<String>> both = new LinkedHashSet<>(names);
            both.addAll(other.names);
            return new Draft(verdict, target, sources, destinations.union(other.destinations), both, protocols, ports,
                    witness);
        }

        Draft withSources(Draft other) {
            return new Draft(verdict, target, sources.union(other.sources), destinations, names, protocols, ports,
                    witness);
        }

        /// @param all every class of the target's names
        NeedPart described(Set<List<String>> all) {
            List<String> patterns = names.equals(all) && target instanceof NeedTarget.Name ? List.of(target.toString())
                    : names.stream().flatMap(List::stream).toList();
            return new NeedPart(verdict, sources, destinations, patterns, List.copyOf(protocols), ports, witness);
        }
    }

    /// Returns the parts, the worst first; nothing where the same becomes of all flows.
    static List<NeedPart> of(List<Told> flows) {
        if (flows.stream().map(told -> told.proof().verdict()).distinct().count() < 2) {
            return List.of();
        }
        Map<NeedTarget, Set<List<String>>> names = new HashMap<>();
        flows.forEach(told -> names.computeIfAbsent(told.flow().target(), _ -> new HashSet<>())
                .add(told.flow().names()));
        List<Draft> parts = flows.stream().map(Draft::of).toList();
        parts = joined(parts, d -> List.of(d.verdict, d.target, d.sources, d.destinations, d.names, d.protocols),
                Draft::withPorts);
        parts = joined(parts, d -> List.of(d.verdict, d.target, d.sources, d.protocols, d.ports),
                Draft::withDestinations);
        parts = joined(parts, d -> List.of(d.verdict, d.target, d.destinations, d.names, d.protocols, d.ports),
                Draft::withSources);
        parts = joined(parts, d -> List.of(d.verdict, d.target, d.sources, d.destinations, d.names, d.ports),
                Draft::withProtocols);
        return parts.stream().sorted(Comparator.comparing(Draft::verdict).reversed())
                .map(draft -> draft.described(names.getOrDefault(draft.target(), Set.of()))).toList();
    }

    /// Joins parts that differ in one thing alone.
    ///
    /// @param others everything else
    private static List<Draft> joined(List<Draft> parts, Function<Draft, List<Object>> others,
            BinaryOperator<Draft> join) {
        Map<List<Object>, Draft> joined = new LinkedHashMap<>();
        parts.forEach(part -> joined.merge(others.apply(part), part, join));
        return new ArrayList<>(joined.values());
    }
}
