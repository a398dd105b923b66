package dev.sekisho.simulator.destination;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NetworkProtocol;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.Rule;
import dev.sekisho.model.firewall.SnatSettings;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.PortTerm;
import dev.sekisho.model.term.ResourceRef;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.match.IpProtocols;
import dev.sekisho.simulator.match.RuleMatch;
import dev.sekisho.simulator.view.FirewallView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The sets of addresses that the rules of one firewall tell apart, found once and asked for each flow.
///
/// A rule that a flow misses by protocol or port tells nothing apart for it: whatever the addresses, it does not match.
/// Immutable; threads may share it.
public final class RuleSets {
    private final List<Told> filters = new ArrayList<>();
    private final List<Told> translations = new ArrayList<>();
    private final Map<String, AddressSet> everywhere;
    private final AddressSet singles;

    /// The sets that one rule names.
    private record Told(Rule rule, Map<String, AddressSet> sources, Map<String, AddressSet> destinations) {}

    /// Reads the rules of a firewall.
    public RuleSets(FirewallView firewall) {
        DescribedSets settings = new DescribedSets(firewall.serviceTags());
        firewall.settings().snat().map(SnatSettings::privateRanges).orElse(List.of()).stream()
                .flatMap(entry -> entry.known().stream()).forEach(settings::prefix);
        settings.add("the threat feed", firewall.knowledge().threatFeed().ips());
        this.everywhere = settings.sets();
        List<AddressSet> alone = new ArrayList<>(singlesOf(everywhere));
        firewall.collections().stream().flatMap(ordered -> ordered.collection().rules().stream()).forEach(rule -> {
            Told told = told(rule, firewall);
            (rule instanceof NatRule ? translations : filters).add(told);
            alone.addAll(singlesOf(told.destinations()));
        });
        this.singles = AddressSet.unionOf(alone);
    }

    private static Told told(Rule rule, FirewallView firewall) {
        Map<String, AddressSet> sources = sets(rule.sources().addresses(), rule.sources().ipGroups(), firewall);
        return new Told(rule, sources, switch (rule) {
            case NatRule nat -> sets(nat.destinationAddresses(), List.of(), firewall);
            case NetworkRule network ->
                sets(network.destinations().addresses(), network.destinations().ipGroups(), firewall);
            case ApplicationRule _ -> Map.of();
        });
    }

    private static Map<String, AddressSet> sets(List<Entry<AddressTerm>> addresses, List<ResourceRef> groups,
            FirewallView firewall) {
        DescribedSets sets = new DescribedSets(firewall.serviceTags());
        sets.terms(addresses);
        groups.forEach(reference -> firewall.ipGroup(reference).map(IpGroup::members).ifPresent(sets::terms));
        return sets.sets();
    }

    private static List<AddressSet> singlesOf(Map<String, AddressSet> sets) {
        return sets.values().stream().filter(AddressSet::isSingle).toList();
    }

    /// Returns the addresses that rules and settings name one by one, whatever a flow is like.
    AddressSet singles() {
        return singles;
    }

    /// Adds the sets that may treat two destinations of a flow differently.
    void destinations(Flow flow, DescribedSets sets) {
        translations.stream().filter(told -> mayMatch(told.rule(), flow)).forEach(t -> sets.addAll(t.destinations()));
        filters.stream().filter(told -> mayMatch(told.rule(), flow)).forEach(told -> sets.addAll(told.destinations()));
        sets.addAll(everywhere);
    }

    /// Adds the sets that may treat two sources of a flow differently. Behind a DNAT rule the flow has another port, so that
    /// every network rule may be asked about it (`FW-51`).
    public void sources(Flow flow, DescribedSets sets) {
        List<Told> met = translations.stream().filter(told -> mayMatch(told.rule(), flow)).toList();
        met.forEach(told -> sets.addAll(told.sources()));
        filters.stream().filter(told -> !met.isEmpty() || mayMatch(told.rule(), flow))
                .forEach(told -> sets.addAll(told.sources()));
    }

    private static boolean mayMatch(Rule rule, Flow flow) {
        return switch (rule) {
            case NatRule nat -> mayMatch(nat.protocols(), nat.destinationPorts(), flow);
            case NetworkRule network -> mayMatch(network.protocols(), network.destinationPorts(), flow);
            case ApplicationRule _ -> true;
        };
    }

    private static boolean mayMatch(List<NetworkProtocol> protocols, List<Entry<PortTerm>> ports, Flow flow) {
        return RuleMatch.settledBy(IpProtocols.match(protocols, ports, flow.protocol(), flow.destinationPort()))
                .isEmpty();
    }
}
