package dev.sekisho.simulator.exact.diff;

import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.FirewallPolicy;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.NetworkRuleCollection;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import dev.sekisho.model.firewall.SourceSide;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.Environments;
import dev.sekisho.simulator.exact.RandomFirewalls;
import dev.sekisho.simulator.path.PathInterpreter;
import dev.sekisho.simulator.path.PathOptions;
import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.verdict.PathVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EnvironmentDiffTest {
    private static final String TWO_RULES = """
            firewalls: [{name: fw, tier: Standard, privateIp: 10.1.0.4, policy: p}]
            ipGroups: {web: [10.0.1.0/24, 10.0.2.0/24]}
            firewallPolicies:
              - name: p
                tier: Standard
                ruleCollectionGroups:
                  - name: g
                    priority: 200
                    ruleCollections:
                      - name: c
                        ruleCollectionType: FirewallPolicyFilterRuleCollection
                        priority: 300
                        action: {type: Allow}
                        rules:
                          - {ruleType: NetworkRule, name: one, ipProtocols: [TCP], sourceIpGroups: [web], destinationAddresses: [203.0.113.0/24], destinationPorts: ['443', '8443']}
                          - {ruleType: NetworkRule, name: two, ipProtocols: [UDP], sourceAddresses: ['*'], destinationAddresses: [198.51.100.4], destinationPorts: ['123']}
            """;

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    private static EnvironmentDiff diff(Environment before, Environment after) {
        return EnvironmentDiff.of(before, after, EnvironmentDiff.Question.RESULTS);
    }

    @Test
    void anEnvironmentIsEquivalentToItself() {
        assertEquals(List.of(), diff(Environments.hubAndSpokes(), Environments.hubAndSpokes()).changes());
    }

    /// The rules of a parent that is not described may decide; as far as they do not, the change is one.
    @Test
    void aChangeBelowAParentThatIsNotDescribedIsPerhapsOne() {
        String below = TWO_RULES.replace("    tier: Standard\n    rule",
                "    tier: Standard\n    basePolicy: elsewhere\n    rule");
        Change change = diff(Environments.of(below), Environments.of(below.replace("'8443'", "'9443'"))).changes()
                .getFirst();
        assertEquals(Change.Kind.NEWLY_ALLOWED, change.kind());
        assertFalse(change.certain());
        assertEquals("9443", change.flows().ports().toString());
        assertEquals(List.of(), diff(Environments.of(below), Environments.of(below)).changes());
    }

    @Test
    void orderSplitsNamesAndGroupsMakeNoDifference() {
        Environment rewritten = Environments.of("""
                firewalls: [{name: renamed-fw, tier: Standard, privateIp: 10.1.0.4, policy: q}]
                firewallPolicies:
                  - name: q
                    tier: Standard
                    ruleCollectionGroups:
                      - name: other
                        priority: 450
                        ruleCollections:
                          - name: clock
                            ruleCollectionType: FirewallPolicyFilterRuleCollection
                            priority: 100
                            action: {type: Allow}
                            rules:
                              - {ruleType: NetworkRule, name: ntp, ipProtocols: [UDP], sourceAddresses: [0.0.0.0/1, 128.0.0.0/1, '::/0'], destinationAddresses: [198.51.100.4/32], destinationPorts: ['123']}
                          - name: web
                            ruleCollectionType: FirewallPolicyFilterRuleCollection
                            priority: 110
                            action: {type: Allow}
                            rules:
                              - {ruleType: NetworkRule, name: a, ipProtocols: [TCP], sourceAddresses: [10.0.1.0/24], destinationAddresses: [203.0.113.0/25], destinationPorts: ['8443']}
                              - {ruleType: NetworkRule, name: b, ipProtocols: [TCP], sourceAddresses: [10.0.1.0-10.0.2.255], destinationAddresses: [203.0.113.0/24], destinationPorts: ['443']}
                              - {ruleType: NetworkRule, name: c, ipProtocols: [TCP], sourceAddresses: [10.0.2.0/24], destinationAddresses: [203.0.113.0/25], destinationPorts: ['8443']}
                              - {ruleType: NetworkRule, name: d, ipProtocols: [TCP], sourceAddresses: [10.0.1.0/24, 10.0.2.0/24], destinationAddresses: [203.0.113.128/25], destinationPorts: ['8443']}
                """);
        assertEquals(List.of(), diff(Environments.of(TWO_RULES), rewritten).changes());
        assertFalse(EnvironmentDiff.of(Environments.of(TWO_RULES), rewritten,
                new EnvironmentDiff.Question(Optional.empty(), true)).changes().isEmpty());
    }

    @Test
    void aRuleThatIsMadeWiderIsOneBoxOfNewlyAllowedFlows() {
        Environment wider = Environments.of(TWO_RULES.replace("'443', '8443'", "'443', '8443', '9443'"));
        List<Change> changes = diff(Environments.of(TWO_RULES), wider).changes();
        assertEquals(1, changes.size());
        Change change = changes.getFirst();
        assertEquals(Change.Kind.NEWLY_ALLOWED, change.kind());
        assertEquals("10.0.1.0-10.0.2.255 -> 203.0.113.0/24 tcp:9443", change.flows().toString());
        assertEquals(List.of("default (SniMissing)", "default (NoRuleMatched)"), change.beforeBy());
        assertEquals(List.of("p/g/c/one"), change.afterBy());
    }

    @Test
    void aRouteAroundTheFirewallIsNewlyPastIt() {
        Environment before = Environments.hubAndSpokes();
        Environment after = before.withRouteTables(before.routeTables().stream()
                .map(table -> new RouteTable(table.name(), table.disableBgpRoutePropagation(),
                        table.routes().stream().filter(route -> !route.name().equals("to-firewall")).toList(),
                        table.at()))
                .toList());
        List<Change> changes = diff(before, after).changes();
        assertTrue(changes.stream().anyMatch(change -> change.kind() == Change.Kind.NEWLY_BYPASSING),
                changes::toString);
        changes.forEach(change -> confirm(before, after, change));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyWitnessIsConfirmedByTheInterpreterAndNoDifferenceIsMissed(long seed) {
        Environment before = new RandomFirewalls(seed).environment();
        Environment after = withoutOneRule(before, (int) seed % 3);
        EnvironmentDiff diff = diff(before, after);
        diff.changes().forEach(change -> confirm(before, after, change));
        PathInterpreter one = new PathInterpreter(before);
        PathInterpreter other = new PathInterpreter(after);
        if (diff.changes().isEmpty()) {
            for (Flow flow : RandomFirewalls.universe().stream().filter(flow -> flow.hashCode() % 7 == 0).toList()) {
                PathVerdict was = one.evaluate(flow, PathOptions.NONE);
                PathVerdict is = other.evaluate(flow, PathOptions.NONE);
                assertEquals(was.result(), is.result(), flow::toString);
            }
        }
    }

    private static void confirm(Environment before, Environment after, Change change) {
        PathResult was = new PathInterpreter(before).evaluate(change.witness(), PathOptions.NONE).result();
        PathResult is = new PathInterpreter(after).evaluate(change.witness(), PathOptions.NONE).result();
        if (change.certain() && was != PathResult.UNKNOWN && is != PathResult.UNKNOWN) {
            assertEquals(change.before(), was, change::toString);
            assertEquals(change.after(), is, change::toString);
            assertNotEquals(was, is);
        }
    }

    /// Takes the source of one network rule away, so that it never matches.
    private static Environment withoutOneRule(Environment environment, int which) {
        List<FirewallPolicy> policies = new ArrayList<>();
        for (FirewallPolicy policy : environment.firewallPolicies()) {
            List<RuleCollectionGroup> groups = new ArrayList<>();
            for (RuleCollectionGroup group : policy.ruleCollectionGroups()) {
                List<RuleCollection> collections = new ArrayList<>(group.ruleCollections());
                if (collections.get(which) instanceof NetworkRuleCollection network) {
                    List<NetworkRule> rules = new ArrayList<>(network.rules());
                    NetworkRule old = rules.removeFirst();
                    rules.addFirst(new NetworkRule(old.name(), "", old.protocols(),
                            new SourceSide(List.of(Entry.of(new AddressTerm.Prefix(
                                    IpPrefix.parse("192.0.2.7/32")))), List.of()),
                            old.destinations(), old.destinationPorts(), old.at()));
                    collections.set(which,
                            new NetworkRuleCollection(network.name(), network.priority(), network.action(),
                                    rules, network.at()));
                }
                groups.add(new RuleCollectionGroup(group.name(), group.priority(), collections, group.at()));
            }
            policies.add(
                    new FirewallPolicy(policy.name(), policy.tier(), policy.basePolicy(), groups, policy.settings(),
                            policy.at()));
        }
        return environment.withFirewallPolicies(policies);
    }
}
