package dev.sekisho.model.io.environment;

import dev.sekisho.model.environment.ValidationCode;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.NetworkRuleCollection;
import dev.sekisho.model.network.NextHop;
import dev.sekisho.model.network.Route;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RefusedValuesTest {

    private static ReadText networkRule(String keys) {
        return rule("NetworkRule", "ipProtocols: [TCP], destinationPorts: ['443'], " + keys);
    }

    private static ReadText rule(String type, String keys) {
        return ReadText.of("""
                firewall:
                  privateIp: 10.1.0.4
                  policy:
                    name: p
                    ruleCollectionGroups:
                      - name: g
                        priority: 200
                        ruleCollections:
                          - name: c
                            ruleCollectionType: FirewallPolicyFilterRuleCollection
                            priority: 200
                            action: {type: Allow}
                            rules:
                              - {ruleType: %s, name: r, %s}
                """.formatted(type, keys));
    }

    private static Entry<AddressTerm> destination(ReadText read) {
        NetworkRuleCollection collection = (NetworkRuleCollection) read.environment().firewallPolicies().getFirst()
                .ruleCollectionGroups().getFirst().ruleCollections().getFirst();
        return collection.rules().getFirst().destinations().addresses().getFirst();
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.9-10.0.0.4, RANGE_ORDER", "10.0.0.4-10.0.0.300, ADDRESS", "10.0.0.4-fd00::1, ADDRESS",
            "10.0.0.300, ADDRESS", "10.0.0.0/33, ADDRESS", "10.0.0.5/240, ADDRESS", "010.0.0.1, ADDRESS",
            "2001:db8::1::2, ADDRESS", "'a tag', ADDRESS", "'', ADDRESS", "Storage..East, ADDRESS"})
    void anAddressThatAzureRefusesNeverMatchesAndSaysWhere(String text, String code) {
        ReadText read = networkRule("sourceAddresses: ['*'], destinationAddresses: ['" + text + "']");
        assertEquals(List.of(read.place("'" + text + "'") + " " + code), read.findings());
        Entry.Malformed<AddressTerm> entry = (Entry.Malformed<AddressTerm>) destination(read);
        assertEquals(text + " " + code, entry.text() + " " + entry.code());
        assertTrue(ValidationCode.of(code).isPresent());
    }

    @Test
    void hostBitsInARuleAreMaskedWithAWarning() {
        ReadText read = networkRule("sourceAddresses: ['*'], destinationAddresses: [10.0.0.5/24]");
        assertEquals("10.0.0.0/24", destination(read).toString());
        assertEquals(false, read.diagnostics().hasErrors());
        assertEquals(List.of(read.place("10.0.0.5/24") + " HOST_BITS"), read.findings());
        assertTrue(read.diagnostics().toString().contains("write 10.0.0.0/24"));
    }

    @ParameterizedTest
    @CsvSource({"70000, PORT_RANGE", "0, PORT_RANGE", "8010-8000, RANGE_ORDER", "http, PORT_RANGE",
            "'80,443', PORT_RANGE",
            "080, PORT_RANGE", "443-, PORT_RANGE"})
    void aPortThatAzureRefusesSaysWhere(String text, String code) {
        ReadText read = rule("NetworkRule",
                "ipProtocols: [TCP], sourceAddresses: ['*'], destinationAddresses: ['*'], destinationPorts: ['" + text
                        + "']");
        assertEquals(List.of(read.place("'" + text + "'") + " " + code), read.findings());
    }

    @ParameterizedTest
    @CsvSource({"destinationFqdns, '*.contoso.com', NETWORK_FQDN_WILDCARD",
            "destinationFqdns, 'www.*.com', NETWORK_FQDN_WILDCARD", "destinationFqdns, 'https://a.example', FQDN"})
    void aNameInANetworkRuleIsExact(String key, String text, String code) {
        ReadText read = networkRule("sourceAddresses: ['*'], " + key + ": ['" + text + "']");
        assertEquals(List.of(read.place("'" + text + "'") + " " + code), read.findings());
    }

    @ParameterizedTest
    @CsvSource({"targetFqdns, www.contoso.*, FQDN_WILDCARD", "targetFqdns, *.contoso.*, FQDN_WILDCARD",
            "targetFqdns, www.*.com, FQDN_WILDCARD", "targetFqdns, 'contoso .com', FQDN",
            "targetUrls, https://www.contoso.com, URL_PATTERN", "targetUrls, www.contoso.com:8080, URL_PATTERN",
            "targetUrls, www.contoso.com/test?x=1, URL_PATTERN", "targetUrls, www.contoso.*/test/*, URL_PATTERN",
            "targetUrls, www.*contoso.com, URL_PATTERN"})
    void aTargetThatAzureRefusesSaysWhere(String key, String text, String code) {
        ReadText read = rule("ApplicationRule",
                "sourceAddresses: ['*'], protocols: [{protocolType: Https, port: 443}], " + key + ": ['" + text + "']");
        assertEquals(1, read.findings().size(), () -> read.findings().toString());
        assertTrue(read.findings().getFirst().endsWith(" " + code), () -> read.findings().toString());
    }

    @Test
    void aCollectionHoldsOneTypeAndKeepsTheFirst() {
        ReadText read = ReadText.of("""
                firewallPolicies:
                  - name: p
                    ruleCollectionGroups:
                      - name: g
                        priority: 200
                        ruleCollections:
                          - name: c
                            ruleCollectionType: FirewallPolicyFilterRuleCollection
                            priority: 200
                            action: {type: Allow}
                            rules:
                              - {ruleType: NetworkRule, name: n, ipProtocols: [TCP], sourceAddresses: ['*'], destinationAddresses: ['*'], destinationPorts: ['1']}
                              - {ruleType: ApplicationRule, name: a, sourceAddresses: ['*'], protocols: [], targetFqdns: ['*']}
                              - {ruleType: NatRule, name: t, ipProtocols: [TCP], translatedAddress: 10.0.0.1, translatedPort: '1'}
                """);
        assertEquals(List.of("13:28 MIXED_TYPES", "14:28 MIXED_TYPES"), read.findings());
        assertEquals(List.of("n"), read.environment().firewallPolicies().getFirst().ruleCollectionGroups().getFirst()
                .ruleCollections().getFirst().rules().stream().map(rule -> ((NetworkRule) rule).name()).toList());
    }

    @Test
    void routesNeedWhatTheirNextHopNeeds() {
        ReadText read = ReadText.of("""
                routeTables:
                  - name: rt
                    routes:
                      - {name: a, addressPrefix: 0.0.0.0/0, nextHopType: Internet, nextHopIpAddress: 10.1.0.4}
                      - {name: b, addressPrefix: 10.0.0.0/8, nextHopType: VirtualAppliance}
                      - {name: c, addressPrefix: 10.9.0.1/16, nextHopType: None}
                      - {name: d, addressPrefix: 10.9.0.1, nextHopType: None}
                      - {name: e, addressPrefix: 10.8.0.0/16, nextHopType: VirtualAppliance, nextHopIpAddress: 10.1.0}
                """);
        assertEquals(
                List.of("4:86 NEXT_HOP_IP_NOT_ALLOWED", "5:9 NEXT_HOP_IP_REQUIRED", "6:34 HOST_BITS", "7:34 ADDRESS",
                        read.place("10.1.0}") + " ADDRESS"),
                read.findings());
        List<Route> routes = read.environment().routeTables().getFirst().routes();
        assertEquals(NextHop.Platform.INTERNET, routes.getFirst().nextHop());
        assertTrue(((NextHop.VirtualAppliance) routes.get(1).nextHop()).address() instanceof Entry.Malformed<?> missing
                && missing.code().equals("NEXT_HOP_IP_REQUIRED"));
        assertTrue(routes.get(2).destination() instanceof Entry.Malformed);
    }

    @Test
    void whatIsMisspeltIsNamedWithTheNearestKnownWord() {
        ReadText read = ReadText.of("""
                vnet: {adressSpace: [10.0.0.0/16], subnet: 10.0.0.0/24}
                routeTable: {routes: [{name: a, addressPrefix: 0.0.0.0/0, nextHopType: VirtualApliance}]}
                fixures: {}
                """);
        assertEquals(List.of("1:7 MISSING_KEY", "1:8 UNKNOWN_KEY", "2:72 UNKNOWN_VALUE", "3:1 UNKNOWN_KEY"),
                read.findings());
        assertTrue(read.diagnostics().toString().contains("did you mean 'addressSpace'?"));
        assertTrue(read.diagnostics().toString().contains("did you mean 'VirtualAppliance'?"));
        assertTrue(read.diagnostics().toString().contains("did you mean 'fixtures'?"));
    }

    @Test
    void whatIsReadButNotModelledIsReported() {
        ReadText read = ReadText.of("""
                firewallPolicies:
                  - {name: p, dnsSettings: {enableProxy: true, requireProxyForNetworkRules: true}, explicitProxy: {enablePacFile: true}}
                """);
        assertEquals(List.of("2:48 NOT_MODELLED", "2:100 NOT_MODELLED"), read.findings());
        assertEquals(false, read.diagnostics().hasErrors());
    }

    @Test
    void aParentWithTheChildsNameIsRefused() {
        ReadText read = ReadText.of("""
                firewall:
                  privateIp: 10.1.0.4
                  parentPolicy: {name: P}
                  policy: {name: p}
                """);
        assertEquals(List.of("4:18 DUPLICATE_NAME"), read.findings());
        assertEquals(1, read.environment().firewallPolicies().size());
    }

    @Test
    void rangesOfNetworksAreExact() {
        ReadText read = ReadText.of("vnet: {addressSpace: [10.0.0.1/16, 10.1.0.0], subnet: <later>}");
        assertEquals(List.of("1:23 HOST_BITS", "1:36 ADDRESS", read.place("<later>") + " ADDRESS"), read.findings());
        assertEquals("[10.0.0.0/16]", read.environment().virtualNetworks().getFirst().addressSpace().toString());
    }
}
