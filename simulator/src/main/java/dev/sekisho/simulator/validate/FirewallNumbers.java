package dev.sekisho.simulator.validate;

import dev.sekisho.model.firewall.ApplicationRuleCollection;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NatRuleCollection;
import dev.sekisho.model.firewall.NetworkProtocol;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.NetworkRuleCollection;
import dev.sekisho.simulator.view.FirewallView;
import dev.sekisho.simulator.view.OrderedCollection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The numbers of a firewall that Azure limits (`FW-60`).
///
/// @param uniqueSourceDestination over all network rules, the sum of unique sources times unique destinations; an IP
///        group counts as one
/// @param dnatCount public addresses plus unique destinations (address, port, protocol) that DNAT rules translate to
public record FirewallNumbers(long uniqueSourceDestination, int dnatCount) {

    /// Counts a firewall with its policy and all parents.
    public static FirewallNumbers of(FirewallView view) {
        record Translated(String target, String port, NetworkProtocol protocol) {}
        long pairs = 0;
        Set<Translated> translated = new HashSet<>();
        for (OrderedCollection ordered : view.collections()) {
            switch (ordered.collection()) {
                case NetworkRuleCollection network -> {
                    for (NetworkRule rule : network.rules()) {
                        pairs += unique(rule.sources().addresses(), rule.sources().ipGroups())
                                * unique(rule.destinations().addresses(), rule.destinations().ipGroups(),
                                        rule.destinations().fqdns());
                    }
                }
                case NatRuleCollection nat -> {
                    for (NatRule rule : nat.rules()) {
                        rule.protocols().forEach(protocol -> translated.add(
                                new Translated(rule.target().toString(), rule.translatedPort().toString(), protocol)));
                    }
                }
                case ApplicationRuleCollection _ -> {}
            }
        }
        return new FirewallNumbers(pairs, view.firewall().publicIps().size() + translated.size());
    }

    private static long unique(List<?>... lists) {
        long count = 0;
        for (List<?> list : lists) {
            count += list.stream().map(entry -> entry.toString().toLowerCase(Locale.ROOT)).distinct().count();
        }
        return count;
    }
}
