package dev.sekisho.model.address;

import java.util.Arrays;

/// Address spaces with a fixed purpose, each named after the document that sets it apart.
public final class WellKnownRanges {

    /// "This network", never a destination (RFC 791, RFC 1122).
    public static final AddressSet THIS_NETWORK = of("0.0.0.0/8");

    /// Private networks (RFC 1918).
    public static final AddressSet RFC1918 = of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16");

    /// Address space that carriers share behind their translation (RFC 6598).
    public static final AddressSet RFC6598 = of("100.64.0.0/10");

    /// RFC 1918 and RFC 6598: the private ranges that Azure Firewall does not translate by default (FW-53).
    public static final AddressSet PRIVATE = RFC1918.union(RFC6598);

    /// The machine itself (RFC 1122, RFC 4291).
    public static final AddressSet LOOPBACK = of("127.0.0.0/8", "::1/128");

    /// One link only, never routed (RFC 3927, RFC 4291).
    public static final AddressSet LINK_LOCAL = of("169.254.0.0/16", "fe80::/10");

    /// Groups of receivers (RFC 5771, RFC 4291).
    public static final AddressSet MULTICAST = of("224.0.0.0/4", "ff00::/8");

    /// Reserved for a future that did not come, with the limited broadcast address (RFC 1112, RFC 919).
    public static final AddressSet RESERVED = of("240.0.0.0/4");

    /// Examples in documents (RFC 5737, RFC 3849, RFC 9637).
    public static final AddressSet DOCUMENTATION = of("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24",
            "2001:db8::/32", "3fff::/20");

    /// Private IPv6 networks, called unique local (RFC 4193).
    public static final AddressSet UNIQUE_LOCAL_IPV6 = of("fc00::/7");

    /// Global unicast: what a router without a better route sends towards the internet.
    ///
    /// IPv4: everything but the spaces above. IPv6: `2000::/3` (RFC 4291, RFC 3587). The documentation spaces are part
    /// of it, because routers and firewalls do not treat them apart and examples use them as stand-ins for the
    /// internet; take [#DOCUMENTATION] away where that matters.
    public static final AddressSet PUBLIC = AddressSet.ALL_IPV4
            .difference(THIS_NETWORK)
            .difference(PRIVATE)
            .difference(LOOPBACK)
            .difference(LINK_LOCAL)
            .difference(MULTICAST)
            .difference(RESERVED)
            .union(of("2000::/3"));

    private WellKnownRanges() {}

    private static AddressSet of(String... prefixes) {
        return AddressSet.ofPrefixes(Arrays.stream(prefixes).map(IpPrefix::parse).toList());
    }
}
