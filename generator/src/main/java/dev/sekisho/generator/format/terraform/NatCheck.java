package dev.sekisho.generator.format.terraform;

import dev.sekisho.generator.format.Refusal;
import dev.sekisho.model.firewall.FirewallPolicy;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NatRuleCollection;
import dev.sekisho.model.firewall.NetworkProtocol;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import dev.sekisho.model.term.Entry;
import java.util.ArrayList;
import java.util.List;

/// Finds DNAT rules that the provider cannot say: its rule has one destination, one translated port, and TCP or UDP.
final class NatCheck {
    private NatCheck() {}

    /// @param place what to write in front of the path of a rule
    static List<Refusal> of(FirewallPolicy policy, String place) {
        List<Refusal> refusals = new ArrayList<>();
        for (RuleCollectionGroup group : policy.ruleCollectionGroups()) {
            for (RuleCollection collection : group.ruleCollections()) {
                if (collection instanceof NatRuleCollection nat) {
                    nat.rules().forEach(rule -> check(refusals,
                            place + group.name() + "/" + nat.name() + "/" + rule.name(), rule));
                }
            }
        }
        return refusals;
    }

    private static void check(List<Refusal> refusals, String what, NatRule rule) {
        if (rule.destinationAddresses().size() != 1) {
            refusals.add(new Refusal(what, "a DNAT rule of azurerm has exactly one destination address, not "
                    + rule.destinationAddresses().size()));
        }
        if (rule.protocols().contains(NetworkProtocol.ANY) || rule.protocols().contains(NetworkProtocol.ICMP)) {
            refusals.add(new Refusal(what, "a DNAT rule of azurerm is for TCP or UDP"));
        }
        if (!(rule.translatedPort() instanceof Entry.Unknown<?>)
                && !rule.translatedPort().toString().matches("[0-9]+")) {
            refusals.add(new Refusal(what, "a DNAT rule of azurerm translates to one port, not to "
                    + rule.translatedPort()));
        }
    }
}
