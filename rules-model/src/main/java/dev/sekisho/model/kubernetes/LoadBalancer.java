package dev.sekisho.model.kubernetes;

import dev.sekisho.model.address.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The load balancer that Azure makes for a Service.
///
/// @param internal whether its address is in the virtual network; otherwise it is public
/// @param subnet the subnet of an internal address; the nodes' where absent
/// @param address the address where the manifest asks for one
/// @param sources who may use it
/// @param link the Private Link service before it
/// @param settings what else decides about its packets
public record LoadBalancer(boolean internal, Optional<String> subnet, Optional<IpAddress> address,
        AllowedSources sources, Optional<LinkRequest> link, Settings settings) {

    /// What decides about the packets of a load balancer beside its address.
    ///
    /// @param floatingIp whether packets keep its address and port as destination; otherwise nodes see their own address and
    ///        the node port
    /// @param securityRules whether the cloud provider makes security rules for it
    /// @param portsWithoutRule ports of the Service that it does not carry
    /// @param morePublicAddresses public addresses that another load balancer may lead to the nodes
    /// @param dnsLabel label of the public address's name
    public record Settings(boolean floatingIp, boolean securityRules, Set<Integer> portsWithoutRule,
            List<IpAddress> morePublicAddresses, Optional<String> dnsLabel) {
        /// What holds without annotations.
        public static final Settings USUAL = new Settings(true, true, Set.of(), List.of(), Optional.empty());

        public Settings {
            portsWithoutRule = Set.copyOf(portsWithoutRule);
            morePublicAddresses = List.copyOf(morePublicAddresses);
        }
    }
}
