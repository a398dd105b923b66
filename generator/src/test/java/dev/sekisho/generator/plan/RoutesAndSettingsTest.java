package dev.sekisho.generator.plan;

import dev.sekisho.generator.plan.DeploymentPlan.ClusterSetting;
import dev.sekisho.model.network.NextHop;
import dev.sekisho.model.network.Route;
import dev.sekisho.model.network.RouteTable;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RoutesAndSettingsTest {

    @Test
    void theTableLeadsToTheFirewallAndItsPublicAddressesToTheInternet() {
        RouteTable table = Clusters.plan(Clusters.PRIVATE_OVERLAY).routing().orElseThrow().table();
        assertEquals("rt-payments", table.name());
        assertTrue(table.disableBgpRoutePropagation());
        assertEquals("""
                [default-to-firewall 0.0.0.0/0 10.1.0.4, firewall-public-20-0-0-10 20.0.0.10/32 Internet, \
                firewall-public-20-0-0-11 20.0.0.11/32 Internet]""",
                table.routes().stream().map(RoutesAndSettingsTest::describe).toList().toString());
    }

    private static String describe(Route route) {
        return route.name() + " " + route.destination() + " " + switch (route.nextHop()) {
            case NextHop.VirtualAppliance(var address) -> address;
            case NextHop.Platform platform -> platform.azureName();
        };
    }

    @Test
    void everySettingHasAReason() {
        List<ClusterSetting> settings = Clusters.plan(Clusters.PRIVATE_OVERLAY).clusterSettings();
        assertTrue(settings.stream().noneMatch(setting -> setting.reason().isBlank()));
        assertEquals(settings.size(), settings.stream().map(ClusterSetting::option).distinct().count());
    }

    @Test
    void aPrivateOverlayClusterIsCreatedSo() {
        assertEquals("""
                --outbound-type Literal[text=userDefinedRouting]
                --load-balancer-sku Literal[text=standard]
                --network-plugin Literal[text=azure]
                --network-plugin-mode Literal[text=overlay]
                --pod-cidr Literal[text=10.244.0.0/16]
                --vnet-subnet-id SubnetId[subnet=aks]
                --enable-private-cluster
                --enable-managed-identity
                --os-sku Literal[text=Ubuntu]
                --node-os-upgrade-channel Literal[text=NodeImage]
                --enable-addons Literal[text=azure-policy,monitoring]
                --enable-azure-monitor-metrics
                --enable-defender
                """, settings(Clusters.PRIVATE_OVERLAY.replace("features: []",
                "features: [monitor, azure-policy, defender]")));
    }

    @Test
    void theFirewallsAddressesJoinTheAuthorizedRanges() {
        String settings = settings(Clusters.PRIVATE_OVERLAY.replace("{access: private}",
                "{access: public, authorizedIpRanges: [198.51.100.0/24, 20.0.0.10/32]}"));
        assertTrue(settings.contains("--api-server-authorized-ip-ranges "
                + "Literal[text=198.51.100.0/24,20.0.0.10/32,20.0.0.11/32]\n"), settings);
    }

    @Test
    void kubenetWithARouteTableNeedsAnIdentityOfItsOwn() {
        String settings = settings(
                Clusters.PRIVATE_OVERLAY.replace("networkPlugin: overlay", "networkPlugin: kubenet"));
        assertTrue(settings.contains("--assign-identity Supplied[name=clusterIdentityId"), settings);
        assertTrue(settings.contains("--network-plugin Literal[text=kubenet]"), settings);
    }

    @Test
    void anIntegratedApiServerGetsItsSubnet() {
        String settings = settings(Clusters.PRIVATE_OVERLAY.replace("{access: private}",
                "{access: vnetIntegration, subnet: {name: api, prefix: 10.42.8.0/28}}"));
        assertTrue(settings.contains("--enable-apiserver-vnet-integration\n--apiserver-subnet-id SubnetId[subnet=api]"),
                settings);
    }

    private static String settings(String yaml) {
        StringBuilder text = new StringBuilder();
        Clusters.plan(yaml).clusterSettings().forEach(setting -> {
            text.append(setting.option());
            setting.values().forEach(value -> text.append(' ').append(value));
            text.append('\n');
        });
        return text.toString();
    }
}
