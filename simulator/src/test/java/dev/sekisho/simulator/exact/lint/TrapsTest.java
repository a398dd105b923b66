package dev.sekisho.simulator.exact.lint;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.simulator.Environments;
import dev.sekisho.simulator.exact.lint.finding.Finding;
import dev.sekisho.simulator.exact.lint.finding.LintCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/// One rule for each trap, and the same rule as it should be.
class TrapsTest {
    private static final String WEB = "ApplicationRule, sourceAddresses: [10.0.0.0/8], protocols: [{protocolType: Https, port: 443}]";

    private static final String NETWORK = """
            virtualNetworks:
              - name: spoke
                addressSpace: [10.42.0.0/16]
                subnets:
                  - {name: aks, prefix: 10.42.1.0/24, routeTable: rt, networkSecurityGroup: nsg, serviceEndpoints: [{service: Microsoft.Storage, prefixes: [198.51.100.0/25]}]}
                  - {name: endpoints, prefix: 10.42.5.0/24, privateEndpointNetworkPolicies: RouteTableEnabled}
                peerings: [{name: to-hub, addressSpace: [10.1.0.0/16]}]
            routeTables:
              - name: rt
                routes:
                  - {name: default, addressPrefix: 0.0.0.0/0, nextHopType: VirtualAppliance, nextHopIpAddress: 10.1.0.4}
                  - {name: endpoints, addressPrefix: 10.42.5.0/24, nextHopType: VirtualAppliance, nextHopIpAddress: 10.1.0.4}
            networkSecurityGroups:
              - name: nsg
                securityRules:
                  - {name: inside, priority: 200, direction: Outbound, access: Allow, protocol: '*', sourceAddressPrefix: '*', destinationAddressPrefix: VirtualNetwork, destinationPortRange: '*'}
                  - {name: outside, priority: 300, direction: Outbound, access: Deny, protocol: '*', sourceAddressPrefix: '*', destinationAddressPrefix: Internet, destinationPortRange: '*'}
            privateEndpoints: [{name: db, ip: 10.42.5.4, fqdns: [db.example], subnet: spoke/endpoints}]
            """;

    /// Rules in collections of their own, each written as its action and what follows `ruleType: `.
    private static Environment policy(String before, String... rules) {
        return environment(before, "sql: {allowSqlRedirect: true}", rules);
    }

    /// The same with settings of the policy; what is no rule is a collection.
    private static Environment settled(String settings, String... rules) {
        return environment("", settings.isEmpty() ? "threatIntelMode: Deny" : settings, rules);
    }

    private static Environment environment(String before, String settings, String... rules) {
        StringBuilder yaml = new StringBuilder(before).append("""
                firewalls: [{name: fw, tier: Premium, privateIp: 10.1.0.4, policy: p}]
                firewallPolicies:
                  - name: p
                    tier: Premium
                    %s
                    ruleCollectionGroups:
                      - name: g
                        priority: 200
                        ruleCollections:
                """.formatted(settings));
        for (int i = 0; i < rules.length; i++) {
            if (rules[i].startsWith(" ")) {
                yaml.append(rules[i].indent(4));
                continue;
            }
            String[] words = rules[i].split(" ", 2);
            yaml.append("""
                              - name: c%d
                                ruleCollectionType: FirewallPolicyFilterRuleCollection
                                priority: %d
                                action: {type: %s}
                                rules: [{name: r%d, ruleType: %s}]
                    """.formatted(i, 100 + i, words[0], i, words[1]));
        }
        return Environments.of(yaml.toString());
    }

