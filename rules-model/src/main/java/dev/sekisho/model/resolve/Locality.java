package dev.sekisho.model.resolve;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.need.NeedTarget;
import java.util.List;

/// Tells what never passes the firewall because a system route leads to it.
final class Locality {
    private Locality() {}

    /// Whether every target of every alternative is an address in the cluster's network or a network peered with it.
    static boolean isLocal(List<List<NeedTarget>> alternatives, Circumstances circumstances) {
        return alternatives.stream().flatMap(List::stream).allMatch(target -> switch (target) {
            case NeedTarget.Address(IpPrefix prefix) -> isLocal(prefix, circumstances);
            case NeedTarget.Name _,NeedTarget.Tag _,NeedTarget.Anywhere _ -> false;
        });
    }

    /// Whether a whole prefix lies in the cluster's network or a network peered with it.
    static boolean isLocal(IpPrefix prefix, Circumstances circumstances) {
        AddressSet local = circumstances.localRanges();
        return local.containsAll(prefix.toRange());
    }
}
