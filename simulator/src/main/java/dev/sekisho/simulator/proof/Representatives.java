package dev.sekisho.simulator.proof;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.need.EgressNeed;
import dev.sekisho.model.need.NeedTarget;
import java.util.List;

/// The members of sets that stand for all of them in a proof. Threads may share it.
interface Representatives {
    /// Returns addresses that machines in a range can have.
    List<Member<IpAddress, AddressSet>> sources(IpPrefix range);

    /// Returns names under a pattern, each for patterns with their exceptions.
    List<Member<String, List<String>>> names(EgressNeed need, FqdnPattern pattern);

    /// Returns addresses of a set of destinations.
    List<Member<IpAddress, AddressSet>> destinations(EgressNeed need, AddressSet addresses);

    /// Returns ports of a need, for protocols that have some.
    List<Member<Integer, PortSet>> ports(EgressNeed need, NeedTarget target);
}
