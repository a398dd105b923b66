package dev.sekisho.simulator.exact.firewall;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.Rule;
import dev.sekisho.model.firewall.SourceSide;
import dev.sekisho.model.firewall.Tier;
import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.ResourceRef;
import dev.sekisho.simulator.exact.space.NameSet;
import dev.sekisho.simulator.exact.space.Region;
import dev.sekisho.simulator.view.FirewallView;
import dev.sekisho.simulator.world.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The flows that a network or DNAT rule is about (`FW-15` to `FW-27`, `FW-51`).
final class NetworkRulings {
    private static final PortSet NAT_PORTS = PortSet.parse("0-63999");

    private final FirewallView view;
    private final boolean sameResolver;
    private final AddressParts sources;
    private final AddressParts destinations;

    /// @param sameResolver whether client and firewall resolve names alike
    NetworkRulings(FirewallView view, boolean sameResolver) {
        this.view = view;
        this.sameResolver = sameResolver;
        this.sources = AddressParts.sources(view);
        this.destinations = AddressParts.destinations(view);
    }

    List<Region> of(NatRule rule) {
        List<Region> regions = new ArrayList<>();
        for (Region region : from(Region.ALL, rule.sources())) {
            for (AddressPart part : destinations.of(rule.destinationAddresses(), List.of())) {
                regions.addAll(Protocols.fitting(to(region, part), rule.protocols(), rule.destinationPorts(),
                        NAT_PORTS));
            }
        }
        return regions;
    }

    List<Region> of(NetworkRule rule, Tier tier) {
        if (tier == Tier.BASIC && !rule.destinations().fqdns().isEmpty() || isDisabled(rule)) {
            return List.of();
        }
        List<Region> regions = new ArrayList<>();
        for (Region region : from(Region.ALL, rule.sources())) {
            for (Region there : towards(region, rule)) {
                regions.addAll(Protocols.fitting(there, rule.protocols(), rule.destinationPorts(), PortSet.ANY));
            }
        }
        return regions;
    }

    /// An empty IP group disables the rule, names and all (`FW-26`).
    private boolean isDisabled(NetworkRule rule) {
        return rule.destinations().ipGroups().stream().anyMatch(this::isEmpty);
    }

    private boolean isEmpty(ResourceRef group) {
        return view.ipGroup(group).filter(known -> known.members().isEmpty()).isPresent();
    }

    private List<Region> from(Region region, SourceSide side) {
        return sources.of(side.addresses(), side.ipGroups()).stream().map(part -> {
            Region from = region.from(part.addresses());
            return part.given().map(from::given).orElse(from);
        }).toList();
    }

    private static Region to(Region region, AddressPart part) {
        Region to = region.to(part.addresses());
        return part.given().map(to::given).orElse(to);
    }

    private List<Region> towards(Region region, NetworkRule rule) {
        List<Region> there = new ArrayList<>();
        destinations.of(rule.destinations().addresses(), rule.destinations().ipGroups())
                .forEach(part -> there.add(to(region, part)));
        for (Entry<FqdnPattern> entry : rule.destinations().fqdns()) {
            switch (entry) {
                case Entry.Known<FqdnPattern>(FqdnPattern pattern) ->
                    pattern.exactName().ifPresent(name -> there.addAll(towards(region, name)));
                case Entry.Unknown<FqdnPattern> unknown ->
                    there.add(region.given(Question.contains(unknown, "the destination")));
                case Entry.Malformed<FqdnPattern> _ -> {}
            }
        }
        return there;
    }

    /// A name stands for the addresses that the firewall resolves it to (`FW-21`, `FW-22`). Where they are not known, they are
    /// the client's if the two resolve alike, and else nobody knows whether an address is among them.
    private List<Region> towards(Region region, Fqdn name) {
        if (!view.dnsProxy()) {
            return List.of();
        }
        Optional<List<IpAddress>> resolved = Optional
                .ofNullable(view.knowledge().firewallDns().get(name.value()));
        if (resolved.isPresent()) {
            return List.of(region.to(AddressSet.unionOf(resolved.get().stream().map(AddressSet::of).toList())));
        }
        Region open = region.given(new Question("the firewall resolves " + name + " to the destination",
                "the firewall does not resolve " + name + " to the destination"));
        return sameResolver
                ? List.of(region.named(NameSet.of(List.of(FqdnPattern.exactly(name)))), open)
                : List.of(open);
    }

    /// Returns the parts of a region whose sources are on the source side of a rule.
    List<Region> from(Region region, Rule rule) {
        return from(region, rule.sources());
    }
}
