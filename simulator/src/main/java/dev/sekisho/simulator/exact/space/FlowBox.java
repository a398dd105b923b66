package dev.sekisho.simulator.exact.space;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.PortSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A set of flows for people to read: every flow whose parts are all in it.
///
/// @param ports any where the kinds have none
/// @param names patterns of names, each with its exceptions; empty where names play no part
/// @param paths paths of URLs; empty where they play no part
public record FlowBox(AddressSet sources, AddressSet destinations, Set<FlowKind> kinds, PortSet ports,
        List<String> names, List<String> paths) {
    public FlowBox {
        kinds = Collections.unmodifiableSet(EnumSet.copyOf(kinds));
        names = List.copyOf(names);
        paths = List.copyOf(paths);
    }

    /// Returns what is spoken, in few words: `any`, `tcp` for TCP whatever is in it, or the kinds one by one.
    public String protocol() {
        if (kinds.equals(FlowKind.ALL)) {
            return "any";
        }
        List<String> texts = new ArrayList<>();
        boolean anyTcp = kinds.containsAll(FlowKind.ANY_TCP);
        for (FlowKind kind : kinds) {
            if (!anyTcp || !FlowKind.APPLICATION.contains(kind)) {
                texts.add(kind == FlowKind.TCP && !anyTcp ? "other tcp" : kind.text());
            }
        }
        return String.join(", ", texts);
    }

    /// Returns a set of addresses as people write it: an asterisk for all of them, and what is missing where that is shorter.
    public static String text(AddressSet addresses) {
        boolean anyIpv6 = addresses.ipv6().equals(AddressSet.ALL_IPV6);
        if (!anyIpv6 && !addresses.ipv6().isEmpty()) {
            return addresses.toString();
        }
        String all = anyIpv6 ? "*" : "any IPv4";
        AddressSet missing = AddressSet.ALL_IPV4.difference(addresses);
        if (missing.isEmpty()) {
            return all;
        }
        return missing.ranges().size() < addresses.ipv4().ranges().size() ? all + " except " + missing
                : addresses.toString();
    }

    @Override
    public String toString() {
        String name = names.isEmpty() ? "" : " as " + String.join(", ", names);
        String path = paths.isEmpty() ? "" : " at " + paths.stream().collect(Collectors.joining(", "));
        return text(sources) + " -> " + text(destinations) + name + path + " " + protocol()
                + (kinds.stream().anyMatch(FlowKind::hasPorts) ? ":" + ports : "");
    }
}
