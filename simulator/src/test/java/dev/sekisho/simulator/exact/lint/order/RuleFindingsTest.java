package dev.sekisho.simulator.exact.lint.order;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.simulator.exact.RandomFirewalls;
import dev.sekisho.simulator.exact.diagram.Diagrams;
import dev.sekisho.simulator.exact.firewall.FirewallRulings;
import dev.sekisho.simulator.exact.lint.finding.Finding;
import dev.sekisho.simulator.exact.lint.finding.LintCode;
import dev.sekisho.simulator.exact.space.FlowSpace;
import dev.sekisho.simulator.verdict.RuleRef;
import dev.sekisho.simulator.view.FirewallView;
import dev.sekisho.simulator.view.Views;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What is found about rules holds point by point.
class RuleFindingsTest {
    private static final long MOST_POINTS = 30_000;

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    /// Looking for single flows first, or making all sets at once, gives the same findings.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsSearchedIsWhatIsMade(long seed) {
        FirewallRulings rulings = rulings(seed);
        FlowSpace space = new FlowSpace(rulings.regions());
        assertEquals(kinds(RuleFindings.of(new RuleList(space, rulings), Optional.empty(), 1_000)),
                kinds(RuleFindings.of(new RuleList(space, rulings), Optional.empty(), 0)));
    }

    static LongStream seedsOfSmallSpaces() {
        return LongStream.range(0, 120);
    }

    /// Every point of the space is asked, where it has few: the first rule that holds it decides.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seedsOfSmallSpaces")
    void findingsAreThoseOfAllPoints(long seed) {
        FirewallRulings rulings = rulings(seed);
        FlowSpace space = new FlowSpace(rulings.regions());
        Diagrams sizes = space.diagrams();
        long points = 1;
        for (int axis = 0; axis < sizes.axes(); axis++) {
            points = Math.min(MOST_POINTS + 1, points * sizes.size(axis));
        }
        if (points <= MOST_POINTS) {
            RuleList rules = new RuleList(space, rulings);
            AllPoints all = new AllPoints(rules, sizes);
            Set<String> expected = all.findings();
            List<Finding> found = RuleFindings.of(rules, Optional.empty(), (int) seed % 2 * 1_000);
            assertEquals(expected, kinds(found));
            found.stream().filter(finding -> finding.message().contains("it never decides"))
                    .forEach(all::blockersAreFewest);
        }
    }

    private static FirewallRulings rulings(long seed) {
        Environment environment = new RandomFirewalls(seed).environment();
        FirewallView view = new Views(environment).firewall(environment.firewalls().getFirst());
        return FirewallRulings.of(view, true);
    }

    private static Set<String> kinds(List<Finding> findings) {
        Set<String> kinds = new TreeSet<>();
        findings.forEach(finding -> kinds.add(finding.rule() + " " + switch (LintCode.valueOf(finding.code())) {
            case SHADOWED, HIDDEN_BY_PARENT -> "never decides, against another";
            case REDUNDANT, SAYS_THE_DEFAULT -> finding.message().contains("never") ? "never decides" : "not needed";
            case CONFLICT -> "in conflict";
            case APPLICATION_RULES_SWITCHED_OFF -> "switches off";
            case ORDER_UNDECIDED, NO_ROUTE, EMPTY_IP_GROUP, OVER_WIDE, NETWORK_RULE_BY_NAME, URL_WITHOUT_INSPECTION,
                    MIXED_TARGETS,
                    INSPECTED_API_SERVER, NAME_UNDER_WILDCARD, HTTP3_PAST_NAMES, PORT_25, ICMP_TO_INTERNET,
                    SQL_REDIRECT_PORTS, CATEGORY_NOT_INSPECTED, INFRASTRUCTURE_DENIED, INHERITED_DNAT,
                    UNTRANSLATED_ENDPOINT, SERVICE_ENDPOINT_BYPASS, VIRTUAL_NETWORK_TAG, MASKED_THREAT_ALERTS,
                    WILDCARD_WITHOUT_DOT, HOST_PORT, SQL_PROXY_MODE, DENY_BEHIND_DNAT, NEVER_TRANSLATED, OTHER_RESOLVER,
                    PRIVATE_ENDPOINT_BYPASS, PRIVATE_ENDPOINT_ROUTE, OWN_SUBNET_REDIRECTED, PLATFORM_ROUTE,
                    DEFAULT_ROUTE,
                    FORWARDED_TRAFFIC, FIREWALL_ONLY_ALLOWED, PLATFORM_ADDRESS, FIREWALL_SUBNET_GROUP, ENDPOINT_GROUP ->
                finding.code();
        }));
        return kinds;
    }

    /// The oracle: lists of everything that holds a point, in order.
    private static final class AllPoints {
        private final RuleList rules;
        private final List<List<Integer>> holding = new ArrayList<>();

        AllPoints(RuleList rules, Diagrams sizes) {
            this.rules = rules;
            int[] point = new int[sizes.axes()];
            Set<List<Integer>> seen = new HashSet<>();
            int axis = 0;
            while (axis < point.length) {
                List<Integer> here = holding(point);
                if (seen.add(here)) {
                    holding.add(here);
                }
                axis = 0;
                while (axis < point.length && ++point[axis] == sizes.size(axis)) {
                    point[axis++] = 0;
                }
            }
        }

        /// The blockers cover the rule, none is there in vain, and one of them does the opposite where any decider does.
        void blockersAreFewest(Finding finding) {
            Map<String, Integer> numbers = new HashMap<>();
            for (int rule = 0; rule < rules.size(); rule++) {
                numbers.put(rules.rule(rule).collection().refer(rules.rule(rule).rule()).toString(),
                        rules.number(rule));
            }
            if (!numbers.keySet().containsAll(finding.blockers())) {
                return;
            }
            int own = numbers.get(finding.rule());
            List<Integer> blockers = finding.blockers().stream().map(numbers::get).toList();
            List<Integer> opposed = blockers.stream().filter(blocker -> opposed(own, blocker)).toList();
            assertTrue(covers(own, blockers), finding::toString);
            boolean against = holding.stream().anyMatch(here -> here.contains(own) && opposed(own, here.getFirst()));
            assertEquals(against, !opposed.isEmpty(), () -> finding + " " + finding.blockers());
            for (int blocker : blockers) {
                boolean onlyOpposed = opposed.equals(List.of(blocker));
                List<Integer> others = blockers.stream().filter(other -> other != blocker).toList();
                assertTrue(onlyOpposed || !covers(own, others), () -> finding + " " + finding.blockers());
            }
        }

        private boolean covers(int own, List<Integer> blockers) {
            return holding.stream().filter(here -> here.contains(own))
                    .allMatch(here -> here.subList(0, here.indexOf(own)).stream().anyMatch(blockers::contains));
        }

        private List<Integer> holding(int[] point) {
            List<Integer> found = new ArrayList<>();
            for (int number = 0; number < last(); number++) {
                if (rules.boxes(number).stream().anyMatch(box -> box.contains(point))) {
                    found.add(number);
                }
            }
            return found;
        }

        private int last() {
            return rules.number(rules.size()) + 3;
        }

        private boolean opposed(int one, int other) {
            return rules.isRule(other) && rules.result(one) != rules.result(other);
        }

        Set<String> findings() {
            Set<Integer> deciding = new HashSet<>();
            holding.forEach(here -> deciding.add(here.getFirst()));
            Set<String> found = new TreeSet<>();
            for (int rule = 0; rule < rules.size(); rule++) {
                int number = rules.number(rule);
                RuleRef name = rules.rule(rule).collection().refer(rules.rule(rule).rule());
                boolean against = holding.stream().anyMatch(here -> here.contains(number)
                        && opposed(number, here.getFirst()));
                if (deciding.contains(number)) {
                    if (against) {
                        found.add(name + " in conflict");
                    }
                    if (holding.stream().filter(here -> here.getFirst() == number)
                            .allMatch(here -> rules.result(next(here, deciding)) == rules.result(number)
                                    && rules.result(here.get(1)) == rules.result(number))) {
                        found.add(name + " not needed");
                    }
                    if (switchesOff(number)) {
                        found.add(name + " switches off");
                    }
                } else if (!rules.boxes(number).isEmpty()) {
                    found.add(name + (against ? " never decides, against another" : " never decides"));
                }
            }
            return found;
        }

        private int next(List<Integer> here, Set<Integer> deciding) {
            return here.stream().skip(1).filter(other -> !rules.isRule(other) || deciding.contains(other)).findFirst()
                    .orElseThrow();
        }

        private boolean switchesOff(int number) {
            return stage(number).equals("network") && rules.result(number).text().equals("Allow")
                    && holding.stream().anyMatch(here -> here.getFirst() == number && here.stream()
                            .filter(other -> stage(other).equals("application")).findFirst()
                            .filter(other -> rules.result(other).text().equals("Deny")).isPresent());
        }

        private String stage(int number) {
            return rules.isRule(number) ? rules.rule(rules.ruleOf(number).getAsInt()).stage().toString() : "";
        }
    }
}
