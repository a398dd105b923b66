package dev.sekisho.simulator.view;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.DnsSettings;
import dev.sekisho.model.firewall.ExplicitProxy;
import dev.sekisho.model.firewall.IntrusionDetection;
import dev.sekisho.model.firewall.SnatSettings;
import dev.sekisho.model.firewall.ThreatIntelMode;
import dev.sekisho.simulator.Environments;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EffectiveSettingsTest {
    private static final String PARENT = """
            threatIntelMode: Alert
            threatIntelWhitelist: {ipAddresses: [203.0.113.1], fqdns: [parent.example]}
            dnsSettings: {servers: [10.0.0.1], enableProxy: true}
            snat: {privateRanges: [192.0.2.0/25]}
            intrusionDetection: {mode: Alert, configuration: {signatureOverrides: [{id: '1', mode: Deny}, {id: '2', mode: 'Off'}], privateRanges: [10.1.0.0/16], bypassTrafficSettings: [{name: parents, protocol: TCP, sourceAddresses: ['*'], destinationAddresses: ['*'], destinationPorts: ['1']}]}}
            explicitProxy: {enableExplicitProxy: true, httpPort: 8081}
            sql: {allowSqlRedirect: true}
            """;
    private static final String CHILD = """
            threatIntelMode: Deny
            threatIntelWhitelist: {ipAddresses: [203.0.113.2], fqdns: [child.example]}
            dnsSettings: {servers: [10.0.0.2], enableProxy: false}
            snat: {privateRanges: [192.0.2.128/25]}
            intrusionDetection: {mode: Deny, configuration: {signatureOverrides: [{id: '2', mode: Alert}], privateRanges: [10.2.0.0/16], bypassTrafficSettings: [{name: childs, protocol: UDP, sourceAddresses: ['*'], destinationAddresses: ['*'], destinationPorts: ['2']}]}}
            explicitProxy: {enableExplicitProxy: true, httpPort: 8082}
            sql: {allowSqlRedirect: false}
            """;

    private static FirewallView firewall(String tier, String parent, String child) {
        Environment environment = Environments.of("""
                firewalls: [{name: fw, tier: %s, privateIp: 10.60.0.4, policy: child}]
                firewallPolicies:
                  - name: parent
                    tier: Premium
                %s
                  - name: child
                    tier: Premium
                    basePolicy: parent
                %s
                """.formatted(tier, parent.indent(4), child.indent(4)));
        return new Views(environment).firewall(environment.firewalls().getFirst());
    }

    private static EffectiveSettings settings(String parent, String child) {
        return firewall("Premium", parent, child).settings();
    }

    @Test
    void aChildsSettingsComeFirstAndProtectionIsUnited() {
        EffectiveSettings settings = settings(PARENT, CHILD);
        assertEquals(ThreatIntelMode.DENY, settings.threatIntelMode());
        assertEquals(2, settings.allowlists().size());
        assertEquals("[10.0.0.2]", settings.dns().map(DnsSettings::servers).orElseThrow().toString());
        assertEquals("[192.0.2.128/25]", settings.snat().map(SnatSettings::privateRanges).orElseThrow().toString());
        IntrusionDetection detection = settings.intrusionDetection().orElseThrow();
        assertEquals(ThreatIntelMode.DENY, detection.mode());
        assertEquals("{1=Deny, 2=Alert}", detection.signatureOverrides().toString());
        assertEquals(List.of("parents", "childs"),
                detection.bypasses().stream().map(IntrusionDetection.Bypass::name).toList());
        assertEquals("[10.2.0.0/16]", detection.privateRanges().toString());
        assertEquals(OptionalInt.of(8082), settings.explicitProxy().map(ExplicitProxy::httpPort).orElseThrow());
        assertFalse(settings.allowSqlRedirect());
    }

    @Test
    void aParentsSettingsHoldWhereTheChildSaysNothing() {
        EffectiveSettings settings = settings(PARENT,
                "intrusionDetection: {mode: 'Off', configuration: {signatureOverrides: []}}\n");
        assertEquals(ThreatIntelMode.ALERT, settings.threatIntelMode());
        assertEquals("[10.0.0.1]", settings.dns().map(DnsSettings::servers).orElseThrow().toString());
        assertEquals("[192.0.2.0/25]", settings.snat().map(SnatSettings::privateRanges).orElseThrow().toString());
        assertEquals(ThreatIntelMode.ALERT, settings.intrusionDetection().orElseThrow().mode());
        assertEquals("[10.1.0.0/16]", settings.intrusionDetection().orElseThrow().privateRanges().toString());
        assertEquals(OptionalInt.of(8081), settings.explicitProxy().map(ExplicitProxy::httpPort).orElseThrow());
        assertTrue(settings.allowSqlRedirect());
    }

    @Test
    void withoutSettingsThreatIntelligenceAlerts() {
        EffectiveSettings settings = settings("", "");
        assertEquals(ThreatIntelMode.ALERT, settings.threatIntelMode());
        assertTrue(settings.dns().isEmpty());
        assertTrue(settings.intrusionDetection().isEmpty());
        assertFalse(settings.allowSqlRedirect());
    }

    @ParameterizedTest
    @CsvSource({"Basic, true, false", "Standard, true, true", "Premium, true, true", "Premium, false, false"})
    void theBasicTierHasNoDnsProxy(String tier, boolean enabled, boolean proxy) {
        assertEquals(proxy, firewall(tier, "", "dnsSettings: {enableProxy: " + enabled + "}\n").dnsProxy());
    }
}
