package dev.sekisho.generator.plan;

import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.cluster.NetworkIntent.FirewallIntent;
import dev.sekisho.model.firewall.ApplicationProtocol;
import dev.sekisho.model.firewall.NetworkProtocol;
import dev.sekisho.model.firewall.Tier;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.need.EgressNeed;
import dev.sekisho.model.need.EgressNeed.Layer;
import dev.sekisho.model.need.NeedProtocol;
import dev.sekisho.model.need.NeedTarget;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Chooses between application and network rules for one way to name the destination of a need, on one firewall.
///
/// An application rule wherever the name is in the traffic, because it sees the name itself (`FW-59`); else a network
/// rule.
final class RuleChoice {
    // An application rule lists its ports one by one (FW-34); more than this is no rule that people read.
    private static final int MOST_PORTS = 20;
    // The highest port that the API takes there (FW-25).
    private static final int HIGHEST_APPLICATION_PORT = 64_000;

    // What the AzureKubernetesService tag is used with (FW-42).
    private static final Set<ApplicationProtocol> IN_FQDN_TAG = Set.of(
            ApplicationProtocol.of(ApplicationProtocol.Type.HTTP, 80),
            ApplicationProtocol.of(ApplicationProtocol.Type.HTTPS, 443));

    private final FirewallIntent firewall;
    private final Sources sources;
    private final Optional<List<IpPrefix>> fqdnTag;

    /// @param fqdnTag the sources that the FQDN tag of AKS is opened to, where the user wants it: a rule with the tag opens
    ///        all that it holds, so they are the same for every name
    RuleChoice(FirewallIntent firewall, Sources sources, Optional<List<IpPrefix>> fqdnTag) {
        this.firewall = firewall;
        this.sources = sources;
        this.fqdnTag = fqdnTag;
    }

    /// Why a destination cannot be written as a rule.
    ///
    /// @param problem one sentence without a final stop, naming the rule of the firewall
    record Obstacle(String code, String problem, String remedy) {}

    /// Returns why one of the targets cannot be written, or nothing where all can.
    Optional<Obstacle> obstacle(EgressNeed need, List<NeedTarget> targets) {
        return targets.stream().flatMap(target -> obstacle(need, target).stream()).findFirst();
    }

    private Optional<Obstacle> obstacle(EgressNeed need, NeedTarget target) {
        return switch (target) {
            case NeedTarget.Name(FqdnPattern pattern) -> obstacle(need, pattern);
            case NeedTarget.Address(IpPrefix prefix) -> prefix.isIpv4() ? Optional.empty() : obstacle("IPV6",
                    prefix + " is IPv6, which a firewall for IPv4 takes in no rule (FW-28)", "reach it over IPv4");
            case NeedTarget.Tag(ServiceTagName tag) -> tag.isNsgOnly() ? obstacle("SERVICE_TAG_NSG_ONLY",
                    "only network security groups know the tag " + tag + " (FW-27)", "write its addresses")
                    : Optional.empty();
            case NeedTarget.Anywhere _ -> Optional.empty();
        };
    }

    private Optional<Obstacle> obstacle(EgressNeed need, FqdnPattern pattern) {
        if (pattern.isAddressLiteral() || isInTraffic(need)) {
            return Optional.empty();
        }
        if (pattern.isWildcard()) {
            return obstacle("NETWORK_FQDN_WILDCARD", pattern + " on " + describe(need)
                    + " needs a network rule, which takes no wildcards (FW-23)", "name the hosts one by one");
        }
        String byName = pattern + " on " + describe(need) + " needs a network rule by name";
        if (firewall.tier() == Tier.BASIC) {
            return obstacle("TIER", byName + ", which the tier Basic does not have (FW-56)",
                    "use a Standard firewall, or give the addresses with cidr:");
        }
        return firewall.dnsProxy() ? Optional.empty() : obstacle("DNS_PROXY_REQUIRED",
                byName + ", and " + firewall.name() + " is no DNS proxy (FW-22)",
                "switch it on and set network.firewall.dnsProxy: true, or give the addresses with cidr:");
    }

