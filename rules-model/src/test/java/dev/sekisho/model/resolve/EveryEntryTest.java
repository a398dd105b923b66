package dev.sekisho.model.resolve;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.catalogue.BackingService;
import dev.sekisho.model.catalogue.EgressRequirement;
import dev.sekisho.model.cluster.ApiServer;
import dev.sekisho.model.cluster.Cloud;
import dev.sekisho.model.cluster.NetworkPlugin;
import dev.sekisho.model.cluster.NodeOs;
import dev.sekisho.model.cluster.NodeOsUpgradeChannel;
import dev.sekisho.model.cluster.OutboundType;
import dev.sekisho.model.cluster.Via;
import dev.sekisho.model.need.EgressNeed;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Every entry of the catalogue is used by some cluster, and every cluster decides about every entry.
class EveryEntryTest {
    private static final List<String> OPTIONAL_FEATURES = List.of("workload-identity", "defender", "keyvault-csi",
            "istio", "app-routing", "monitor", "azure-policy", "cost-analysis", "dapr", "backup", "arc", "keda",
            "workload-images", "base", "os-updates-ubuntu", "os-updates-azurelinux", "ntp");

    /// Clusters of every kind: each cloud, access, tunnel, outbound type and plugin, each node system and channel, and
    /// features with their choices.
    static Stream<Intent> clusters() {
        List<Intent> clusters = new ArrayList<>();
        for (Cloud cloud : Cloud.values()) {
            for (ApiServer.Access access : ApiServer.Access.values()) {
                clusters.add(in(cloud).access(access).created("shop.hcp.example.net", "203.0.113.9"));
                clusters.add(in(cloud).access(access).oldTunnel().plugin(NetworkPlugin.KUBENET).dns("172.16.0.53"));
                clusters.add(in(cloud).access(access).outbound(OutboundType.NONE));
            }
            clusters.add(features(in(cloud)).pool(NodeOs.WINDOWS, false).pool(NodeOs.AZURE_LINUX, false));
            clusters.add(choices(in(cloud)).pool(NodeOs.UBUNTU, true).legacyNames());
            clusters.add(in(cloud).feature("monitor", "layer=network").feature("acr", "registry=one", "layer=network"));
            clusters.add(in(cloud).feature("acr", "registry=one", "data-endpoints=blob"));
            for (NodeOsUpgradeChannel channel : NodeOsUpgradeChannel.values()) {
                clusters.add(in(cloud).channel(channel).pool(NodeOs.AZURE_LINUX, false));
            }
        }
        return clusters.stream();
    }

    private static Intent in(Cloud cloud) {
        return Intent.publicCluster().cloud(cloud, switch (cloud) {
            case AZURE_PUBLIC -> "germanywestcentral";
            case AZURE_US_GOVERNMENT -> "usgovtexas";
            case AZURE_CHINA -> "chinaeast2";
        });
    }

    private static Intent features(Intent intent) {
        OPTIONAL_FEATURES.forEach(intent::feature);
        return intent.feature("flux", "git-host=git.example.net").feature("app-configuration", "store=settings");
    }

    private static Intent choices(Intent intent) {
        return intent.feature("gpu", "device-plugin=self-managed")
                .feature("extensions", "kinds=marketplace,metered,container-storage")
                .feature("acr", "registry=one,two", "regional-endpoints=true")
                .feature("intra-cluster", "encryption=wireguard").feature("arc", "cluster-connect=true")
                .feature("backup", "account=vaulted").feature("keyvault-csi", "vault=keys")
                .feature("flux", "git-host=git.example.net", "transport=ssh").include("mcr-prod-acr");
    }

    @Test
    void everyRequirementIsUsedByACluster() {
        Set<String> used = new TreeSet<>();
        clusters().map(Resolved::of).forEach(resolved -> used.addAll(brought(resolved)));
        Set<String> all = new TreeSet<>(
                Resolved.CATALOGUE.requirements().stream().map(EgressRequirement::id).toList());
        assertEquals(all, used);
    }

    /// The requirements of a cluster: its needs, and those that only bring others.
    private static Set<String> brought(Resolved resolved) {
        Set<String> ids = new LinkedHashSet<>();
        resolved.ids().forEach(id -> ids.add(id.split(":")[0]));
        Resolved.CATALOGUE.requirements().stream().filter(EgressRequirement::onlyImplies)
                .filter(entry -> resolved.notNeeded(entry.id()).reason().contains("it brings"))
                .forEach(entry -> ids.add(entry.id()));
        return ids;
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void everyClusterDecidesAboutEveryRequirementOnce(Intent intent) {
        Resolved resolved = Resolved.of(intent);
        List<String> decided = new ArrayList<>();
        resolved.ids().stream().filter(id -> id.indexOf(':') < 0).forEach(decided::add);
        resolved.needs().notNeeded().forEach(absent -> decided.add(absent.id()));
        decided.sort(null);
        assertEquals(Resolved.CATALOGUE.requirements().stream().map(EgressRequirement::id).sorted().toList(), decided);
    }

    @Test
    void everyServiceIsReachedByEveryMechanismThatItHas() {
        for (BackingService service : Resolved.CATALOGUE.services()) {
            service.hosts().forEach((cloud, forms) -> forms.forEach(form -> {
                String host = form.host().text().replace("<region>", "japaneast").replace("<", "").replace(">", "");
                for (Via via : Via.values()) {
                    boolean serves = switch (via) {
                        case FIREWALL -> true;
                        case PRIVATE_ENDPOINT -> !form.zones().isEmpty();
                        case SERVICE_ENDPOINT -> service.serviceEndpoint().isPresent();
                    };
                    boolean hasLeg = form.onlyLeg().isEmpty()
                            || service.legs().stream().anyMatch(leg -> leg.name().equals(form.onlyLeg().get())
                                    && leg.via().contains(via));
                    if (serves && hasLeg) {
                        Resolved resolved = Resolved.of(in(cloud).service("it", service.id(), host, via));
                        List<EgressNeed> needs = resolved.needs().needs().stream()
                                .filter(need -> need.group().equals("dependencies")).toList();
                        assertEquals(false, needs.isEmpty(), () -> service.id() + " " + host + " " + via);
                        needs.forEach(need -> assertEquals(via, need.via(), need::id));
                        needs.forEach(need -> assertEquals(via == Via.PRIVATE_ENDPOINT,
                                need.privateEndpoint().isPresent(), need::id));
                    }
                }
            }));
        }
    }

    @Test
    void aPlatformAddressIsNeverLeftToTheFirewall() {
        Resolved resolved = Resolved.of(Intent.publicCluster());
        assertEquals(Set.of(EgressNeed.Layer.LOCAL), resolved.need("platform-wireserver").layers());
        assertEquals(IpAddress.parse("168.63.129.16").toPrefix().toString(),
                resolved.alternatives("platform-wireserver").getFirst());
    }
}
