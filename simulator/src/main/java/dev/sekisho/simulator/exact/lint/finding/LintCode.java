package dev.sekisho.simulator.exact.lint.finding;

import dev.sekisho.model.diagnostic.Severity;

/// What can be found about a rule. The constant's name is the stable code of the finding.
public enum LintCode {
    SHADOWED(Severity.ERROR, "FW-1", "the rule never decides, and earlier rules do the opposite to some of its flows",
            "a Deny for 10.0.0.0/8 to any, and behind it an Allow for 10.1.0.0/16",
            "move the rule in front of the ones that hide it, or remove it"),
    HIDDEN_BY_PARENT(Severity.ERROR, "FW-3", "the rule never decides, because rules of the parent policy come first",
            "a parent that denies TCP 25, and a child that allows it, whatever the priorities",
            "change the parent policy, or remove the rule from the child"),
    REDUNDANT(Severity.WARNING, "FW-1", "every flow of the rule fares the same without it",
            "an Allow to 203.0.113.4, and before or behind it one to 203.0.113.0/24 for the same ports",
            "remove the rule; of several that cover each other remove one at a time"),
    SAYS_THE_DEFAULT(Severity.NOTE, "FW-1", "the rule denies what no rule allows anyway",
            "a last rule that denies everything",
            "keep it if its log entries are wanted, otherwise remove it"),
    CONFLICT(Severity.NOTE, "FW-1", "earlier rules do the opposite to some of the rule's flows",
            "a Deny on ports 80 and 443, and behind it an Allow on ports 443 and 8443 to the same place",
            "nothing if it is an exception on purpose, otherwise narrow one of the rules"),
    APPLICATION_RULES_SWITCHED_OFF(Severity.WARNING, "FW-20",
            "a network rule lets flows through that application rules would deny by name",
            "a network Allow on TCP 443 to any, and an application Deny for *.games.example",
            "narrow the network rule, or allow by name in an application rule"),
    ORDER_UNDECIDED(Severity.NOTE, "FW-20",
            "too many sets of flows stand before a rule to tell what it takes from the rules behind it",
            "a network Allow on TCP 443 to any behind more than 64 narrower ones, and an application Deny for *.games.example",
            "ask sekisho trace about a flow that matters, or merge the rules before it (sekisho convert --optimise)"),
    NO_ROUTE(Severity.WARNING, "R-1", "no flow of the rule reaches the firewall by the routes of the described subnets",
            "an Allow to a peered network that is reached directly",
            "remove the rule, or route the traffic to the firewall"),
    EMPTY_IP_GROUP(Severity.ERROR, "FW-26", "an IP group without members disables the rule that uses it",
            "a Deny to an IP group whose last member was removed",
            "give the group a member, or remove it from the rule"),
    OVER_WIDE(Severity.WARNING, "FW-15", "the rule allows every port to every public address, or every name",
            "an Allow with destination * and port *, or an application rule with target *",
            "name what the workloads need; sekisho check says what is allowed beyond need"),
    NETWORK_RULE_BY_NAME(Severity.NOTE, "FW-59",
            "a network rule on a web port names a host, which lets every name with the same address through",
            "destinationFqdns: [ghcr.io] with TCP 443", "use an application rule for the name"),
    URL_WITHOUT_INSPECTION(Severity.WARNING, "FW-38", "a rule for URLs cannot match HTTPS without TLS inspection",
            "targetUrls: [www.example.com/path] with Https and terminateTLS: false",
            "set terminateTLS, or use targetFqdns"),
    MIXED_TARGETS(Severity.NOTE, "FW-43", "a rule has several kinds of targets, any of which suffices",
            "targetFqdns beside webCategories", "split the rule, one kind of target in each"),
    INSPECTED_API_SERVER(Severity.WARNING, "FW-40", "TLS inspection breaks the connection to the cluster's API server",
            "terminateTLS: true on *.hcp.japaneast.azmk8s.io", "exempt the name from inspection"),
    NAME_UNDER_WILDCARD(Severity.NOTE, "FW-35",
            "a name of the rule never decides, because a wildcard of an earlier rule covers it",
            "an Allow for *.contoso.com, and behind it one for a.contoso.com and b.example",
            "remove the name, or narrow the wildcard if it was not meant"),
    HTTP3_PAST_NAMES(Severity.WARNING, "FW-24",
            "a network rule lets HTTP/3 through, which no application rule sees",
            "a network Allow on UDP 443 to any, beside application rules",
            "leave UDP 80 and 443 out, so that clients fall back to TCP, or name addresses"),
    PORT_25(Severity.NOTE, "FW-55", "the platform may stop mail to the Internet although the rule allows it",
            "a network Allow on TCP 25 to 203.0.113.25", "send mail by a relay on port 587"),
    ICMP_TO_INTERNET(Severity.WARNING, "FW-19",
            "what the rule allows cannot be delivered, because only TCP and UDP are translated to public addresses",
            "a network Allow for ICMP to 203.0.113.0/24", "remove the rule, or probe with TCP"),
    SQL_REDIRECT_PORTS(Severity.WARNING, "FW-45",
            "a rule uses ports 11000 to 11999, which allowSqlRedirect keeps for itself",
            "allowSqlRedirect: true, and a network rule on TCP 11000-11999",
            "remove the ports from the rule, or switch allowSqlRedirect off"),
    CATEGORY_NOT_INSPECTED(Severity.NOTE, "FW-40",
            "TLS is not inspected for sites of some web categories, whatever the rule says",
            "terminateTLS: true with webCategories: [Finance]", "name the sites by URL where they must be inspected"),
    INFRASTRUCTURE_DENIED(Severity.NOTE, "FW-46",
            "a rule that denies every name also denies those that Azure itself needs",
            "a last application Deny on target *", "remove the rule: what no rule allows is denied anyway"),
    INHERITED_DNAT(Severity.NOTE, "FW-8",
            "a DNAT rule of a parent policy; Microsoft's pages differ on whether the child has it",
            "a DNAT collection in a policy that another one names as its base", "move the rule to the child policy"),
    UNTRANSLATED_ENDPOINT(Severity.WARNING, "FW-39",
            "replies of a private endpoint miss the firewall, because a network rule does not translate the source",
            "a network Allow to a private endpoint that a route leads through the firewall",
            "use an application rule, or always translate by the private ranges 255.255.255.255/32"),
    SERVICE_ENDPOINT_BYPASS(Severity.WARNING, "R-4",
            "a service endpoint leads past the firewall that the subnet's default route names",
            "serviceEndpoints: [Microsoft.Storage] on a subnet with 0.0.0.0/0 to the firewall",
            "put the service endpoint on AzureFirewallSubnet instead"),
    VIRTUAL_NETWORK_TAG(Severity.WARNING, "NSG-5",
            "a security rule for VirtualNetwork is also about the Internet, because a user route leads there",
            "an Allow to VirtualNetwork in front of a Deny to Internet, in a subnet with a route 0.0.0.0/0",
            "name the address ranges of the networks instead of the tag"),
    MASKED_THREAT_ALERTS(Severity.NOTE, "FW-14",
            "a network rule on a web port hides from threat intelligence which names its flows go to, as long as it only alerts",
            "threatIntelMode: Alert, and a network Allow on TCP 443 to 203.0.113.0/24 beside application rules",
            "use an application rule, or set threatIntelMode: Deny, which looks before network rules do"),
    WILDCARD_WITHOUT_DOT(Severity.WARNING, "FW-35", "a wildcard without a dot also covers names of other owners",
            "targetFqdns: ['*contoso.com'], which evilcontoso.com matches",
            "write *.contoso.com, and contoso.com beside it where it is needed"),
    HOST_PORT(Severity.NOTE, "FW-33",
            "HTTP on another port than 80 passes only where the client's Host header names the port",
            "an application rule with {protocolType: Http, port: 8080}",
            "nothing where clients send the port, as browsers do, otherwise use a network rule"),
    SQL_PROXY_MODE(Severity.NOTE, "FW-45",
            "SQL by name works in proxy mode alone, and clients inside Azure use redirect mode unless the server says otherwise",
            "an application rule with {protocolType: Mssql, port: 1433}",
            "set the server's connection policy to Proxy, or set allowSqlRedirect"),
    DENY_BEHIND_DNAT(Severity.NOTE, "FW-51",
            "a network Deny does not stop what a DNAT rule translates to its destination",
            "a DNAT rule to 10.42.1.20:443, and a network Deny on 443 to 10.42.1.20",
            "narrow the sources of the DNAT rule"),
    NEVER_TRANSLATED(Severity.WARNING, "FW-53",
            "what a network rule allows to public addresses keeps its private source, so nothing answers",
            "snat: {privateRanges: [0.0.0.0/0]}, and a network Allow to 203.0.113.0/24",
            "name the private ranges, or let another device behind the firewall translate"),
    OTHER_RESOLVER(Severity.NOTE, "FW-21",
            "clients resolve names elsewhere than the firewall, so its network rules by name may miss their addresses",
            "destinationFqdns: [ntp.ubuntu.com], and a network whose dnsServers do not name the firewall",
            "make the firewall the DNS server of the network"),
    PRIVATE_ENDPOINT_BYPASS(Severity.WARNING, "R-19",
            "a private endpoint's own route leads past the firewall that a wider user route names",
            "a route 10.42.5.0/24 to the firewall, and an endpoint at 10.42.5.4 whose subnet has policies Disabled",
            "set privateEndpointNetworkPolicies to RouteTableEnabled and use a route no wider than the network, or a /32"),
    PRIVATE_ENDPOINT_ROUTE(Severity.NOTE, "R-19",
            "a /32 route to a private endpoint whose subnet has policies Disabled: Microsoft's pages differ on whether it wins",
            "a route 10.42.5.4/32 to the firewall, and policies Disabled",
            "set privateEndpointNetworkPolicies to RouteTableEnabled"),
    OWN_SUBNET_REDIRECTED(Severity.WARNING, "R-11",
            "a route to an appliance also takes the traffic between machines of one subnet",
            "a route for the network's own 10.42.0.0/16 to the firewall, on the subnet 10.42.1.0/24",
            "add a route for the subnet's own prefix with next hop VnetLocal"),
    PLATFORM_ROUTE(Severity.NOTE, "R-20", "a route for an address of the platform has no effect",
            "a route 168.63.129.16/32 to the firewall", "remove the route"),
    DEFAULT_ROUTE(Severity.WARNING, "R-24",
            "AKS refuses a cluster with userDefinedRouting where the default route leads to the Internet",
            "a route 0.0.0.0/0 with next hop Internet on the subnet of a cluster's nodes",
            "lead the default route to the firewall, or use another outboundType"),
    FORWARDED_TRAFFIC(Severity.WARNING, "R-15",
            "a peering drops what the firewall forwards from other networks, after the firewall has allowed it",
            "allowForwardedTraffic: false on the peering of a spoke to the hub, where there are several spokes",
            "set allowForwardedTraffic on that peering"),
    FIREWALL_ONLY_ALLOWED(Severity.WARNING, "NSG-8",
            "a security rule allows the firewall's address instead of the destinations behind it",
            "an Allow to 10.1.0.4, the firewall, and behind it a Deny to Internet",
            "allow the destinations themselves; the firewall decides about them"),
    PLATFORM_ADDRESS(Severity.NOTE, "NSG-7", "security rules do not stop addresses of the platform",
            "a Deny to 169.254.169.254/32", "use the tags AzurePlatformDNS, AzurePlatformIMDS or AzurePlatformLKM"),
    FIREWALL_SUBNET_GROUP(Severity.NOTE, "NSG-9", "a security group on the firewall's own subnet is not asked",
            "networkSecurityGroup on AzureFirewallSubnet", "remove it"),
    ENDPOINT_GROUP(Severity.NOTE, "NSG-10",
            "a security group does not guard private endpoints whose subnet does not have it enabled for them",
            "networkSecurityGroup on a subnet with private endpoints and policies Disabled",
            "set privateEndpointNetworkPolicies to NetworkSecurityGroupEnabled or Enabled");

    private final Severity severity;
    private final String rule;
    private final String meaning;
    private final String example;
    private final String fix;

    LintCode(Severity severity, String rule, String meaning, String example, String fix) {
        this.severity = severity;
        this.rule = rule;
        this.meaning = meaning;
        this.example = example;
        this.fix = fix;
    }

    /// Returns how much the finding weighs.
    public Severity severity() {
        return severity;
    }

    /// Returns the number of the rule of behaviour that the finding rests on.
    public String rule() {
        return rule;
    }

    /// Returns what is found, in a few words.
    public String meaning() {
        return meaning;
    }

    /// Returns something that gives the finding.
    public String example() {
        return example;
    }

    /// Returns what to do about it.
    public String fix() {
        return fix;
    }
}
