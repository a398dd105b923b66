package dev.sekisho.generator.plan;

import dev.sekisho.generator.plan.DeploymentPlan.Carrier;
import dev.sekisho.generator.plan.DeploymentPlan.Mechanism;
import dev.sekisho.generator.plan.DeploymentPlan.PrivateDnsZonePlan;
import dev.sekisho.generator.plan.DeploymentPlan.PrivateEndpointPlan;
import dev.sekisho.generator.plan.DeploymentPlan.ServiceEndpointPlan;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.name.Fqdn;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MechanismTest {

    @Test
    void anApplicationRuleCarriesWhatSaysItsNameInTheTraffic() {
        DeploymentPlan plan = Clusters
                .plan(Clusters.with("{name: partner, host: api.partner.example, protocol: https, port: 8443}"));
        assertEquals("partner: Https:8443 10.42.1.0/24 -> api.partner.example\n",
                Clusters.rules(plan, "dependencies"));
        assertEquals(Mechanism.APPLICATION_RULE, Clusters.carrier(plan, "partner").mechanism());
    }

    @Test
    void aNetworkRuleByNameCarriesWhatDoesNot() {
        DeploymentPlan plan = Clusters
                .plan(Clusters.with("{name: db, service: postgresql-flexible, host: db.postgres.database.azure.com}"));
        Carrier carrier = Clusters.carrier(plan, "db");
        assertEquals("db: TCP:5432 10.42.1.0/24 -> db.postgres.database.azure.com\n",
                Clusters.rules(plan, "dependencies"));
        assertEquals(List.of("rcg-payments-dependencies/rc-payments-dependencies-network/db"), carrier.by());
        assertTrue(plan.firewall().orElseThrow().dnsProxyRequired());
        assertFalse(Clusters.codes(plan).contains("CLIENT_DNS"));
    }

    @Test
    void withoutDnsProxyTheServiceTagStandsInAndIsWarnedAbout() {
        DeploymentPlan plan = Clusters.plan(Clusters
                .with("{name: db, service: postgresql-flexible, host: db.postgres.database.azure.com}")
                .replace("dnsProxy: true", "dnsProxy: false").replace("dnsServers: [10.1.0.4]", "dnsServers: []"));
        assertEquals("db: TCP:5432 10.42.1.0/24 -> Sql.JapanEast\n", Clusters.rules(plan, "dependencies"));
        assertFalse(plan.firewall().orElseThrow().dnsProxyRequired());
        assertTrue(plan.warnings().stream()
                .anyMatch(warning -> warning.code().equals("WIDER_DESTINATION") && warning.problem().contains("FW-22")),
                () -> plan.warnings().toString());
    }

    @Test
    void withoutDnsProxyAndWithoutAnotherWayTheNeedIsRefusedWithItsSource() {
        String refusal = Clusters
                .refusal(Clusters.with("{name: sftp, host: files.partner.example, protocol: tcp, port: 22}")
                        .replace("dnsProxy: true", "dnsProxy: false")
                        .replace("dnsServers: [10.1.0.4]", "dnsServers: []"));
        assertTrue(refusal.contains("sftp cannot be served") && refusal.contains("DNS_PROXY_REQUIRED")
                && refusal.contains("(FW-22)") && refusal.startsWith("cluster.yaml:26:5: error:"), refusal);
    }

    @Test
    void aPlainResolverBesideRulesByNameIsWarnedAbout() {
        DeploymentPlan plan = Clusters
                .plan(Clusters.with("{name: sftp, host: files.partner.example, protocol: tcp, port: 22}")
                        .replace("dnsServers: [10.1.0.4]", "dnsServers: [10.42.0.53]"));
        assertTrue(Clusters.codes(plan).contains("CLIENT_DNS"));
    }

    @Test
    void aNetworkRuleByAddressCarriesWhatIsOnPremises() {
        DeploymentPlan plan = Clusters
                .plan(Clusters.with("{name: ledger, cidr: 172.20.0.0/24, protocol: tcp, port: 5432}",
                        "{name: probe, cidr: 172.21.0.9/32, protocol: icmp}"));
        assertEquals("""
                ledger: TCP:5432 10.42.1.0/24 -> 172.20.0.0/24
                probe: ICMP:* 10.42.1.0/24 -> 172.21.0.9
                """, Clusters.rules(plan, "dependencies"));
        assertTrue(Clusters.codes(plan).contains("ASYMMETRIC_RETURN"));
    }

    @Test
    void aPrivateEndpointNeedsNoRuleButAnEndpointAndALinkedZone() {
        DeploymentPlan plan = Clusters.plan(Clusters.with("{name: orders, service: azure-sql-database, "
                + "host: orders.database.windows.net, via: privateEndpoint, privateIp: 10.42.5.4}"));
        assertEquals("", Clusters.rules(plan, "dependencies"));
        assertEquals(List.of(new PrivateEndpointPlan("pe-payments-orders", "orders", "Azure SQL Database",
                List.of(Fqdn.parse("orders.database.windows.net")), "endpoints", "sqlServer",
                Optional.of(IpAddress.parse("10.42.5.4")), List.of("privatelink.database.windows.net"))),
                plan.privateEndpoints());
        assertEquals(List.of(new PrivateDnsZonePlan("privatelink.database.windows.net", true)), plan.privateDnsZones());
        assertEquals(Mechanism.PRIVATE_ENDPOINT, Clusters.carrier(plan, "orders").mechanism());
        assertEquals(List.of("pe-payments-orders"), Clusters.carrier(plan, "orders").by());
    }

    @Test
    void aZoneThatTwoEndpointsShareIsCreatedOnce() {
        DeploymentPlan plan = Clusters.plan(Clusters.with(
                "{name: a, service: key-vault, host: kv-a.vault.azure.net, via: privateEndpoint}",
                "{name: b, service: key-vault, host: kv-b.vault.azure.net, via: privateEndpoint}"));
        assertEquals(2, plan.privateEndpoints().size());
        assertEquals(List.of(new PrivateDnsZonePlan("privatelink.vaultcore.azure.net", true)),
                plan.privateDnsZones());
        assertTrue(Clusters.codes(plan).contains("ENDPOINT_ADDRESS"));
    }

    @Test
    void twoDependenciesOnOneResourceShareItsEndpoint() {
        DeploymentPlan plan = Clusters.plan(Clusters.with(
                "{name: a, service: key-vault, host: kv.vault.azure.net, via: privateEndpoint}",
                "{name: b, service: key-vault, host: kv.vault.azure.net, via: privateEndpoint}"));
        assertEquals(1, plan.privateEndpoints().size());
        assertEquals(Clusters.carrier(plan, "a").by(), Clusters.carrier(plan, "b").by());
    }

    @Test
    void withoutASubnetForEndpointsAnEndpointOutsideTheNodesSubnetIsTakenToExist() {
        DeploymentPlan plan = Clusters.plan(Clusters.with("{name: orders, service: azure-sql-database, "
                + "host: orders.database.windows.net, via: privateEndpoint, privateIp: 10.42.9.4}")
                .replace("  privateEndpointSubnet: {name: endpoints, prefix: 10.42.5.0/24}\n", ""));
        assertEquals(List.of(), plan.privateEndpoints());
        assertEquals(List.of(), plan.privateDnsZones());
        assertTrue(Clusters.codes(plan).contains("PRIVATE_ENDPOINT_EXISTS"));
        assertEquals(Mechanism.PRIVATE_ENDPOINT, Clusters.carrier(plan, "orders").mechanism());
    }

    @Test
    void aNameBehindAPrivateEndpointGetsNoRuleForAFeatureEither() {
        DeploymentPlan plan = Clusters.plan(Clusters
                .with("{name: vault, service: key-vault, host: kv-pay.vault.azure.net, via: privateEndpoint}")
                .replace("features: []", "features: [{name: keyvault-csi, vault: kv-pay}]"));
        assertEquals("", Clusters.rules(plan, "features"));
        assertEquals(Mechanism.PRIVATE_ENDPOINT, Clusters.carrier(plan, "keyvault-csi").mechanism());
        assertEquals(List.of("pe-payments-vault"), Clusters.carrier(plan, "keyvault-csi").by());
    }

    @Test
    void aServiceEndpointIsEnabledOnceForAllThatUseIt() {
        DeploymentPlan plan = Clusters.plan(Clusters.with(
                "{name: archive, service: storage-blob, host: arc01.blob.core.windows.net, via: serviceEndpoint}",
                "{name: shares, service: storage-queue, host: shr01.queue.core.windows.net, via: serviceEndpoint}"));
        assertEquals(List.of(new ServiceEndpointPlan("aks", "Microsoft.Storage", List.of("archive", "shares"))),
                plan.serviceEndpoints());
        assertEquals("", Clusters.rules(plan, "dependencies"));
    }

    @Test
    void whatLiesInTheNetworkOrOnTheHostNeedsNothing() {
        DeploymentPlan plan = Clusters
                .plan(Clusters.with("{name: vm, cidr: 10.42.9.0/24, protocol: tcp, port: 9000}",
                        "{name: jump, cidr: 10.1.7.0/24, protocol: tcp, port: 22}"));
        assertEquals("", Clusters.rules(plan, "dependencies"));
        assertTrue(Clusters.carrier(plan, "vm").reason().contains("R-1"));
        assertTrue(Clusters.carrier(plan, "jump").reason().contains("R-14"));
        assertTrue(Clusters.carrier(plan, "platform-imds").reason().contains("R-20"));
    }

    @Test
    void withoutFirewallNothingIsFilteredAndThePlanSaysSo() {
        String yaml = Clusters.with("{name: partner, host: api.partner.example, protocol: https, port: 443}")
                .replace("userDefinedRouting", "loadBalancer");
        DeploymentPlan plan = Clusters.plan(yaml.substring(0, yaml.indexOf("  firewall:"))
                .replace("  dnsServers: [10.1.0.4]\n", "") + yaml.substring(yaml.indexOf("dependencies:")));
        assertTrue(plan.firewall().isEmpty() && plan.routing().isEmpty());
        assertEquals(Mechanism.UNFILTERED, Clusters.carrier(plan, "partner").mechanism());
        assertTrue(Clusters.codes(plan).contains("UNFILTERED"));
    }

    @Test
    void aFirewallBehindALoadBalancerClusterGetsItsRouteAndAWarning() {
        DeploymentPlan plan = Clusters.plan(Clusters.PRIVATE_OVERLAY.replace("userDefinedRouting", "loadBalancer"));
        assertTrue(plan.routing().isPresent());
        assertTrue(Clusters.codes(plan).contains("OUTBOUND_TYPE_OVERRIDDEN"));
    }

    @Test
    void anIsolatedClusterNeedsNoRuleAndThePlanSaysWhy() {
        DeploymentPlan plan = Clusters.plan(isolated("{name: vault, service: key-vault, "
                + "host: kv.vault.azure.net, via: privateEndpoint, privateIp: 10.42.5.9}"));
        assertTrue(plan.firewall().isEmpty() && plan.routing().isEmpty());
        assertTrue(plan.warnings().stream().anyMatch(
                warning -> warning.code().equals("NO_RULE_NEEDED") && warning.problem().contains("private registry")));
        assertEquals(List.of(new PrivateDnsZonePlan("privatelink.vaultcore.azure.net", false)),
                plan.privateDnsZones());
    }

    @Test
    void anIsolatedClusterWithoutAnyWayToADependencyIsRefused() {
        String refusal = Clusters
                .refusal(isolated("{name: partner, host: api.partner.example, protocol: https, port: 443}"));
        assertTrue(refusal.contains("NO_WAY_OUT") && refusal.contains("partner"), refusal);
    }

    private static String isolated(String dependency) {
        String yaml = Clusters.with(dependency).replace("userDefinedRouting", "none");
        return yaml.substring(0, yaml.indexOf("  firewall:")).replace("  dnsServers: [10.1.0.4]\n", "")
                + yaml.substring(yaml.indexOf("dependencies:"));
    }
}
