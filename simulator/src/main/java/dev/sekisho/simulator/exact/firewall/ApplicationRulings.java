package dev.sekisho.simulator.exact.firewall;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.firewall.ApplicationProtocol;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.Tier;
import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.simulator.exact.space.FlowKind;
import dev.sekisho.simulator.exact.space.NameSet;
import dev.sekisho.simulator.exact.space.Region;
import dev.sekisho.simulator.view.FirewallView;
import dev.sekisho.simulator.world.Question;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The flows that an application rule is about (`FW-29` to `FW-45`).
final class ApplicationRulings {
    private static final PortSet REDIRECT_PORTS = PortSet.parse("11000-11999");

    private final FirewallView view;
    private final NetworkRulings sides;
    private final Targets targets;

    ApplicationRulings(FirewallView view, NetworkRulings sides) {
        this.view = view;
        this.sides = sides;
        this.targets = new Targets(view.knowledge());
    }

    List<Region> of(ApplicationRule rule, Tier tier) {
        if (isAboveTier(rule, tier)) {
            return List.of();
        }
        List<Region> regions = new ArrayList<>();
        for (Region source : sides.from(Region.ALL.to(AddressSet.ALL_IPV4), rule)) {
            for (Map.Entry<FlowKind, PortSet> protocol : protocols(rule).entrySet()) {
                Region spoken = source.speaking(Set.of(protocol.getKey()), protocol.getValue());
                for (Region target : targets.of(spoken, rule, tier)) {
                    regions.addAll(restricted(target, rule));
                }
            }
        }
        return regions;
    }

    private static boolean isAboveTier(ApplicationRule rule, Tier tier) {
        return tier != Tier.PREMIUM && (!rule.targetUrls().isEmpty() || rule.terminateTls())
                || tier == Tier.BASIC && !rule.webCategories().isEmpty();
    }

    private Map<FlowKind, PortSet> protocols(ApplicationRule rule) {
        List<ApplicationProtocol> protocols = rule.protocols().isEmpty() && !rule.fqdnTags().isEmpty()
                ? List.of(ApplicationProtocol.of(ApplicationProtocol.Type.HTTP, 80),
                        ApplicationProtocol.of(ApplicationProtocol.Type.HTTPS, 443))
                : rule.protocols();
        Map<FlowKind, PortSet> ports = new EnumMap<>(FlowKind.class);
        for (ApplicationProtocol protocol : protocols) {
            ports.merge(kind(protocol.type()), ports(protocol), PortSet::union);
        }
        return ports;
    }

    private PortSet ports(ApplicationProtocol protocol) {
        PortSet own = PortSet.of(PortRange.single(protocol.effectivePort()));
        boolean redirected = view.settings().allowSqlRedirect() && protocol.type() == ApplicationProtocol.Type.MSSQL
                && protocol.effectivePort() == ApplicationProtocol.Type.MSSQL.defaultPort();
        return redirected ? own.union(REDIRECT_PORTS) : own;
    }

    private static FlowKind kind(ApplicationProtocol.Type type) {
        return switch (type) {
            case HTTP -> FlowKind.HTTP;
            case HTTPS -> FlowKind.HTTPS;
            case MSSQL -> FlowKind.MSSQL;
        };
    }

    /// Destination addresses restrict the addresses that the firewall resolves the name to (`FW-43`).
    private List<Region> restricted(Region region, ApplicationRule rule) {
        boolean open = rule.destinationAddresses().isEmpty() || rule.destinationAddresses().stream()
                .flatMap(entry -> entry.known().stream()).anyMatch(AddressTerm.Any.ANY::equals);
        if (open) {
            return List.of(region);
        }
        List<Region> regions = new ArrayList<>();
        List<FqdnPattern> resolved = new ArrayList<>();
        view.knowledge().firewallDns().forEach((name, addresses) -> Fqdn.tryParse(name).map(FqdnPattern::exactly)
                .ifPresent(single -> {
                    resolved.add(single);
                    Region here = region.named(region.names().among(List.of(single)));
                    regions.addAll(addresses.stream().map(address -> resolvedTo(here, address, rule))
                            .filter(found -> !found.isEmpty()).findFirst().orElse(List.of()));
                }));
        NameSet others = region.names().without(resolved);
        regions.add(region.named(others)
                .given(new Question("the firewall resolves the name into " + rule.destinationAddresses(),
                        "the firewall does not resolve the name into " + rule.destinationAddresses())));
        return regions;
    }

    /// The firewall's own resolution is inside, or may be; that is the same question as about the packet's destination
    /// where the two addresses are the same.
    private List<Region> resolvedTo(Region region, IpAddress address, ApplicationRule rule) {
        AddressSet single = AddressSet.of(address);
        List<Region> regions = new ArrayList<>(
                inside(region.to(single), AddressParts.destinations(view), address, rule));
        regions.addAll(inside(region.to(AddressSet.ALL_IPV4.difference(single)),
                AddressParts.destinations(view, address.toString()), address, rule));
        return regions;
    }

    private static List<Region> inside(Region region, AddressParts sides, IpAddress address, ApplicationRule rule) {
        return sides.of(rule.destinationAddresses(), List.of()).stream()
                .filter(part -> part.addresses().contains(address))
                .map(part -> part.given().map(region::given).orElse(region)).toList();
    }
}
