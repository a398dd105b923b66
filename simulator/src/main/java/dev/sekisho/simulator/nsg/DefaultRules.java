package dev.sekisho.simulator.nsg;

import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.network.SecurityRule;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.PortTerm;
import dev.sekisho.model.term.Priority;
import java.util.List;

/// The rules that Azure adds to every security group, behind all others (`NSG-2`).
public final class DefaultRules {
    /// The rules for traffic on its way out, in order.
    public static final List<SecurityRule> OUTBOUND = List.of(
            rule("AllowVnetOutBound", 65_000, SecurityRule.Direction.OUTBOUND, SecurityRule.Access.ALLOW,
                    tag(ServiceTagName.VIRTUAL_NETWORK), tag(ServiceTagName.VIRTUAL_NETWORK)),
            rule("AllowInternetOutBound", 65_001, SecurityRule.Direction.OUTBOUND, SecurityRule.Access.ALLOW,
                    SecurityRule.Side.ANY, tag(ServiceTagName.INTERNET)),
            rule("DenyAllOutBound", 65_500, SecurityRule.Direction.OUTBOUND, SecurityRule.Access.DENY,
                    SecurityRule.Side.ANY, SecurityRule.Side.ANY));

    /// The rules for traffic on its way in, in order.
    public static final List<SecurityRule> INBOUND = List.of(
            rule("AllowVnetInBound", 65_000, SecurityRule.Direction.INBOUND, SecurityRule.Access.ALLOW,
                    tag(ServiceTagName.VIRTUAL_NETWORK), tag(ServiceTagName.VIRTUAL_NETWORK)),
            rule("AllowAzureLoadBalancerInBound", 65_001, SecurityRule.Direction.INBOUND, SecurityRule.Access.ALLOW,
                    tag(ServiceTagName.AZURE_LOAD_BALANCER), SecurityRule.Side.ANY),
            rule("DenyAllInBound", 65_500, SecurityRule.Direction.INBOUND, SecurityRule.Access.DENY,
                    SecurityRule.Side.ANY, SecurityRule.Side.ANY));

    private DefaultRules() {}

    private static SecurityRule rule(String name, int priority, SecurityRule.Direction direction,
            SecurityRule.Access access, SecurityRule.Side source, SecurityRule.Side destination) {
        return new SecurityRule(name, "", new Priority(priority), direction, access, SecurityRule.Protocol.ANY, source,
                destination, SourceLocation.UNKNOWN);
    }

    private static SecurityRule.Side tag(ServiceTagName tag) {
        return new SecurityRule.Side(List.of(Entry.of(new AddressTerm.Tag(tag))), List.of(),
                List.of(Entry.of(PortTerm.Any.ANY)));
    }
}
