package dev.sekisho.generator.plan;

import dev.sekisho.generator.plan.DeploymentPlan.Carrier;
import dev.sekisho.generator.plan.DeploymentPlan.FirewallPlan;
import dev.sekisho.generator.plan.DeploymentPlan.Mechanism;
import dev.sekisho.generator.plan.DeploymentPlan.PrivateEndpointPlan;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.catalogue.Catalogue;
import dev.sekisho.model.cluster.ClusterIntent;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.Rule;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import dev.sekisho.model.io.catalogue.CatalogueReader;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.need.ClusterNeeds;
import dev.sekisho.model.need.EgressNeed;
import dev.sekisho.model.need.NeedTarget;
import dev.sekisho.model.resolve.NeedResolver;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What holds of every plan, over clusters of every shape and the built-in catalogue.
class PlannerPropertiesTest {
    private static final Catalogue CATALOGUE = CatalogueReader.builtIn();
    private static final String NAME = "[A-Za-z0-9]([A-Za-z0-9_.-]{0,78}[A-Za-z0-9_])?";
    private static final Set<Mechanism> BY_RULES = Set.of(Mechanism.APPLICATION_RULE, Mechanism.NETWORK_RULE);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyNeedIsCarriedOnceByWhatIsThere(long seed) {
        plan(seed).ifPresent(plan -> {
            assertEquals(plan.needs().needs().stream().map(EgressNeed::id).toList(),
                    plan.carriers().stream().map(Carrier::needId).toList());
            Map<String, Rule> rules = byReference(plan);
            Set<String> endpoints = new TreeSet<>(
                    plan.privateEndpoints().stream().map(PrivateEndpointPlan::name).toList());
            Set<String> used = new TreeSet<>();
            for (Carrier carrier : plan.carriers()) {
                assertTrue(!carrier.reason().isBlank());
                switch (carrier.mechanism()) {
                    case APPLICATION_RULE, NETWORK_RULE -> {
                        assertTrue(!carrier.by().isEmpty() && rules.keySet().containsAll(carrier.by()),
                                carrier::toString);
                        used.addAll(carrier.by());
                    }
                    case PRIVATE_ENDPOINT -> assertTrue(endpoints.containsAll(carrier.by()), carrier::toString);
                    case SERVICE_ENDPOINT -> assertTrue(plan.serviceEndpoints().stream()
                            .anyMatch(one -> one.servedNeeds().contains(carrier.needId())), carrier::toString);
                    case LOCAL, UNFILTERED -> assertEquals(List.of(), carrier.by());
                }
            }
            assertEquals(rules.keySet(), used, "every rule serves somebody");
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theRulesLetThroughWhatTheyCarryAndEachIsNeeded(long seed) {
        plan(seed).ifPresent(plan -> {
            Map<String, Rule> rules = byReference(plan);
            Map<String, List<NeedTarget>> served = served(plan, rules.values());
            assertEquals(carriedByRules(plan), served.keySet());
            for (String removed : rules.keySet()) {
                Map<String, Rule> others = new LinkedHashMap<>(rules);
                others.remove(removed);
                assertTrue(!served(plan, others.values()).equals(served), () -> removed + " is not needed");
            }
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noRuleLetsThroughMoreThanANeedAsksFor(long seed) {
        plan(seed).ifPresent(plan -> {
            for (Rule rule : Clusters.rules(plan)) {
                switch (rule) {
                    case ApplicationRule names -> {
                        for (FqdnPattern pattern : Clusters.known(names.targetFqdns())) {
                            names.protocols().forEach(protocol -> assertTrue(plan.needs().needs().stream()
                                    .anyMatch(need -> need.protocol().name().equals(protocol.type().name())
                                            && need.ports().contains(protocol.effectivePort())
                                            && targets(need).contains(new NeedTarget.Name(pattern))),
                                    () -> rule.name() + " " + protocol + " " + pattern));
                        }
                    }
                    case NetworkRule network -> Clusters.known(network.destinations().fqdns()).forEach(pattern -> {
                        assertTrue(!pattern.isWildcard(), () -> rule.name() + " has " + pattern);
                        assertTrue(plan.needs().needs().stream()
                                .anyMatch(need -> targets(need).contains(new NeedTarget.Name(pattern))));
                    });
                    case NatRule _ -> throw new AssertionError("nobody asked for " + rule);
                }
            }
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void namesPrioritiesAndSizesAreWhatAzureTakes(long seed) {
        plan(seed).ifPresent(plan -> {
            List<RuleCollectionGroup> groups = Clusters.groups(plan);
            unique(groups.stream().map(RuleCollectionGroup::name).toList());
            unique(groups.stream().map(group -> group.priority().toString()).toList());
            List<RuleCollection> collections = Clusters.collections(plan);
            unique(collections.stream().map(RuleCollection::name).toList());
            for (RuleCollectionGroup group : groups) {
                unique(group.ruleCollections().stream()
                        .map(one -> one.getClass().getSimpleName() + one.priority()).toList());
                assertTrue(group.priority().value() >= 100 && group.priority().value() <= 65_000);
            }
            for (RuleCollection collection : collections) {
                assertTrue(collection.priority().value() >= 100 && collection.priority().value() <= 65_000);
                unique(collection.rules().stream().map(Rule::name).toList());
            }
            List<String> names = new ArrayList<>(groups.stream().map(RuleCollectionGroup::name).toList());
            collections.forEach(collection -> names.add(collection.name()));
            Clusters.rules(plan).forEach(rule -> names.add(rule.name()));
            plan.firewall().map(FirewallPlan::ipGroups).orElse(List.of()).forEach(group -> names.add(group.name()));
            plan.routing().ifPresent(routing -> names.add(routing.table().name()));
            names.forEach(name -> assertTrue(name.matches(NAME), name));
            plan.privateEndpoints().forEach(endpoint -> assertTrue(
                    endpoint.name().matches(NAME) && endpoint.name().length() <= 64, endpoint::name));
            Clusters.rules(plan).forEach(rule -> assertTrue(
                    rule.description().length() <= 200 && rule.description().chars().noneMatch(Character::isISOControl),
                    rule::description));
            assertTrue(plan.internalLoadBalancer().name().matches("[a-z]([a-z0-9-]{0,61}[a-z0-9])?"),
                    plan.internalLoadBalancer()::name);
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSameInputGivesTheSamePlanAndAnEnvironmentThatHangsTogether(long seed) {
        Optional<DeploymentPlan> plan = plan(seed);
        assertEquals(plan, plan(seed));
        plan.ifPresent(found -> {
            Environment environment = PlannedEnvironment.of(found);
            unique(environment.privateEndpoints().stream().map(endpoint -> endpoint.name()).toList());
            List<IpAddress> addresses = environment.privateEndpoints().stream()
                    .flatMap(endpoint -> endpoint.addresses().stream()).toList();
            Set<IpAddress> given = new TreeSet<>();
            found.needs().needs().forEach(need -> need.privateEndpoint().flatMap(one -> one.address())
                    .ifPresent(given::add));
            unique(addresses.stream().filter(address -> !given.contains(address)).map(Object::toString).toList());
            environment.virtualNetworks().forEach(network -> network.subnets().forEach(subnet -> {
                assertTrue(network.addressSpace().stream()
                        .anyMatch(range -> subnet.prefixes().stream().allMatch(range::contains)));
                subnet.routeTable().ifPresent(table -> assertTrue(environment.routeTables().stream()
                        .anyMatch(known -> table.names(known.name()))));
            }));
        });
    }

    private static Optional<DeploymentPlan> plan(long seed) {
        RandomClusters clusters = new RandomClusters(seed, CATALOGUE);
        ClusterIntent intent = clusters.next((int) (seed % 40));
        // Needs that cannot be resolved are somebody else's to report; the rest is planned.
        ClusterNeeds needs = NeedResolver.resolve(intent, CATALOGUE, new Diagnostics());
        Diagnostics problems = new Diagnostics();
        Optional<DeploymentPlan> plan = Planner.plan(intent, needs, Clusters.DATE, problems);
        if (plan.isEmpty()) {
            assertTrue(problems.hasErrors());
            return Planner.plan(intent, servable(intent, needs), Clusters.DATE, new Diagnostics());
        }
        return plan;
    }

    private static ClusterNeeds servable(ClusterIntent intent, ClusterNeeds needs) {
        List<EgressNeed> kept = needs.needs().stream().filter(need -> Planner.plan(intent,
                new ClusterNeeds(List.of(need), List.of(), List.of()), Clusters.DATE, new Diagnostics()).isPresent())
                .toList();
        return new ClusterNeeds(kept, needs.notNeeded(), needs.warnings());
    }

    private static Map<String, Rule> byReference(DeploymentPlan plan) {
        Map<String, Rule> rules = new LinkedHashMap<>();
        for (RuleCollectionGroup group : Clusters.groups(plan)) {
            for (RuleCollection collection : group.ruleCollections()) {
                collection.rules().forEach(
                        rule -> rules.put(group.name() + "/" + collection.name() + "/" + rule.name(), rule));
            }
        }
        return rules;
    }

    private static Set<String> carriedByRules(DeploymentPlan plan) {
        Set<String> ids = new LinkedHashSet<>();
        plan.carriers().stream().filter(carrier -> BY_RULES.contains(carrier.mechanism()))
                .forEach(carrier -> ids.add(carrier.needId()));
        return ids;
    }

    /// The needs carried by rules that pass these rules, each with the tightest alternative that passes as a whole.
    private static Map<String, List<NeedTarget>> served(DeploymentPlan plan, Collection<Rule> rules) {
        List<IpGroup> groups = plan.firewall().map(FirewallPlan::ipGroups).orElse(List.of());
        List<FqdnPattern> tagged = PlannedEnvironment.of(plan).knowledge().fqdnTags()
                .getOrDefault("azurekubernetesservice", List.of());
        Allowed allowed = new Allowed(rules, groups, tagged);
        Sources sources = Sources.of(plan.intent());
        Set<String> byRules = carriedByRules(plan);
        Set<NeedTarget> elsewhere = elsewhere(plan);
        Map<String, List<NeedTarget>> served = new LinkedHashMap<>();
        plan.needs().needs().stream().filter(need -> byRules.contains(need.id()))
                .forEach(need -> need.alternatives().stream()
                        .filter(targets -> targets.stream().allMatch(target -> elsewhere.contains(target)
                                || allowed.passes(need, target, sources.prefixes(need.sources()))))
                        .findFirst().ifPresent(targets -> served.put(need.id(), targets)));
        return served;
    }

    /// Targets that no rule has to let through: names of private endpoints, and addresses in the two networks.
    private static Set<NeedTarget> elsewhere(DeploymentPlan plan) {
        Set<NeedTarget> elsewhere = new LinkedHashSet<>();
        PlannedEnvironment.of(plan).privateEndpoints().forEach(endpoint -> endpoint.fqdns()
                .forEach(host -> elsewhere.add(new NeedTarget.Name(FqdnPattern.exactly(host)))));
        Surroundings surroundings = Surroundings.of(plan.intent().network());
        plan.needs().needs().forEach(need -> targets(need).forEach(target -> {
            if (target instanceof NeedTarget.Address(IpPrefix prefix)
                    && surroundings.directRoute(prefix).isPresent()) {
                elsewhere.add(target);
            }
        }));
        return elsewhere;
    }

    private static Set<NeedTarget> targets(EgressNeed need) {
        Set<NeedTarget> targets = new LinkedHashSet<>();
        need.alternatives().forEach(targets::addAll);
        return targets;
    }

    private static void unique(List<String> names) {
        assertEquals(names.size(), names.stream().map(name -> name.toLowerCase(Locale.ROOT)).distinct().count(),
                names::toString);
    }
}
