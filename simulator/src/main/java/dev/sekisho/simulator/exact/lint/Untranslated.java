package dev.sekisho.simulator.exact.lint;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.WellKnownRanges;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.SnatSettings;
import dev.sekisho.model.network.PrivateEndpoint;
import dev.sekisho.model.term.Entry;
import dev.sekisho.simulator.view.FirewallView;
import java.util.List;
import java.util.Optional;

/// Destinations towards which network rules keep the source address (`FW-53`).
final class Untranslated {
    private Untranslated() {}

    /// Returns the addresses of private endpoints among them.
    static AddressSet endpoints(Environment environment, FirewallView view) {
        AddressSet endpoints = AddressSet.unionOf(environment.privateEndpoints().stream()
                .map(PrivateEndpoint::addresses).flatMap(List::stream).map(AddressSet::of).toList());
        return endpoints.intersection(addresses(view));
    }

    private static AddressSet addresses(FirewallView view) {
        Optional<SnatSettings> own = view.settings().snat()
                .filter(snat -> !snat.privateRanges().isEmpty() || snat.includeIanaPrivateRanges());
        List<IpPrefix> written = own.map(SnatSettings::privateRanges).orElse(List.of()).stream()
                .flatMap((Entry<IpPrefix> entry) -> entry.known().stream()).toList();
        AddressSet ranges = AddressSet.ofPrefixes(written).union(WellKnownRanges.UNIQUE_LOCAL_IPV6);
        return own.map(SnatSettings::includeIanaPrivateRanges).orElse(true) ? ranges.union(WellKnownRanges.PRIVATE)
                : ranges;
    }
}
