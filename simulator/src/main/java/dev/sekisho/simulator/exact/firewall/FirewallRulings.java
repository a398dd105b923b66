package dev.sekisho.simulator.exact.firewall;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.ApplicationRuleCollection;
import dev.sekisho.model.firewall.FilterAction;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NatRuleCollection;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.NetworkRuleCollection;
import dev.sekisho.model.firewall.Rule;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.simulator.exact.decision.Layer;
import dev.sekisho.simulator.exact.decision.Outcome;
import dev.sekisho.simulator.exact.decision.Ruling;
import dev.sekisho.simulator.exact.space.FlowKind;
import dev.sekisho.simulator.exact.space.NameSet;
import dev.sekisho.simulator.exact.space.Region;
import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.verdict.Reason;
import dev.sekisho.simulator.verdict.Stage;
import dev.sekisho.simulator.view.FirewallView;
import dev.sekisho.simulator.view.OrderedCollection;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Everything that decides in a firewall, in order (`FW-2`): the DNS proxy, threat intelligence, DNAT rules, network rules,
/// application rules, and the default.
///
/// @param beforeRules what decides before any rule
/// @param collections the rules by collection, each with the flows that it is about, in the order in which the firewall asks
/// them
/// @param behindRules what decides where no rule does
public record FirewallRulings(List<Ruling> beforeRules, List<CollectionRulings> collections,
        List<Ruling> behindRules) {
    private static final PortSet DNS = PortSet.of(53);
    private static final Set<FlowKind> TLS = EnumSet.of(FlowKind.HTTPS, FlowKind.MSSQL);

    /// A rule as a ruling.
    public record RuleRuling(OrderedCollection collection, Rule rule, Stage stage, Ruling ruling) {}

    public FirewallRulings {
        beforeRules = List.copyOf(beforeRules);
        collections = List.copyOf(collections);
        behindRules = List.copyOf(behindRules);
    }

    /// Reads the rules of a firewall.
    ///
    /// @param sameResolver whether client and firewall resolve names alike (`DNS-1`)
    public static FirewallRulings of(FirewallView view, boolean sameResolver) {
        return of(view, sameResolver, new KnownRulings());
    }

    /// Reads the rules of a firewall.
    ///
    /// @param known what is known of rules that were read before in the same surroundings
    static FirewallRulings of(FirewallView view, boolean sameResolver, KnownRulings known) {
        Outcome byDefault = Outcome.denied(Stage.DEFAULT, Reason.NO_RULE_MATCHED);
        List<Ruling> before = new ArrayList<>();
        view.firewall().privateIp().known().ifPresent(own -> before.add(Ruling.of(
                Region.ALL.to(AddressSet.of(own)).speaking(withPorts(), DNS),
                view.dnsProxy() ? Outcome.allowed(Stage.DNS_PROXY) : byDefault)));
        before.addAll(new ThreatRulings(view).rulings());
        List<Ruling> behind = new ArrayList<>();
        behind.add(Ruling.of(Region.ALL.to(AddressSet.ALL_IPV4)
                .named(NameSet.of(view.knowledge().infrastructureFqdns()))
                .speaking(EnumSet.of(FlowKind.HTTP, FlowKind.HTTPS), PortSet.ANY),
                Outcome.allowed(Stage.INFRASTRUCTURE)));
        behind.add(Ruling.of(Region.ALL.to(AddressSet.ALL_IPV4).speaking(TLS, PortSet.ANY).named(NameSet.UNNAMED),
                Outcome.denied(Stage.DEFAULT, Reason.SNI_MISSING)));
        behind.add(Ruling.of(Region.ALL, byDefault));
        return new FirewallRulings(before, collections(view, sameResolver, known), behind);
    }

    private static Set<FlowKind> withPorts() {
        Set<FlowKind> kinds = EnumSet.of(FlowKind.UDP);
        kinds.addAll(FlowKind.ANY_TCP);
        return kinds;
    }

    private static List<CollectionRulings> collections(FirewallView view, boolean sameResolver, KnownRulings known) {
        NetworkRulings network = new NetworkRulings(view, sameResolver);
        ApplicationRulings application = new ApplicationRulings(view, network);
        return view.collections().stream().map(collection -> known.of(collection, rule -> switch (rule) {
            case NatRule nat -> translating(view, ruling(collection, rule, Stage.DNAT,
                    view.forcedTunneling() ? List.of() : ipv4(network.of(nat))));
            case NetworkRule byAddress -> {
                List<Region> regions = network.of(byAddress, collection.tier());
                yield ruling(collection, rule, Stage.NETWORK,
                        view.firewall().dualStack() ? regions : ipv4(regions));
            }
            case ApplicationRule byName -> ruling(collection, rule, Stage.APPLICATION,
                    application.of(byName, collection.tier()));
        })).toList();
    }

    /// Where a network rule may still deny what DNAT translates (`FW-51`), what becomes of it is left open.
    private static RuleRuling translating(FirewallView view, RuleRuling nat) {
        return view.readings().dnatImplicitAllowOverridable()
                ? new RuleRuling(nat.collection(), nat.rule(), nat.stage(),
                        new Ruling(nat.ruling().regions(), Outcome.unknown(List.of(nat.ruling().outcome()))))
                : nat;
    }

    private static List<Region> ipv4(List<Region> regions) {
        return regions.stream().map(region -> region.to(
                region.destinations() == AddressSet.ALL ? AddressSet.ALL_IPV4 : region.destinations().ipv4())).toList();
    }

    private static RuleRuling ruling(OrderedCollection collection, Rule rule, Stage stage, List<Region> regions) {
        PathResult result = action(collection.collection()) == FilterAction.ALLOW ? PathResult.ALLOW : PathResult.DENY;
        return new RuleRuling(collection, rule, stage,
                new Ruling(regions, Outcome.by(result, stage, collection.refer(rule))));
    }

    static FilterAction action(RuleCollection collection) {
        return switch (collection) {
            case NetworkRuleCollection network -> network.action();
            case ApplicationRuleCollection application -> application.action();
            case NatRuleCollection _ -> FilterAction.ALLOW;
        };
    }

    /// Returns the rules of all collections in order.
    public List<RuleRuling> rules() {
        return collections.stream().flatMap(collection -> collection.rules().stream()).toList();
    }

    /// Returns everything in order.
    public List<Ruling> inOrder() {
        List<Ruling> all = new ArrayList<>(beforeRules);
        rules().forEach(rule -> all.add(rule.ruling()));
        all.addAll(behindRules);
        return all;
    }

    /// Returns the layer that decides as everything in order does, with a part for each collection.
    Layer layer() {
        List<Layer> layers = new ArrayList<>(List.of(Layer.of(beforeRules)));
        collections.forEach(collection -> layers.add(collection.layer()));
        layers.add(Layer.of(behindRules));
        return Layer.inOrder(layers);
    }

    /// Returns every region, for the space that tells them apart.
    public List<Region> regions() {
        return inOrder().stream().flatMap(ruling -> ruling.regions().stream()).toList();
    }
}
