package dev.sekisho.model.environment;

import java.util.Arrays;
import java.util.Optional;

/// What can be wrong with a configuration that is well formed as a file. The constant's name is the code of the
/// [dev.sekisho.model.diagnostic.Diagnostic].
///
/// Readers give the codes that only the text can show (host bits, a range that ends before it begins), the validator
/// gives the rest.
public enum ValidationCode {
    ADDRESS("FW-25", "an entry is no address, prefix, range or service tag", "destinationAddresses: [10.0.0.300]"),
    CYCLIC_PARENT("FW-7", "a policy is its own ancestor", "basePolicy: hub on the policy 'hub'"),
    DNS_PROXY_REQUIRED("FW-22", "a network rule names a host while the firewall's DNS proxy is off",
            "destinationFqdns: [ntp.ubuntu.com] without dnsSettings: {enableProxy: true}"),
    DUPLICATE_NAME("FW-61", "two things that need different names have the same one",
            "two rules named 'web' in one collection"),
    DUPLICATE_PREFIX("R-18", "a route table has two routes with the same prefix", "10.9.0.0/16 twice"),
    DUPLICATE_PRIORITY("FW-6", "two things whose order the priority decides have the same one",
            "two network rule collections with priority 100 in one group"),
    FIREWALL_DEFAULT_ROUTE("R-21", "the firewall's subnet does not send 0.0.0.0/0 to the Internet as it must",
            "a route table on AzureFirewallSubnet with 0.0.0.0/0 to a VirtualAppliance, without forcedTunneling: true"),
    FQDN("FW-35", "a text is no host name", "targetFqdns: ['https://example.com']"),
    FQDN_WILDCARD("FW-35", "an asterisk stands elsewhere than in front of a name", "targetFqdns: [www.contoso.*]"),
    GATEWAY_PROPAGATION("R-13", "the gateway's own subnet does not learn the gateway's routes",
            "disableBgpRoutePropagation: true in the table of GatewaySubnet"),
    HOST_BITS("FW-25", "a prefix has bits set behind its length", "10.0.0.5/24"),
    IPV6("FW-28", "an IPv6 address stands where the firewall knows IPv4 only",
            "destinationAddresses: ['2001:db8::/32'] without dualStack: true"),
    LIMIT("FW-60", "a number is above what Azure allows", "5,001 entries in one IP group"),
    MIXED_TYPES("FW-9", "a collection holds rules of several types, or of another type than its own",
            "an ApplicationRule after a NetworkRule"),
    NAME("FW-61", "a name has characters or a length that Azure refuses", "a collection named 'web-'"),
    NAT_FORCED_TUNNELING("FW-51", "a firewall with forced tunnelling has DNAT rules", "forcedTunneling: true"),
    NETWORK_FQDN_WILDCARD("FW-23", "a network rule names hosts with an asterisk",
            "destinationFqdns: ['*.contoso.com']"),
    NEXT_HOP_GATEWAY("R-10", "a user route leads to a gateway that is not for VPN alone",
            "nextHopType: VirtualNetworkGateway with gateways: [ExpressRoute]"),
    NEXT_HOP_IP_NOT_ALLOWED("R-8", "a route has a next hop address although its type takes none",
            "nextHopType: Internet with nextHopIpAddress: 10.1.0.4"),
    NEXT_HOP_IP_REQUIRED("R-8", "a route to an appliance does not say at which address it is",
            "nextHopType: VirtualAppliance alone"),
    NEXT_HOP_UNREACHABLE("R-9", "the next hop of a route is reachable through a gateway only",
            "nextHopIpAddress: 10.50.0.4 with bgpRoutes: [10.50.0.0/16]"),
    NO_DESTINATION("FW-16", "a rule names no destination or target, so that it never matches",
            "a network rule without destinationAddresses, destinationIpGroups and destinationFqdns"),
    NO_PORT("FW-15", "a rule names no port, so that it never matches", "destinationPorts: []"),
    NO_PROTOCOL("FW-15", "a rule names no protocol, so that it never matches", "ipProtocols: []"),
    NO_SOURCE("FW-16", "a rule names no source, so that it never matches",
            "a rule without sourceAddresses and sourceIpGroups"),
    PARENT_DEPTH("FW-7", "a policy has a parent that has a parent itself", "basePolicy of a basePolicy"),
    PORT_RANGE("FW-25", "a port is outside the range that Azure allows there", "destinationPorts: ['70000']"),
    PRIORITY_RANGE("FW-61", "a priority is outside the range that Azure allows there", "priority: 99"),
    PROXY_PORTS("FW-50", "the explicit proxy listens on one port for two protocols",
            "httpPort: 8080 and httpsPort: 8080"),
    RANGE_ORDER("FW-25", "a range ends before it begins", "10.0.0.9-10.0.0.4"),
    SERVICE_TAG_NSG_ONLY("FW-27", "a firewall rule uses a tag that only network security groups know",
            "destinationAddresses: [VirtualNetwork]"),
    SERVICE_TAG_SOURCE("FW-27", "a firewall rule uses a service tag as source", "sourceAddresses: [AzureCloud]"),
    TIER("FW-56", "a feature or policy needs a higher tier than there is", "targetUrls on a Standard firewall"),
    UNKNOWN_REFERENCE("FW-62", "a name refers to nothing that is described",
            "sourceIpGroups: [nodes] without ipGroups"),
    URL_PATTERN("FW-38", "a target URL is not written as a host and path", "targetUrls: ['www.contoso.com/test?x=1']");

    private final String rule;
    private final String meaning;
    private final String example;

    ValidationCode(String rule, String meaning, String example) {
        this.rule = rule;
        this.meaning = meaning;
        this.example = example;
    }

    /// Returns the number of the rule that the finding rests on.
    public String rule() {
        return rule;
    }

    /// Returns what is wrong, in a few words.
    public String meaning() {
        return meaning;
    }

    /// Returns something that gives the finding.
    public String example() {
        return example;
    }

    /// Returns the code of that name, or nothing for the code of another problem, such as an unknown key.
    public static Optional<ValidationCode> of(String code) {
        return Arrays.stream(values()).filter(known -> known.name().equals(code)).findFirst();
    }
}
