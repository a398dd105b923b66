package dev.sekisho.simulator.replay;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.Environments;
import dev.sekisho.simulator.Flows;
import dev.sekisho.simulator.log.LogFormat;
import dev.sekisho.simulator.log.LoggedLine;
import dev.sekisho.simulator.path.PathInterpreter;
import dev.sekisho.simulator.path.PathOptions;
import dev.sekisho.simulator.verdict.PathResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ReplayTest {
    private static final Replay.Question USUAL = new Replay.Question(Optional.empty(), false);

    private static Environment environment(String ports, String nextHop) {
        return Environments.of("""
                virtualNetworks:
                  - {name: spoke, addressSpace: [10.0.0.0/16], subnets: [{name: nodes, prefix: 10.0.1.0/24, routeTable: rt, networkSecurityGroup: guard}, {name: open, prefix: 10.0.2.0/24}]}
                networkSecurityGroups:
                  - name: guard
                    securityRules:
                      - {name: no-mail, priority: 100, direction: Outbound, access: Deny, protocol: Tcp, sourceAddressPrefix: '*', destinationAddressPrefix: '*', destinationPortRange: '25'}
                routeTables:
                  - {name: rt, routes: [{name: out, addressPrefix: 0.0.0.0/0, nextHopType: %s}]}
                firewalls:
                  - {name: fw, privateIp: 10.1.0.4, tier: Standard, policy: pol}
                firewallPolicies:
                  - name: pol
                    tier: Standard
                    ruleCollectionGroups:
                      - name: group
                        priority: 500
                        ruleCollections:
                          - name: net
                            priority: 200
                            ruleCollectionType: FirewallPolicyFilterRuleCollection
                            action: {type: Allow}
                            rules:
                              - {ruleType: NetworkRule, name: bank, ipProtocols: [TCP], sourceAddresses: [10.0.0.0/16], destinationAddresses: [203.0.113.0/24], destinationPorts: [%s]}
                              - {ruleType: NetworkRule, name: idle, ipProtocols: [TCP], sourceAddresses: [10.9.0.0/16], destinationAddresses: [203.0.113.0/24], destinationPorts: ['1']}
                """
                .formatted(nextHop, ports));
    }

    private static final Environment BEFORE = environment("'8000-8099'",
            "VirtualAppliance, nextHopIpAddress: 10.1.0.4");
    private static final Environment AFTER = environment("'8050-8149'", "VirtualAppliance, nextHopIpAddress: 10.1.0.4");
    private static final Environment OPEN = environment("'8000-8099'", "Internet");

    /// Lines of a virtual network's flow log, some of them about dropped flows and some that go on.
    private static List<String> tuples(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> tuples = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            int port = random.nextInt(10) == 0 ? 25 : 8000 + random.nextInt(200);
            String state = List.of("B", "C", "E", "D").get(random.nextInt(4));
            tuples.add("%d,10.0.%d.%d,%s.%d,4000,%d,6,O,%s,NX,1,100,1,100".formatted(1_700_000_000_000L + i,
                    1 + random.nextInt(2), 4 + random.nextInt(20), random.nextBoolean() ? "203.0.113" : "198.51.100",
                    random.nextInt(4), port, state));
        }
        return tuples;
    }

    private static List<LoggedLine> lines(List<String> tuples) {
        List<LoggedLine> lines = new ArrayList<>();
        for (int i = 0; i < tuples.size(); i++) {
            lines.add(
                    new LoggedLine(SourceLocation.of("log", i + 1, 1), LogFormat.VNET_FLOW_TUPLE.read(tuples.get(i))));
        }
        return lines;
    }

    private static ReplayTally replay(Replay replay, List<LoggedLine> lines, int parts) {
        List<ReplayPart> all = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            all.add(replay.part());
        }
        for (int i = 0; i < lines.size(); i++) {
            all.get(i % parts).add(lines.get(i));
        }
        ReplayTally total = new ReplayTally();
        all.forEach(part -> total.add(part.finish()));
        return total;
    }

    private static PathResult interpret(Environment environment, String tuple) {
        String[] parts = tuple.split(",");
        Flow flow = Flows.tcp(parts[1], parts[2], Integer.parseInt(parts[4]));
        return new PathInterpreter(environment).evaluate(flow, PathOptions.NONE).result();
    }

    static LongStream seeds() {
        return LongStream.range(0, 3);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void twoEnvironmentsDifferWhereTheInterpreterSaysSo(long seed) {
        List<String> tuples = tuples(seed);
        for (Environment after : List.of(AFTER, OPEN)) {
            Map<String, Long> expected = tuples.stream()
                    .map(tuple -> interpret(BEFORE, tuple) + " " + interpret(after, tuple))
                    .collect(Collectors.groupingBy(text -> text, Collectors.counting()));
            ReplayTally tally = replay(Replay.of(BEFORE, Optional.of(after), USUAL), lines(tuples), 1);
            Map<String, Long> found = new HashMap<>();
            tally.changes().forEach(change -> found.merge(change.key().before() + " " + change.key().after(),
                    change.usage().flows(), Long::sum));
            expected.keySet().removeIf(pair -> pair.split(" ")[0].equals(pair.split(" ")[1]));
            assertFalse(expected.isEmpty());
            assertEquals(expected, found);
            assertEquals(tuples.size(), tally.flows());
            assertEquals(expected.values().stream().mapToLong(Long::longValue).sum(), tally.changed());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aLogDisagreesWhereSecurityGroupsDoOtherwise(long seed) {
        List<String> tuples = tuples(seed);
        long expected = tuples.stream()
                .filter(tuple -> tuple.contains(",D,") != (interpret(BEFORE, tuple) == PathResult.DROPPED_BY_NSG))
                .count();
        ReplayTally tally = replay(Replay.of(BEFORE, Optional.empty(), USUAL), lines(tuples), 1);
        assertEquals(expected, tally.changed());
        assertEquals(tuples.stream().filter(tuple -> tuple.contains(",C,") || tuple.contains(",E,")).count(),
                tally.continued());
        assertEquals(0, tally.unknown());
    }

    @Test
    void countsDoNotDependOnHowTheWorkIsDivided() {
        List<LoggedLine> lines = lines(tuples(7));
        Replay replay = Replay.of(BEFORE, Optional.of(OPEN), USUAL);
        assertEquals(describe(replay(replay, lines, 1)), describe(replay(replay, lines, 3)));
    }

    private static List<String> describe(ReplayTally tally) {
        List<String> text = new ArrayList<>();
        tally.rulings().forEach(each -> text.add(each.getKey() + " " + each.getValue().flows() + " "
                + each.getValue().bytes() + " " + each.getValue().first() + " " + each.getValue().last()));
        tally.changes().forEach(change -> text.add(change.key() + " " + change.sources().values() + " "
                + change.ports().values() + " " + change.usage().flows() + " " + change.witness().at().line()));
        return text;
    }

    @Test
    void rulesThatDecideAboutNothingAreNamed() {
        Replay replay = Replay.of(BEFORE, Optional.empty(), USUAL);
        ReplayTally tally = replay(replay, lines(List.of("1700000000000,10.0.1.4,203.0.113.1,1,8001,6,O,B,NX,0,0,0,0")),
                1);
        assertEquals(List.of("pol/group/net/bank", "pol/group/net/idle"), replay.rules());
        assertEquals(List.of("pol/group/net/idle"), tally.unused(replay.rules()));
    }

    @Test
    void aChangeNamesItsSendersAndTheFirstLine() {
        List<String> tuples = new ArrayList<>();
        for (int host = 40; host >= 4; host--) {
            tuples.add("1700000000000,10.0.1.%d,203.0.113.1,1,8001,6,O,B,NX,0,0,0,0".formatted(host));
        }
        ReplayedChange change = replay(Replay.of(BEFORE, Optional.of(AFTER), USUAL), lines(tuples), 1).changes()
                .getFirst();
        assertEquals(IpAddress.parse("10.0.1.4"), change.sources().values().getFirst());
        assertEquals(Lowest.KEPT, change.sources().values().size());
        assertTrue(change.sources().hasMore());
        assertEquals(List.of(8001), change.ports().values());
        assertEquals(1, change.witness().at().line());
        assertEquals(new ReplayedChange.Key("203.0.113.1", "tcp", "Allow", "pol/group/net/bank", "Deny",
                "NoRuleMatched"), change.key());
    }

    @Test
    void theSameResultByAnotherRuleIsAChangeOnRequest() {
        String line = "TCP request from 10.0.1.4:1 to 203.0.113.1:8001. Action: Allow. Policy: pol. "
                + "Rule Collection Group: group. Rule Collection: net. Rule: ";
        List<LoggedLine> lines = List.of("bank", "old").stream()
                .map(rule -> new LoggedLine(SourceLocation.of("log", 1, 1),
                        LogFormat.AZURE_DIAGNOSTICS.read(line + rule)))
                .toList();
        assertEquals(0, replay(Replay.of(BEFORE, Optional.empty(), USUAL), lines, 1).changed());
        ReplayTally tally = replay(
                Replay.of(BEFORE, Optional.empty(), new Replay.Question(Optional.empty(), true)), lines, 1);
        assertEquals(List.of("pol/group/net/old"),
                tally.changes().stream().map(change -> change.key().beforeBy()).toList());
    }

    @Test
    void securityGroupsOfASourceThatIsNotDescribedAreUnknown() {
        ReplayTally tally = replay(Replay.of(BEFORE, Optional.empty(), USUAL), lines(List.of(
                "1700000000000,192.0.2.1,10.0.1.4,1,22,6,I,D,NX,0,0,0,0",
                "1700000000000,192.0.2.1,10.0.1.4,1,22,6,I,B,NX,0,0,0,0")), 1);
        assertEquals(2, tally.unknown());
        assertEquals(0, tally.changed());
    }

    @Test
    void whatAFirewallLoggedMustComeToTheFirewall() {
        List<LoggedLine> lines = List.of(new LoggedLine(SourceLocation.of("log", 1, 1), LogFormat.AZURE_DIAGNOSTICS
                .read("TCP request from 10.0.1.4:1 to 203.0.113.1:8001. Action: Deny")));
        assertEquals(List.of("BypassesFirewall"), replay(Replay.of(OPEN, Optional.empty(), USUAL), lines, 1).changes()
                .stream().map(change -> change.key().after()).toList());
    }
}
