package dev.sekisho.simulator.exact.space;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.simulator.world.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A set of flows as people write it: every flow whose parts are all in it. Flows are new connections on their way out, with
/// the source address that the network sees, a Host header that names the connection's own port, and the same name in every
/// place that shows one; nobody sends a flow to its own address. What nobody knows is part of a flow here: a region may hold only where questions are answered yes.
///
/// @param ports where a kind has no ports, all of them stand for it
/// @param given questions that must be answered yes
public record Region(AddressSet sources, AddressSet destinations, Set<FlowKind> kinds, PortSet ports, NameSet names,
        PathSet paths, List<Question> given) {
    /// Every flow.
    public static final Region ALL = new Region(AddressSet.ALL, AddressSet.ALL, FlowKind.ALL, PortSet.ANY, NameSet.ANY,
            PathSet.ANY, List.of());

    public Region {
        kinds = KindSet.of(kinds);
        given = List.copyOf(given);
    }

    /// Returns the same region with other sources.
    public Region from(AddressSet others) {
        return new Region(others, destinations, kinds, ports, names, paths, given);
    }

    /// Returns the same region with other destinations.
    public Region to(AddressSet others) {
        return new Region(sources, others, kinds, ports, names, paths, given);
    }

    /// Returns the same region with other kinds and ports.
    public Region speaking(Set<FlowKind> others, PortSet othersPorts) {
        return new Region(sources, destinations, others, othersPorts, names, paths, given);
    }

    /// Returns the same region with other names.
    public Region named(NameSet others) {
        return new Region(sources, destinations, kinds, ports, others, paths, given);
    }

    /// Returns the same region with other paths.
    public Region at(PathSet others) {
        return new Region(sources, destinations, kinds, ports, names, others, given);
    }

    /// Returns the same region where one more question is answered yes.
    public Region given(Question question) {
        List<Question> all = new ArrayList<>(given);
        all.add(question);
        return new Region(sources, destinations, kinds, ports, names, paths, all);
    }

    /// Returns the same region whatever the answers to questions.
    public Region whateverIsKnown() {
        return new Region(sources, destinations, kinds, ports, names, paths, List.of());
    }

    /// Tells whether no flow is in it.
    public boolean isEmpty() {
        return sources.isEmpty() || destinations.isEmpty() || kinds.isEmpty() || ports.isEmpty() || names.isEmpty();
    }

    /// Tells whether some flow may be in both regions. False only where none is; paths and questions are not looked at.
    public boolean mayMeet(Region other) {
        return KindSet.of(kinds).overlaps(KindSet.of(other.kinds)) && ports.overlaps(other.ports)
                && sources.overlaps(other.sources) && destinations.overlaps(other.destinations)
                && names.mayMeet(other.names);
    }

    /// Tells whether every flow of another region is in this one, whatever names and paths have to do with it.
    public boolean covers(Region other) {
        return given.isEmpty() && kinds.containsAll(other.kinds) && ports.containsAll(other.ports)
                && destinations.containsAll(other.destinations) && sources.containsAll(other.sources)
                && names.isAny() && paths.isAny();
    }
}
