package dev.sekisho.model.environment;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.cluster.ApiServer;
import dev.sekisho.model.cluster.NetworkIntent;
import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.network.SubnetRef;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.ResourceRef;
import java.util.List;
import java.util.Optional;

/// How the API server of a cluster is reached.
///
/// Source: AKS's pages on private clusters, on API Server VNet Integration and on authorized IP ranges: the ranges hold for the
/// public endpoint alone, and a private endpoint has none.
///
/// @param access whether it has a private endpoint, or a private address in a delegated subnet
/// @param publicEndpoint whether it has a public endpoint as well; never so for private access
/// @param authorizedIpRanges ranges that may call the public endpoint; empty means everybody
/// @param address its private address, or the public one for public access, where it is known
/// @param subnet the subnet that holds the private address; that of the nodes where a private endpoint names none
/// @param nameLinks networks that are linked to the private DNS zone with its name; empty where that is not described
public record ApiServerAccess(ApiServer.Access access, boolean publicEndpoint,
        List<Entry<IpPrefix>> authorizedIpRanges, Optional<Fqdn> fqdn, Optional<IpAddress> address,
        Optional<SubnetRef> subnet, List<ResourceRef> nameLinks) {
    public ApiServerAccess {
        authorizedIpRanges = List.copyOf(authorizedIpRanges);
        nameLinks = List.copyOf(nameLinks);
        if (publicEndpoint ? access == ApiServer.Access.PRIVATE : access == ApiServer.Access.PUBLIC) {
            throw new IllegalArgumentException("an API server with access " + access + " has "
                    + (publicEndpoint ? "no" : "a") + " public endpoint");
        }
    }

    /// Returns the access that the owner of a cluster wants.
    public static ApiServerAccess of(ApiServer wanted, NetworkIntent network) {
        return new ApiServerAccess(wanted.access(), wanted.access() != ApiServer.Access.PRIVATE,
                known(wanted.authorizedIpRanges()), wanted.fqdn(), wanted.ip(),
                wanted.subnet().map(subnet -> new SubnetRef(new ResourceRef(network.vnet().name()), subnet.name())),
                List.of());
    }

    /// Returns the same access with these ranges for the public endpoint.
    public ApiServerAccess withAuthorizedIpRanges(List<IpPrefix> ranges) {
        return new ApiServerAccess(access, publicEndpoint, known(ranges), fqdn, address, subnet, nameLinks);
    }

    private static List<Entry<IpPrefix>> known(List<IpPrefix> ranges) {
        return ranges.stream().map(Entry::of).toList();
    }
}
