package dev.sekisho.simulator.verdict;

/// A reading of something that Azure's documentation leaves open or contradicts itself about. A verdict lists every
/// reading that it rests on; the condition of each is part of its description.
public enum Assumption {
    /// A user route also contains a destination that a service endpoint covers.
    R_4("R-4", "a service-endpoint route wins over a user route"),
    /// A reserved route is selected although the gateway announces a default route.
    R_6("R-6", "a default route learned by BGP leaves the reserved None routes in place"),
    /// A user route of full length is selected over a private endpoint whose subnet has no network policies.
    R_19("R-19", "a user route of full length replaces a private endpoint's route whatever the subnet's policies"),
    /// `hasBgpOverride` removed a BGP route that contains the destination.
    R_26("R-26", "hasBgpOverride removes the BGP routes inside the user route's prefix"),
    /// A DNAT rule of a parent policy decided.
    FW_8("FW-8", "a child policy inherits its parent's DNAT collections"),
    /// An ICMP flow matched a rule whose ports are not `*`.
    FW_18("FW-18", "a rule that lists ICMP matches it whatever its ports"),
    /// A name in a network rule would have matched, but the DNS proxy is off.
    FW_22("FW-22", "names in network rules never match while the DNS proxy is off"),
    /// A literal of a rule that an empty IP group disables would have matched.
    FW_26("FW-26", "an empty IP group disables the whole rule, literals included"),
    /// The firewall's resolution of the name does not contain the packet's address.
    FW_32("FW-32", "the firewall replaces the destination of uninspected TLS by its own resolution of the name"),
    /// A Host header without a port caused a drop.
    FW_33("FW-33", "a Host header without a port counts as port 80, inspected HTTPS as 443"),
    /// A name matched only after normalisation.
    FW_36("FW-36", "names are compared without regard to letter case and a dot at the end"),
    /// The Host header is an address.
    FW_37("FW-37", "an address in place of a host name is compared as a name"),
    /// The URL lies below the host and path of a pattern without a wildcard.
    FW_38("FW-38", "a URL pattern covers no paths below it"),
    /// No category is known for the host.
    FW_41("FW-41", "a host without a known web category is Uncategorized"),
    /// A rule with an FQDN tag was consulted.
    FW_42("FW-42", "the FQDN tag holds the names that were given for it, with the rule's own protocols"),
    /// The flow goes to the firewall's own address, port 53.
    FW_44("FW-44", "DNS to the firewall's own address needs no rule"),
    /// A network Deny matches the flow that a DNAT rule translated.
    FW_51("FW-51", "a network Deny does not stop traffic that a DNAT rule translated"),
    /// The destination is in 100.64.0.0/10 and the default private ranges are in force.
    FW_53("FW-53", "the default private ranges include 100.64.0.0/10"),
    /// Only the prefix of a user route made the tag `VirtualNetwork` match.
    NSG_5("NSG-5", "the tag VirtualNetwork includes every prefix of the subnet's route table");

    private final String number;
    private final String reading;

    Assumption(String number, String reading) {
        this.number = number;
        this.reading = reading;
    }

    /// Returns the number of the rule, such as `FW-42`.
    public String number() {
        return number;
    }

    /// Returns what is assumed, one clause.
    public String reading() {
        return reading;
    }

    @Override
    public String toString() {
        return number;
    }
}
