package dev.sekisho.simulator.compiled.distinction;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.firewall.ApplicationProtocol;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NatTarget;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.Rule;
import dev.sekisho.model.firewall.SourceSide;
import dev.sekisho.model.firewall.ThreatIntelAllowlist;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.name.UrlPattern;
import dev.sekisho.model.servicetag.ServiceTags;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.PortTerm;
import dev.sekisho.model.term.ResourceRef;
import dev.sekisho.simulator.compiled.clause.AddressTerms;
import dev.sekisho.simulator.compiled.clause.FlowClasses;
import dev.sekisho.simulator.compiled.filter.FirewallPlan;
import dev.sekisho.simulator.compiled.rules.field.Service;
import dev.sekisho.simulator.compiled.way.LegPlan;
import dev.sekisho.simulator.view.FirewallView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one firewall tells apart: every list of its rules by itself, whether or not the rule can match, because also a rule
/// that misses may leave a reading that the verdict rests on.
final class FirewallDistinctions {
    private static final int DNS = 53;
    private static final PortSet BEYOND_NAT = PortSet.of(new PortRange(64_000, PortRange.HIGHEST));

    private final FirewallView view;
    private final FlowClasses.Collector all;
    private final Map<ResourceRef, AddressTerms> sourceGroups = new HashMap<>();
    private final Map<ResourceRef, AddressTerms> destinationGroups = new HashMap<>();

    FirewallDistinctions(FirewallView view, FlowClasses.Collector all) {
        this.view = view;
        this.all = all;
    }

    void collect() {
        List.of(IpProtocol.TCP, IpProtocol.UDP).forEach(protocol -> {
            all.service(Service.to(protocol.number(), PortSet.of(DNS)));
            all.service(Service.to(protocol.number(), BEYOND_NAT));
        });
        view.firewall().privateIp().known().ifPresent(address -> Distinctions.address(all, address));
        view.publicSources().stream().flatMap(entry -> entry.known().stream())
                .forEach(address -> Distinctions.address(all, address));
        LegPlan.ranges(view).forEach(all::destination);
        view.settings().allowlists().forEach(this::allowlist);
        view.collections().stream().flatMap(collection -> collection.collection().rules().stream())
                .forEach(this::rule);
    }

    private void allowlist(ThreatIntelAllowlist list) {
        AddressTerms.ofFirewall(ServiceTags.NONE, list.ipAddresses(), false).parts().forEach(set -> {
            all.source(set);
            all.destination(set);
        });
        known(list.fqdns());
    }

    private void rule(Rule rule) {
        source(rule.sources());
        switch (rule) {
            case NatRule nat -> nat(nat);
            case NetworkRule network -> {
                destination(network.destinations().addresses(), network.destinations().ipGroups());
                Distinctions.ports(all, network.destinationPorts());
                known(network.destinations().fqdns());
            }
            case ApplicationRule application -> application(application);
        }
    }

    private void nat(NatRule nat) {
        destination(nat.destinationAddresses(), List.of());
        Distinctions.ports(all, nat.destinationPorts());
        nat.translatedPort().known().ifPresent(port -> {
            if (port instanceof PortTerm.Range(PortRange range)) {
                Distinctions.ports(all, List.of(Entry.of((PortTerm) new PortTerm.Range(
                        new PortRange(range.first(), range.first())))));
            }
        });
        nat.target().known().ifPresent(target -> {
            switch (target) {
                case NatTarget.Address(IpAddress address) -> Distinctions.address(all, address);
                case NatTarget.Name _ -> {}
            }
        });
    }

    private void application(ApplicationRule rule) {
        known(rule.targetFqdns());
        all.names(rule.targetUrls().stream().flatMap(entry -> entry.known().stream()).map(UrlPattern::host).toList());
        for (ApplicationProtocol protocol : rule.protocols()) {
            all.application(FirewallPlan.service(view, protocol));
        }
        FirewallPlan.PROTOCOLS_OF_TAGS.forEach(all::application);
    }

    private void known(List<Entry<FqdnPattern>> entries) {
        all.names(entries.stream().flatMap(entry -> entry.known().stream()).toList());
    }

    private void source(SourceSide side) {
        AddressTerms.ofFirewall(view.serviceTags(), side.addresses(), false).parts().forEach(all::source);
        side.ipGroups().forEach(reference -> group(sourceGroups, reference, false).parts().forEach(all::source));
    }

    private void destination(List<Entry<AddressTerm>> terms, List<ResourceRef> groups) {
        AddressTerms.ofFirewall(view.serviceTags(), terms, true).parts().forEach(all::destination);
        groups.forEach(reference -> group(destinationGroups, reference, true).parts().forEach(all::destination));
    }

    private AddressTerms group(Map<ResourceRef, AddressTerms> known, ResourceRef reference, boolean destination) {
        return known.computeIfAbsent(reference, wanted -> {
            Optional<IpGroup> group = view.ipGroup(wanted);
            return group.map(found -> AddressTerms.ofFirewall(view.serviceTags(), found.members(), destination))
                    .orElse(AddressTerms.open(AddressSet.ALL));
        });
    }
}