    private static Set<String> codes(Environment environment, String rule) {
        return Linter.lint(environment).stream().filter(finding -> finding.rule().endsWith(rule)).map(Finding::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String network(String protocol, String to, String port) {
        return "Allow NetworkRule, ipProtocols: [" + protocol
                + "], sourceAddresses: [10.0.0.0/8], destinationAddresses: ['" + to + "'], destinationPorts: ['" + port
                + "']";
    }

    static Stream<Arguments> traps() {
        return Stream.of(
                arguments(LintCode.PORT_25, network("TCP", "203.0.113.25", "25"),
                        network("TCP", "203.0.113.25", "587")),
                arguments(LintCode.ICMP_TO_INTERNET, network("ICMP", "203.0.113.0/24", "*"),
                        network("ICMP", "10.9.0.0/16", "*")),
                arguments(LintCode.SQL_REDIRECT_PORTS, network("TCP", "203.0.113.0/24", "11000-11999"),
                        network("TCP", "203.0.113.0/24", "1433")),
                arguments(LintCode.CATEGORY_NOT_INSPECTED,
                        "Deny " + WEB + ", webCategories: [Finance], terminateTLS: true",
                        "Deny " + WEB + ", webCategories: [News], terminateTLS: true"),
                arguments(LintCode.INFRASTRUCTURE_DENIED, "Deny " + WEB + ", targetFqdns: ['*']",
                        "Deny " + WEB + ", targetFqdns: ['*.example']"),
                arguments(LintCode.INSPECTED_API_SERVER,
                        "Allow " + WEB + ", targetFqdns: ['*.hcp.japaneast.azmk8s.io'], terminateTLS: true",
                        "Allow " + WEB + ", targetFqdns: ['*.hcp.japaneast.azmk8s.io']"),
                arguments(LintCode.URL_WITHOUT_INSPECTION, "Allow " + WEB + ", targetUrls: [www.example.com/path]",
                        "Allow " + WEB + ", targetUrls: [www.example.com/path], terminateTLS: true"),
                arguments(LintCode.MIXED_TARGETS, "Allow " + WEB + ", targetFqdns: [a.example], webCategories: [News]",
                        "Allow " + WEB + ", targetFqdns: [a.example]"),
                arguments(LintCode.WILDCARD_WITHOUT_DOT, "Allow " + WEB + ", targetFqdns: ['*contoso.com']",
                        "Allow " + WEB + ", targetFqdns: ['*.contoso.com', contoso.com]"),
                arguments(LintCode.HOST_PORT,
                        "Allow ApplicationRule, sourceAddresses: ['*'], protocols: [{protocolType: Http, port: 8080}], targetFqdns: [a.example]",
                        "Allow ApplicationRule, sourceAddresses: ['*'], protocols: [{protocolType: Http, port: 80}], targetFqdns: [a.example]"),
                arguments(LintCode.OVER_WIDE, network("Any", "*", "*"), network("TCP", "203.0.113.0/24", "443")),
                arguments(LintCode.NETWORK_RULE_BY_NAME,
                        "Allow NetworkRule, ipProtocols: [TCP], sourceAddresses: ['*'], destinationFqdns: [ghcr.io], destinationPorts: ['443']",
                        "Allow NetworkRule, ipProtocols: [TCP], sourceAddresses: ['*'], destinationFqdns: [ghcr.io], destinationPorts: ['9000']"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("traps")
    void aRuleInATrapIsFoundAndTheRuleAsItShouldBeIsNot(LintCode code, String trapped, String right) {
        assertTrue(codes(policy("", trapped), "/r0").contains(code.name()),
                () -> codes(policy("", trapped), "").toString());
        assertFalse(codes(policy("", right), "/r0").contains(code.name()), right);
    }

    @Test
    void http3MattersWhereThereAreApplicationRules() {
        String names = "Allow " + WEB + ", targetFqdns: [a.example]";
        assertEquals(Set.of("HTTP3_PAST_NAMES"), codes(policy("", network("UDP", "*", "443"), names), "/r0"));
        assertEquals(Set.of(), codes(policy("", network("UDP", "203.0.113.0/24", "443"), names), "/r0"));
        assertEquals(Set.of(), codes(policy("", network("UDP", "*", "443")), "/r0"));
    }

    @Test
    void settingsOfThePolicyMakeTrapsOfRules() {
        String names = "Allow " + WEB + ", targetFqdns: [a.example]";
        String web = network("TCP", "203.0.113.0/24", "443");
        assertEquals(Set.of("MASKED_THREAT_ALERTS"), codes(policy("", web, names), "/r0"));
        assertEquals(Set.of(), codes(policy("", network("TCP", "203.0.113.0/24", "8443"), names), "/r0"));
        assertEquals(Set.of(), codes(settled("threatIntelMode: Deny", web, names), "/r0"));
        assertEquals(Set.of("NEVER_TRANSLATED"), codes(settled("snat: {privateRanges: [0.0.0.0/0]}",
                network("TCP", "203.0.113.0/24", "8443")), "/r0"));
        assertEquals(Set.of(), codes(settled("snat: {privateRanges: [0.0.0.0/0]}",
                network("TCP", "10.9.0.0/16", "8443")), "/r0"));
        String sql = "Allow ApplicationRule, sourceAddresses: ['*'], protocols: [{protocolType: Mssql, port: 1433}], targetFqdns: [a.example]";
        assertEquals(Set.of("SQL_PROXY_MODE"), codes(settled("threatIntelMode: Deny", sql), "/r0"));
        assertEquals(Set.of(), codes(settled("sql: {allowSqlRedirect: true}", sql), "/r0"));
    }

    @Test
    void aDenyBehindDnatStopsNothing() {
        String dnat = """
                      - name: in
                        ruleCollectionType: FirewallPolicyNatRuleCollection
                        priority: 105
                        action: {type: DNAT}
                        rules: [{ruleType: NatRule, name: web, ipProtocols: [TCP], sourceAddresses: ['*'], destinationAddresses: [20.0.0.10], destinationPorts: ['443'], translatedAddress: 10.42.1.20, translatedPort: '8443'}]
                """;
        String deny = network("TCP", "10.42.1.0/24", "8443").replaceFirst("Allow", "Deny");
        assertEquals(Set.of("DENY_BEHIND_DNAT", "SAYS_THE_DEFAULT"), codes(settled("", deny, dnat), "/r0"));
        assertEquals(Set.of("SAYS_THE_DEFAULT"), codes(settled("", deny.replace("'8443'", "'443'"), dnat), "/r0"));
    }

    @Test
    void aNetworkRuleToAnywhereLeavesApplicationRulesNothingToChoose() {
        Environment wide = policy("", network("TCP", "*", "443"), "Allow " + WEB + ", targetFqdns: [a.example]");
        assertTrue(codes(wide, "/r0").contains("APPLICATION_RULES_SWITCHED_OFF"));
        Environment narrow = policy("", network("TCP", "203.0.113.0/24", "443"),
                "Allow " + WEB + ", targetFqdns: [a.example]");
        assertEquals(Set.of("MASKED_THREAT_ALERTS"), codes(narrow, "/r0"));
    }

    /// 128 rules before it leave it nothing on the port of the application rule; 32 of them are few enough to see that.
    @Test
    void whatIsNotDecidedBecauseTooMuchStandsBeforeIsSaid() {
        assertTrue(codes(behindRulesForEveryAddress(128), "/r128").contains("ORDER_UNDECIDED"));
        Set<String> few = codes(behindRulesForEveryAddress(32), "/r32");
        assertFalse(few.contains("ORDER_UNDECIDED") || few.contains("APPLICATION_RULES_SWITCHED_OFF"), few::toString);
    }

    private static Environment behindRulesForEveryAddress(int count) {
        List<String> rules = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rules.add(network("TCP", "%d.0.0.0-%d.255.255.255".formatted(i * 256 / count, (i + 1) * 256 / count - 1),
                    "443"));
        }
        rules.add(network("TCP", "0.0.0.0/0", "443', '8443"));
        rules.add("Deny " + WEB + ", targetFqdns: [a.example]");
        return policy("", rules.toArray(String[]::new));
    }

    @Test
    void aNameThatOnlyAWildcardElsewhereDecidesAboutIsFound() {
        Environment covered = policy("", "Allow " + WEB + ", targetFqdns: ['*.contoso.com']",
                "Allow " + WEB + ", targetFqdns: [a.contoso.com, b.example]");
        List<Finding> findings = Linter.lint(covered).stream().filter(finding -> finding.rule().endsWith("/r1"))
                .toList();
        assertEquals(List.of("NAME_UNDER_WILDCARD"), findings.stream().map(Finding::code).toList());
        assertEquals(List.of("p/g/c0/r0"), findings.getFirst().blockers());
        assertEquals("a.contoso.com", findings.getFirst().witness().orElseThrow().destinationName().orElseThrow());
        assertEquals(Set.of(), codes(policy("", "Allow " + WEB + ", targetFqdns: ['*.a.contoso.com']",
                "Allow " + WEB + ", targetFqdns: [a.contoso.com, b.example]"), "/r1"));
    }

    /// Each of 201 rules takes a part of what a name is about; whether they take all of it is not asked any more.
    @Test
    void aNameBehindTooManyWildcardsIsSaidToBeUndecided() {
        Set<String> many = codes(behindWildcards(201), "/r201");
        assertTrue(many.contains("ORDER_UNDECIDED") && !many.contains("NAME_UNDER_WILDCARD"), many::toString);
        Set<String> few = codes(behindWildcards(200), "/r200");
        assertFalse(few.contains("ORDER_UNDECIDED") || few.contains("NAME_UNDER_WILDCARD"), few::toString);
    }

    private static Environment behindWildcards(int count) {
        List<String> rules = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rules.add("Allow " + WEB.replace("10.0.0.0/8", "10.0." + i + ".0/24") + ", targetFqdns: ['*.contoso.com']");
        }
        rules.add("Allow " + WEB + ", targetFqdns: [a.contoso.com, b.example]");
        return policy("", rules.toArray(String[]::new));
    }

    @Test
    void aDenyListThatAnEmptyGroupDisablesIsAnError() {
        Environment empty = policy("ipGroups: {none: []}\n",
                "Deny NetworkRule, ipProtocols: [TCP], sourceAddresses: ['*'], destinationAddresses: [203.0.113.4], destinationIpGroups: [none], destinationPorts: ['443']");
        Finding finding = Linter.lint(empty).stream().filter(found -> found.code().equals("EMPTY_IP_GROUP")).findFirst()
                .orElseThrow();
        assertTrue(finding.message().endsWith("so the rule is skipped and denies nothing"), finding::message);
    }

    @Test
    void dnatRulesOfAParentAreInherited() {
        Environment child = Environments.of("""
                firewalls: [{name: fw, tier: Standard, privateIp: 10.1.0.4, policy: child}]
                firewallPolicies:
                  - {name: child, tier: Standard, basePolicy: base, ruleCollectionGroups: []}
                  - name: base
                    tier: Standard
                    ruleCollectionGroups:
                      - name: g
                        priority: 200
                        ruleCollections:
                          - name: in
                            ruleCollectionType: FirewallPolicyNatRuleCollection
                            priority: 205
                            action: {type: DNAT}
                            rules: [{ruleType: NatRule, name: web, ipProtocols: [TCP], sourceAddresses: ['*'], destinationAddresses: [203.0.113.10], destinationPorts: ['443'], translatedAddress: 10.30.1.100, translatedPort: '8443'}]
                """);
        assertEquals(Set.of("INHERITED_DNAT"), codes(child, "/web"));
    }

    @Test
    void whatRoutesAndGroupsOfASubnetDoToEachOtherIsFound() {
        String rule = network("TCP", "10.42.5.4", "5432").replace("10.0.0.0/8", "10.42.1.0/24");
        Environment trapped = policy(NETWORK, rule);
        Set<String> all = codes(trapped, "");
        assertTrue(all.containsAll(Set.of("SERVICE_ENDPOINT_BYPASS", "VIRTUAL_NETWORK_TAG", "UNTRANSLATED_ENDPOINT")),
                all::toString);
        assertEquals(Set.of("VIRTUAL_NETWORK_TAG"), codes(trapped, "nsg/inside"));
        assertEquals(Set.of("UNTRANSLATED_ENDPOINT"), codes(trapped, "/r0"));
        Environment right = policy(NETWORK.replace("destinationAddressPrefix: VirtualNetwork",
                "destinationAddressPrefix: 10.42.0.0/16").replace("Microsoft.Storage, prefixes: [198.51.100.0/25]}",
                        "Microsoft.Sql}")
                .replaceAll(", serviceEndpoints: [^\\]]*\\]", "")
                .replace("RouteTableEnabled", "Disabled"), rule);
        assertEquals(Set.of("NO_ROUTE"), codes(right, "/r0"));
        assertEquals(Set.of(), codes(right, "nsg/inside"));
        assertFalse(codes(right, "").contains("SERVICE_ENDPOINT_BYPASS"));
    }
}
