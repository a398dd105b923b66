package dev.sekisho.simulator.firewall;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.environment.Knowledge;
import dev.sekisho.model.firewall.ThreatIntelAllowlist;
import dev.sekisho.model.firewall.ThreatIntelMode;
import dev.sekisho.model.firewall.Tier;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.servicetag.ServiceTags;
import dev.sekisho.simulator.match.Addresses;
import dev.sekisho.simulator.match.Field;
import dev.sekisho.simulator.verdict.Assumption;
import dev.sekisho.simulator.view.FirewallView;
import dev.sekisho.simulator.world.Truth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The filter before all rules: what the feed knows to be malicious, less what the allowlists exempt (`FW-10` to
/// `FW-14`).
record ThreatIntelligence(FirewallView view) {

    /// A flow that the feed knows.
    ///
    /// @param what the address or name
    /// @param byName whether only a name gave it away; the firewall reads names in the application pass alone (`FW-14`)
    record Hit(String what, boolean byName, Set<Assumption> assumptions) {
        Hit {
            assumptions = Set.copyOf(assumptions);
        }
    }

    /// Returns the mode in force; the Basic tier can only alert (`FW-13`).
    ThreatIntelMode mode() {
        ThreatIntelMode mode = view.settings().threatIntelMode();
        return view.firewall().tier() == Tier.BASIC && mode == ThreatIntelMode.DENY ? ThreatIntelMode.ALERT : mode;
    }

    /// Returns what the feed knows about a flow, unless it is exempt.
    Optional<Hit> hit(Encounter encounter, Optional<Wire> wire) {
        IpAddress source = encounter.flow().source();
        IpAddress destination = encounter.destination();
        if (!destination.isIpv4() || isAllowed(source) || isAllowed(destination)) {
            return Optional.empty();
        }
        Optional<String> name = wire.flatMap(Wire::name);
        if (name.filter(this::isAllowed).isPresent()) {
            return Optional.empty();
        }
        Knowledge.ThreatFeed feed = view.knowledge().threatFeed();
        return knownAddress(feed.ips(), destination).or(() -> knownAddress(feed.ips(), source))
                .or(() -> name.flatMap(n -> knownName(feed.fqdns(), n)));
    }

    private static Optional<Hit> knownAddress(AddressSet feed, IpAddress address) {
        return feed.contains(address) ? Optional.of(new Hit(address.toString(), false, Set.of())) : Optional.empty();
    }

    private static Optional<Hit> knownName(List<FqdnPattern> feed, String name) {
        return feed.stream().map(pattern -> NameMatch.of(pattern, name)).filter(NameMatch::matches).findFirst()
                .map(match -> new Hit(name, true, match.assumptions()));
    }

    private boolean isAllowed(IpAddress address) {
        return view.settings().allowlists().stream().map(ThreatIntelAllowlist::ipAddresses)
                .anyMatch(list -> !list.isEmpty() && new Addresses(Field.DESTINATION, address,
                        new FirewallTags(ServiceTags.NONE, false)).terms(list).result().truth() == Truth.YES);
    }

    private boolean isAllowed(String name) {
        return view.settings().allowlists().stream().flatMap(list -> list.fqdns().stream())
                .flatMap(entry -> entry.known().stream()).anyMatch(pattern -> pattern.matches(name));
    }
}
