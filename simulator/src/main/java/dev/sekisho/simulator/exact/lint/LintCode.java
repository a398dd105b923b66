package dev.sekisho.simulator.exact.lint;

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
            "name the address ranges of the networks instead of the tag");

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
