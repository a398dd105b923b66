package dev.sekisho.simulator.exact.firewall;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.environment.Knowledge;
import dev.sekisho.model.firewall.ThreatIntelAllowlist;
import dev.sekisho.model.firewall.ThreatIntelMode;
import dev.sekisho.model.firewall.Tier;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.simulator.exact.decision.Outcome;
import dev.sekisho.simulator.exact.decision.Ruling;
import dev.sekisho.simulator.exact.space.FlowKind;
import dev.sekisho.simulator.exact.space.NameSet;
import dev.sekisho.simulator.exact.space.Region;
import dev.sekisho.simulator.verdict.Reason;
import dev.sekisho.simulator.verdict.Stage;
import dev.sekisho.simulator.view.FirewallView;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/// What threat intelligence stops before all rules: what the feed knows, less what the allowlists exempt (`FW-10` to
/// `FW-13`).
record ThreatRulings(FirewallView view) {

    List<Ruling> rulings() {
        boolean denies = view.settings().threatIntelMode() == ThreatIntelMode.DENY
                && view.firewall().tier() != Tier.BASIC;
        if (!denies) {
            return List.of();
        }
        AddressSet exempt = exemptAddresses();
        NameSet judged = NameSet.ANY.without(exemptNames());
        AddressSet sources = AddressSet.ALL.difference(exempt);
        AddressSet destinations = AddressSet.ALL_IPV4.difference(exempt);
        Knowledge.ThreatFeed feed = view.knowledge().threatFeed();
        // Only the application protocols show a name that can exempt a flow.
        List<Region> stopped = new ArrayList<>();
        Region considered = Region.ALL.from(sources).to(destinations);
        List<Region> byKind = List.of(without(considered), shown(considered).named(judged));
        for (Region region : byKind) {
            stopped.add(region.to(destinations.intersection(feed.ips())));
            stopped.add(region.from(sources.intersection(feed.ips())));
        }
        stopped.add(shown(considered).named(NameSet.of(feed.fqdns()).without(exemptNames())));
        return List.of(new Ruling(stopped, Outcome.denied(Stage.THREAT_INTEL, Reason.THREAT_INTEL)));
    }

    private static Region shown(Region region) {
        return region.speaking(FlowKind.APPLICATION, region.ports());
    }

    private static Region without(Region region) {
        return region.speaking(EnumSet.complementOf(EnumSet.copyOf(FlowKind.APPLICATION)),
                region.ports());
    }

    private List<FqdnPattern> exemptNames() {
        return view.settings().allowlists().stream().flatMap(list -> list.fqdns().stream())
                .flatMap(entry -> entry.known().stream()).toList();
    }

    private AddressSet exemptAddresses() {
        List<AddressSet> sets = new ArrayList<>();
        view.settings().allowlists().stream().map(ThreatIntelAllowlist::ipAddresses).flatMap(List::stream)
                .flatMap(entry -> entry.known().stream()).forEach(term -> {
                    switch (term) {
                        case AddressTerm.Any _ -> sets.add(AddressSet.ALL);
                        case AddressTerm.Prefix(var prefix) -> sets.add(AddressSet.of(prefix));
                        case AddressTerm.Range(var range) -> sets.add(AddressSet.of(range));
                        case AddressTerm.Tag _ -> {}
                    }
                });
        return AddressSet.unionOf(sets);
    }
}
