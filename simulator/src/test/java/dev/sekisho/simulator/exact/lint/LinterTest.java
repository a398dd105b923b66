package dev.sekisho.simulator.exact.lint;

import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.Environments;
import dev.sekisho.simulator.exact.RandomFirewalls;
import dev.sekisho.simulator.exact.lint.finding.Finding;
import dev.sekisho.simulator.exact.lint.finding.Suppressions;
import dev.sekisho.simulator.firewall.Encounter;
import dev.sekisho.simulator.firewall.FirewallInterpreter;
import dev.sekisho.simulator.verdict.FirewallVerdict;
import dev.sekisho.simulator.verdict.RuleRef;
import dev.sekisho.simulator.view.FirewallView;
import dev.sekisho.simulator.view.Views;
import dev.sekisho.simulator.world.Worlds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LinterTest {
    private static final Set<String> NEVER_DECIDES = Set.of("SHADOWED", "HIDDEN_BY_PARENT", "REDUNDANT");

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    /// One network rule in a collection of its own: its action, source, destination, ports, and the protocol where it is not
    /// TCP, separated by blanks.
    private static String collection(int number, String words) {
        String[] parts = words.strip().split(" +");
        return """
                          - name: c%d
                            ruleCollectionType: FirewallPolicyFilterRuleCollection
                            priority: %d
                            action: {type: %s}
                            rules:
                              - {ruleType: NetworkRule, name: r%d, ipProtocols: [%s], sourceAddresses: ['%s'], destinationAddresses: ['%s'], destinationPorts: [%s]}
                """
                .formatted(number, 100 + number, parts[0], number, parts.length > 4 ? parts[4] : "TCP", parts[1],
                        parts[2],
                        List.of(parts[3].split(",")).stream().map(port -> "'" + port + "'")
                                .collect(Collectors.joining(", ")));
    }

    private static Environment policy(String... rules) {
        StringBuilder yaml = new StringBuilder("""
                firewalls: [{name: fw, tier: Standard, privateIp: 10.1.0.4, policy: p}]
                firewallPolicies:
                  - name: p
                    tier: Standard
                    ruleCollectionGroups:
                      - name: g
                        priority: 200
                        ruleCollections:
                """);
        for (int i = 0; i < rules.length; i++) {
            yaml.append(collection(i + 1, rules[i]));
        }
        return Environments.of(yaml.toString());
    }

    private static List<Finding> about(String rule, List<Finding> findings) {
        return findings.stream().filter(finding -> finding.rule().endsWith("/" + rule)).toList();
    }

    /// What is found about the last of some rules, with its blockers, without notes.
    private static String last(String... rules) {
        return about("r" + rules.length, Linter.lint(policy(rules))).stream()
                .filter(finding -> NEVER_DECIDES.contains(finding.code()))
                .map(finding -> finding.code() + " by "
                        + finding.blockers().stream().map(by -> by.substring(by.lastIndexOf('/') + 1))
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining());
    }

    /// What Batfish publishes as answers to its question `filterLineReachability`, as network rules: the rows of its
    /// documentation and of its notebook about filters, and the lines that only together cover another one.
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', value = {
            "Allow * 2.128.0.0/16 *; Deny 1.128.0.0/16 2.128.0.0/16 *; SHADOWED by r1",
            "Deny * * * Any; Allow * * * ICMP; SHADOWED by r1",
            "Deny 166.144.0.0/12 * * Any; Allow 166.146.58.184 * * Any; SHADOWED by r1",
            "Deny 54.0.0.0/8 * * Any; Deny 54.203.159.1/32 * * Any; REDUNDANT by r1",
            "Allow 1.0.0.0/32 * * Any, Allow 1.0.0.1/32 * * Any; Allow 1.0.0.0/31 * * Any; REDUNDANT by r1 r2",
            "Deny 1.0.0.0/24 * * Any, Allow 1.0.0.0/24 * * Any; Allow 1.0.0.0/32 * * Any; SHADOWED by r1"})
    void linesThatBatfishCallsUnreachableAreFoundWithTheSameBlockingLines(String earlier, String blocked,
            String expected) {
        List<String> rules = new ArrayList<>(List.of(earlier.split(", ")));
        rules.add(blocked);
        assertEquals(expected, last(rules.toArray(String[]::new)));
    }

    /// A check of pairs that asks for an overlap only would call it covered.
    @Test
    void aRuleThatIsCoveredInPartIsNotFound() {
        assertEquals("", last("Allow * 203.0.113.0/24 80", "Allow * 203.0.113.0/24 80,443"));
    }

    @Test
    void aBoxThatOnlyTwoOthersTogetherCoverIsFound() {
        assertEquals("REDUNDANT by r1 r2", last("Allow * 203.0.113.0/25 443", "Allow * 203.0.113.128/25 443",
                "Allow * 203.0.113.0/24 443"));
        assertEquals("", last("Allow * 203.0.113.0/25 443", "Allow * 203.0.113.128/26 443",
                "Allow * 203.0.113.0/24 443"));
    }

    @Test
    void blockersThatOthersCoverAreLeftOut() {
        assertEquals("SHADOWED by r2", last("Deny 10.0.0.0/24 203.0.113.0/24 443", "Deny 10.0.0.0/8 203.0.113.0/24 443",
                "Allow 10.0.0.0/16 203.0.113.4 443"));
    }

    @Test
    void aBlockerWithTheOppositeActionIsAlwaysNamed() {
        assertEquals("SHADOWED by r2 r1",
                last("Deny 10.0.0.0/24 203.0.113.0/24 443", "Allow 10.0.0.0/8 203.0.113.0/24 443",
                        "Allow 10.0.0.0/16 203.0.113.4 443"));
    }

    @Test
    void aRuleThatLaterOnesMakeSuperfluousIsRedundantOnlyOnce() {
        List<Finding> findings = Linter.lint(policy("Allow * 203.0.113.4 443", "Allow * 203.0.113.0/24 443"));
        assertEquals(List.of("REDUNDANT"), about("r1", findings).stream().map(Finding::code).toList());
        assertEquals(List.of(), about("r2", findings).stream().map(Finding::code).toList());
        List<Finding> twins = Linter.lint(policy("Allow * 203.0.113.4 443", "Allow * 203.0.113.4 443"));
        assertEquals(List.of(), about("r1", twins).stream().map(Finding::code).toList());
        assertEquals(List.of("REDUNDANT"), about("r2", twins).stream().map(Finding::code).toList());
    }

    @Test
    void aChildThatTheParentHidesIsToldSo() {
        List<Finding> findings = Linter.lint(Environments.hubAndSpokes());
        Finding mail = about("any-mail", findings).getFirst();
        assertEquals("HIDDEN_BY_PARENT", mail.code());
        assertEquals(List.of("company/company-group/company-denies/no-mail"), mail.blockers());
    }

    @Test
    void aRuleWhoseTrafficTakesAnotherWayIsFound() {
        Environment environment = Environments.of("""
                virtualNetworks:
                  - name: spoke
                    addressSpace: [10.42.0.0/16]
                    subnets: [{name: aks, prefix: 10.42.1.0/24, routeTable: rt}]
                    peerings: [{name: to-hub, addressSpace: [10.1.0.0/16]}, {name: to-data, addressSpace: [10.50.0.0/16]}]
                routeTables:
                  - name: rt
                    routes: [{name: default, addressPrefix: 0.0.0.0/0, nextHopType: VirtualAppliance, nextHopIpAddress: 10.1.0.4}]
                firewalls: [{name: fw, tier: Standard, privateIp: 10.1.0.4, policy: p}]
                firewallPolicies:
                  - name: p
                    tier: Standard
                    ruleCollectionGroups:
                      - name: g
                        priority: 200
                        ruleCollections:
                """ + collection(1, "Allow 10.42.1.0/24 10.50.0.0/16 5432")
                + collection(2, "Allow 10.42.1.0/24 203.0.113.4 5432"));
        List<Finding> findings = Linter.lint(environment);
        assertEquals(List.of("NO_ROUTE"), about("r1", findings).stream().map(Finding::code).toList());
        assertEquals(List.of(), about("r2", findings).stream().map(Finding::code).toList());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aRuleThatNeverDecidesDecidesAboutNoFlowOfTheUniverse(long seed) {
        Environment environment = new RandomFirewalls(seed).environment();
        List<Finding> findings = Linter.lint(environment);
        Set<String> never = findings.stream().filter(finding -> finding.message().contains("it never decides"))
                .map(Finding::rule).collect(Collectors.toCollection(TreeSet::new));
        if (never.isEmpty()) {
            return;
        }
        FirewallView view = new Views(environment).firewall(environment.firewalls().getFirst());
        for (Flow flow : RandomFirewalls.universe().stream().filter(flow -> flow.hashCode() % 5 == 0).toList()) {
            Encounter encounter = Encounter.of(view, flow, true, false);
            List<FirewallVerdict> verdicts = Worlds
                    .survey(world -> FirewallInterpreter.decide(encounter, world), FirewallVerdict::rule).all().stream()
                    .map(Worlds.Outcome::value).toList();
            for (FirewallVerdict verdict : verdicts) {
                String rule = verdict.rule().map(RuleRef::toString).orElse("");
                assertFalse(never.contains(rule), () -> rule + " decides about " + flow);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyWitnessMeetsWhatTheFindingSays(long seed) {
        Environment environment = new RandomFirewalls(500 + seed).environment();
        FirewallView view = new Views(environment).firewall(environment.firewalls().getFirst());
        for (Finding finding : Linter.lint(environment)) {
            if (finding.witness().isEmpty()) {
                continue;
            }
            Encounter encounter = Encounter.of(view, finding.witness().get(), true, false);
            Set<String> deciders = Worlds
                    .survey(world -> FirewallInterpreter.decide(encounter, world), FirewallVerdict::rule).all().stream()
                    .flatMap(outcome -> outcome.value().rule().stream()).map(RuleRef::toString)
                    .collect(Collectors.toCollection(TreeSet::new));
            boolean another = NEVER_DECIDES.contains(finding.code()) && finding.message().contains("it never decides")
                    || finding.code().equals("CONFLICT") || finding.code().equals("NAME_UNDER_WILDCARD");
            assertTrue(another ? !deciders.equals(Set.of(finding.rule())) : deciders.contains(finding.rule()),
                    () -> finding + " " + finding.witness() + " " + deciders);
        }
    }

    @Test
    void identicalRulesAndManyWildcardsEndInTime() {
        String[] same = new String[300];
        Arrays.fill(same, "Allow 10.0.0.0/8 203.0.113.0/24 443");
        List<Finding> findings = Linter.lint(policy(same));
        assertEquals(299, findings.stream().filter(finding -> finding.code().equals("REDUNDANT")).count());
    }

    @Test
    void anAcceptedFindingIsTakenOutAndAnUnusedOneIsReported() {
        List<Diagnostic> problems = new ArrayList<>();
        Suppressions suppressions = Suppressions.parse("accepted.txt",
                List.of("# reviewed", "SHADOWED p/g/c2/* kept until May", "CONFLICT p/g/c1/r1 never there",
                        "SHADOWED p"),
                problems);
        Suppressions.Result result = suppressions
                .applyTo(Linter.lint(policy("Deny * 203.0.113.0/24 443", "Allow * 203.0.113.4 443")));
        assertEquals(List.of("kept until May"), result.accepted().stream().map(Suppressions.Accepted::reason).toList());
        assertTrue(result.findings().stream().noneMatch(finding -> finding.code().equals("SHADOWED")));
        assertEquals(List.of("UNUSED_SUPPRESSION"), result.unused().stream().map(Diagnostic::code).toList());
        assertEquals(List.of("SUPPRESSION"), problems.stream().map(Diagnostic::code).toList());
    }
}