    private static Optional<Obstacle> obstacle(String code, String problem, String remedy) {
        return Optional.of(new Obstacle(code, problem, remedy));
    }

    private static String describe(EgressNeed need) {
        return need.protocol() + (need.protocol() == NeedProtocol.ICMP ? "" : " " + need.ports());
    }

    /// Returns what the rules have to allow for targets without an obstacle.
    List<Permission> permissions(EgressNeed need, List<NeedTarget> targets) {
        return targets.stream().flatMap(target -> permissions(need, target)).toList();
    }

    private Stream<Permission> permissions(EgressNeed need, NeedTarget target) {
        List<IpPrefix> from = sources.prefixes(need.sources());
        if (target instanceof NeedTarget.Name(FqdnPattern pattern)) {
            // TLS to an address has no server name (FW-31, FW-37).
            if (pattern.isAddressLiteral()) {
                return Stream.of(byAddress(need, from,
                        new NeedTarget.Address(IpPrefix.parseAddressOrPrefix(pattern.literal()))));
            }
            if (isInTraffic(need)) {
                return ports(need.ports())
                        .mapToObj(port -> ApplicationProtocol.of(applicationType(need.protocol()), port))
                        .map(protocol -> byName(need, from, pattern, protocol));
            }
        }
        return Stream.of(byAddress(need, from, target));
    }

    private Permission byName(EgressNeed need, List<IpPrefix> from, FqdnPattern pattern,
            ApplicationProtocol protocol) {
        Optional<List<IpPrefix>> tagged = fqdnTag
                .filter(_ -> need.coveredByFqdnTag() && IN_FQDN_TAG.contains(protocol));
        return new Permission.ByName(need, tagged.orElse(from), pattern, protocol, tagged.isPresent());
    }

    private static Permission byAddress(EgressNeed need, List<IpPrefix> from, NeedTarget target) {
        PortSet ports = need.protocol() == NeedProtocol.ICMP ? PortSet.ANY : writable(need.ports());
        return new Permission.ByAddress(need, from, target, networkProtocol(need.protocol()), ports);
    }

    // Rules take ports from 1 (FW-25), and nothing listens on 0.
    private static PortSet writable(PortSet ports) {
        return ports.isAny() ? ports : ports.intersection(PortSet.of(new PortRange(1, PortRange.HIGHEST)));
    }

    /// Whether the traffic carries the name in a way that an application rule can match.
    private static boolean isInTraffic(EgressNeed need) {
        return need.protocol().isApplication() && need.layers().contains(Layer.APPLICATION)
                && need.ports().size() <= MOST_PORTS
                && ports(need.ports()).allMatch(port -> port >= 1 && port <= HIGHEST_APPLICATION_PORT);
    }

    private static IntStream ports(PortSet ports) {
        return ports.ranges().stream().flatMapToInt(range -> IntStream.rangeClosed(range.first(), range.last()));
    }

    private static ApplicationProtocol.Type applicationType(NeedProtocol protocol) {
        return switch (protocol) {
            case HTTP -> ApplicationProtocol.Type.HTTP;
            case HTTPS -> ApplicationProtocol.Type.HTTPS;
            case MSSQL -> ApplicationProtocol.Type.MSSQL;
            case TCP, UDP, ICMP, ANY ->
                throw new IllegalArgumentException(protocol + " carries no name that a rule could match");
        };
    }

    private static NetworkProtocol networkProtocol(NeedProtocol protocol) {
        return switch (protocol) {
            case HTTP, HTTPS, MSSQL, TCP -> NetworkProtocol.TCP;
            case UDP -> NetworkProtocol.UDP;
            case ICMP -> NetworkProtocol.ICMP;
            case ANY -> NetworkProtocol.ANY;
        };
    }
}
