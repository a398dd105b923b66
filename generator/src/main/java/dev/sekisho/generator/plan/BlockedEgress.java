package dev.sekisho.generator.plan;

import dev.sekisho.generator.naming.AzureNames;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.network.NetworkSecurityGroup;
import dev.sekisho.model.network.SecurityRule;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.Priority;
import java.util.List;

/// The security group that AKS attaches to its nodes for outbound type `block`: it denies the way to the Internet and leaves
/// the network alone. No page names the rule or its priority.
final class BlockedEgress {
    private BlockedEgress() {}

    static NetworkSecurityGroup securityGroup(String cluster) {
        SecurityRule deny = new SecurityRule("deny-internet", "outbound type block", new Priority(Priority.MIN),
                SecurityRule.Direction.OUTBOUND, SecurityRule.Access.DENY, SecurityRule.Protocol.ANY,
                SecurityRule.Side.ANY,
                new SecurityRule.Side(List.of(Entry.of(new AddressTerm.Tag(ServiceTagName.INTERNET))), List.of(),
                        SecurityRule.Side.ANY.ports()),
                SourceLocation.UNKNOWN);
        return new NetworkSecurityGroup(AzureNames.of("nsg", cluster, "block"), List.of(deny),
                SourceLocation.UNKNOWN);
    }
}
