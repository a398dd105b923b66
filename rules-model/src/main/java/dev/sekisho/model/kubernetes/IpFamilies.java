package dev.sekisho.model.kubernetes;

/// The kinds of addresses that a Service has, by `ipFamilies` and `ipFamilyPolicy`.
///
/// @param ipv4 whether it has IPv4 addresses
/// @param ipv6 whether it has IPv6 addresses, where the cluster has them
/// @param ipv6Required whether it is refused in a cluster without IPv6
public record IpFamilies(boolean ipv4, boolean ipv6, boolean ipv6Required) {
    /// What holds where a manifest says nothing.
    public static final IpFamilies IPV4 = new IpFamilies(true, false, false);
}
