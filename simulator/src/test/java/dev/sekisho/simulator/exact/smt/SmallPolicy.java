package dev.sekisho.simulator.exact.smt;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.simulator.Environments;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/// A policy as a plain list of rules in the order in which a firewall asks them, network rules first.
record SmallPolicy(List<Rule> rules) {
    private static final List<String> PREFIXES = List.of("0.0.0.0/0", "10.0.0.0/8", "10.0.0.0/9", "10.128.0.0/9",
            "10.42.0.0/16", "10.42.1.0/24", "203.0.113.0/24", "203.0.113.0/25", "203.0.113.128/25", "203.0.113.4/32");
    private static final List<String> PORTS = List.of("443", "80", "80-443", "444-1433", "1-65535", "1433");
    private static final List<String> NAMES = List.of("*", "*.a.example", "*a.example", "a.example", "b.a.example",
            "*.b.a.example", "c.test");

    SmallPolicy {
        rules = List.copyOf(rules);
    }

    /// @param protocols for a network rule `TCP` and `UDP`, for an application rule one of `Http`, `Https`, `Mssql`
    /// @param targets prefixes of a network rule, names of an application rule
    /// @param ports one range, of an application rule a single port
    record Rule(boolean network, boolean allows, List<String> sources, List<String> protocols, List<String> targets,
            String ports) {
        Rule with(List<String> otherSources, List<String> otherTargets, String otherPorts) {
            return new Rule(network, allows, otherSources, protocols, otherTargets, otherPorts);
        }

        Rule opposite() {
            return new Rule(network, !allows, sources, protocols, targets, ports);
        }
    }

    static SmallPolicy random(SplittableRandom random) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            rules.add(new Rule(true, random.nextBoolean(), some(PREFIXES, random),
                    List.of(List.of("TCP"), List.of("UDP"), List.of("TCP", "UDP")).get(random.nextInt(3)),
                    some(PREFIXES, random), one(PORTS, random)));
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            rules.add(new Rule(false, random.nextBoolean(), some(PREFIXES, random),
                    List.of(one(List.of("Http", "Https", "Https", "Mssql"), random)), some(NAMES, random),
                    one(List.of("443", "443", "80", "1433"), random)));
        }
        return new SmallPolicy(rules);
    }

    /// The same meaning, written otherwise: prefixes split, rules split, rules doubled, neighbours of one action swapped.
    SmallPolicy rewritten(SplittableRandom random) {
        List<Rule> others = new ArrayList<>(rules);
        for (int steps = 1 + random.nextInt(4); steps > 0; steps--) {
            int at = random.nextInt(others.size());
            Rule rule = others.get(at);
            switch (random.nextInt(4)) {
                case 0 -> others.set(at, rule.with(halves(rule.sources()), rule.targets(), rule.ports()));
                case 1 -> others.add(at, rule);
                case 2 -> {
                    if (rule.sources().size() > 1) {
                        others.set(at, rule.with(rule.sources().subList(0, 1), rule.targets(), rule.ports()));
                        others.add(at, rule.with(rule.sources().subList(1, rule.sources().size()), rule.targets(),
                                rule.ports()));
                    }
                }
                default -> {
                    boolean alike = at + 1 < others.size() && others.get(at + 1).allows() == rule.allows()
                            && others.get(at + 1).network() == rule.network();
                    if (alike) {
                        Collections.swap(others, at, at + 1);
                    }
                }
            }
        }
        return new SmallPolicy(others);
    }

    /// Nearly the same: one rule with another end, or turned into its opposite, or left out, or two rules swapped.
    SmallPolicy changed(SplittableRandom random) {
        List<Rule> others = new ArrayList<>(rules);
        int at = random.nextInt(others.size());
        Rule rule = others.get(at);
        switch (random.nextInt(5)) {
            case 0 -> others.set(at, rule.with(some(PREFIXES, random), rule.targets(), rule.ports()));
            case 1 -> others.set(at, rule.with(rule.sources(), some(rule.network() ? PREFIXES : NAMES, random),
                    rule.ports()));
            case 2 -> others.set(at, rule.opposite());
            case 3 -> others.set(at, rule.with(rule.sources(), rule.targets(), rule.network() ? "443-444" : "444"));
            default -> {
                int other = random.nextInt(others.size());
                if (others.get(other).network() == rule.network()) {
                    Collections.swap(others, at, other);
                }
            }
        }
        return new SmallPolicy(others);
    }

    private static List<String> halves(List<String> prefixes) {
        List<String> halves = new ArrayList<>();
        for (String prefix : prefixes) {
            switch (prefix) {
                case "0.0.0.0/0" -> halves.addAll(List.of("128.0.0.0/1", "0.0.0.0/1"));
                case "10.0.0.0/8" -> halves.addAll(List.of("10.0.0.0/9", "10.128.0.0/9"));
                case "203.0.113.0/24" -> halves.addAll(List.of("203.0.113.128/25", "203.0.113.0/25"));
                default -> halves.add(prefix);
            }
        }
        return halves;
    }

    private static List<String> some(List<String> list, SplittableRandom random) {
        return random.nextBoolean() ? List.of(one(list, random))
                : List.of(one(list, random), one(list, random)).stream().distinct().toList();
    }

    private static <T> T one(List<T> list, SplittableRandom random) {
        return list.get(random.nextInt(list.size()));
    }

    /// Every rule in a collection of its own, named by its place.
    Environment environment() {
        StringBuilder yaml = new StringBuilder("""
                firewallPolicies:
                  - name: p
                    tier: Standard
                    ruleCollectionGroups:
                      - name: g
                        priority: 200
                        ruleCollections:
                """);
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            yaml.append("""
                              - name: c%d
                                ruleCollectionType: FirewallPolicyFilterRuleCollection
                                priority: %d
                                action: {type: %s}
                                rules: [{name: r%d, %s, sourceAddresses: %s}]
                    """.formatted(i, 100 + i, rule.allows() ? "Allow" : "Deny", i, rule.network()
                    ? "ruleType: NetworkRule, ipProtocols: %s, destinationAddresses: %s, destinationPorts: ['%s']"
                            .formatted(rule.protocols(), rule.targets(), rule.ports())
                    : "ruleType: ApplicationRule, protocols: [{protocolType: %s, port: %s}], targetFqdns: ['%s']"
                            .formatted(rule.protocols().getFirst(), rule.ports(),
                                    String.join("', '", rule.targets())),
                    rule.sources()));
        }
        return Environments.of(yaml.toString());
    }
}
