package dev.sekisho.simulator.path;

import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.simulator.Environments;
import dev.sekisho.simulator.Flows;
import dev.sekisho.simulator.verdict.Action;
import dev.sekisho.simulator.verdict.HopType;
import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.verdict.PathVerdict;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Firewalls whose surroundings are not described, and policies whose parents are not.
class FirewallWithoutNetworkTest {
    private static final String POLICY = """
              - name: %s
                tier: Standard
                %s
                ruleCollectionGroups:
                  - name: group
                    priority: 400
                    ruleCollections:
                      - name: collection-of-%1$s
                        ruleCollectionType: FirewallPolicyFilterRuleCollection
                        priority: 500
                        action: {type: %s}
                        rules: [{ruleType: NetworkRule, name: rule-of-%1$s, ipProtocols: [TCP], sourceAddresses: ['*'], destinationAddresses: [203.0.113.0/24], destinationPorts: ['%s']}]
            """;

    private static String policy(String name, String parent, String action, String port) {
        return POLICY.formatted(name, parent.isEmpty() ? "threatIntelMode: Alert" : "basePolicy: " + parent, action,
                port);
    }

    private static PathVerdict follow(Environment environment, PathOptions options) {
        return new PathInterpreter(environment).evaluate(Flows.tcp("10.61.0.17", "203.0.113.31", 8443), options);
    }

    @Test
    void theOnlyFirewallIsAskedAndTheRouteIsUnknown() {
        PathVerdict verdict = follow(Environments.of("""
                firewalls: [{name: one, privateIp: 10.60.0.4, tier: Standard, policy: own}]
                firewallPolicies:
                """ + policy("own", "", "Allow", "8443")), PathOptions.NONE);
        assertEquals(PathResult.ALLOW, verdict.result());
        assertEquals(HopType.UNKNOWN, verdict.route().orElseThrow().nextHopType());
    }

    @Test
    void ofSeveralFirewallsOneMustBeNamed() {
        Environment environment = Environments.of("""
                firewalls:
                  - {name: east, privateIp: 10.60.0.4, tier: Standard, policy: open}
                  - {name: west, privateIp: 10.60.1.4, tier: Standard, policy: shut}
                firewallPolicies:
                """ + policy("open", "", "Allow", "8443") + policy("shut", "", "Deny", "8443"));
        PathVerdict open = follow(environment, PathOptions.NONE);
        assertEquals(PathResult.UNKNOWN, open.result());
        Diagnostic problem = open.basis().diagnostics().stream().filter(d -> d.code().equals("AMBIGUOUS_FIREWALL"))
                .findFirst().orElseThrow();
        assertTrue(problem.problem().endsWith("east, west"), problem.problem());
        assertEquals(PathResult.ALLOW, follow(environment, PathOptions.NONE.withFirewall("EAST")).result());
        assertEquals(PathResult.DENY, follow(environment, PathOptions.NONE.withFirewall("west")).result());
    }

    @Test
    void grandparentsSpeakBeforeParents() {
        PathVerdict verdict = follow(Environments.of("""
                firewalls: [{name: one, privateIp: 10.60.0.4, tier: Standard, policy: child}]
                firewallPolicies:
                """ + policy("child", "parent", "Allow", "8443") + policy("parent", "root", "Allow", "8443")
                + policy("root", "", "Deny", "8443")), PathOptions.NONE);
        assertEquals(PathResult.DENY, verdict.result());
        assertEquals("rule-of-root", verdict.firewall().orElseThrow().rule().orElseThrow().rule());
    }

    @Test
    void parentsInACircleLeaveTheVerdictOpen() {
        PathVerdict verdict = follow(Environments.of("""
                firewalls: [{name: one, privateIp: 10.60.0.4, tier: Standard, policy: a}]
                firewallPolicies:
                """ + policy("a", "b", "Allow", "8443") + policy("b", "a", "Allow", "8443")), PathOptions.NONE);
        assertEquals(PathResult.UNKNOWN, verdict.result());
        assertEquals(List.of("CYCLIC_PARENT"), verdict.basis().diagnostics().stream().map(Diagnostic::code)
                .filter(code -> code.startsWith("CYCLIC")).distinct().toList());
    }

    @Test
    void aParentThatIsNotDescribedLeavesTheVerdictOpen() {
        PathVerdict verdict = follow(Environments.of("""
                firewalls: [{name: one, privateIp: 10.60.0.4, tier: Standard, policy: child}]
                firewallPolicies:
                """ + policy("child", "elsewhere", "Allow", "8443")), PathOptions.NONE);
        assertEquals(PathResult.UNKNOWN, verdict.result());
        assertEquals(Action.UNKNOWN, verdict.firewall().orElseThrow().action());
        assertTrue(verdict.basis().possibilities().getFirst().outcome().startsWith("Allow by child/"),
                () -> verdict.basis().possibilities().toString());
    }
}
