package dev.sekisho.model.io.shape;

import java.util.List;

import static dev.sekisho.model.io.shape.Property.notModelled;
import static dev.sekisho.model.io.shape.Property.part;
import static dev.sekisho.model.io.shape.Property.parts;
import static dev.sekisho.model.io.shape.Property.reference;
import static dev.sekisho.model.io.shape.Property.text;
import static dev.sekisho.model.io.shape.Property.texts;
import static dev.sekisho.model.io.shape.Property.truth;
import static dev.sekisho.model.io.shape.Property.word;

/// AKS clusters, as far as their network (`R-23`) and access to their API server go.
final class ClusterShapes {
    private static final String WORKLOAD = "it decides what runs in the cluster, not what the network lets through";

    private static final String PLAN = "it decides what the cluster needs; describe that in a file of kind ClusterEgress";

    static final Shape POOL = CommonShapes.resource("a node pool", reference("vnetSubnetID"),
            reference("podSubnetID"), text("osType"),
            notModelled("enableNodePublicIP", "nodes are taken to have no public address", "false"),
            part("networkProfile", Shape.of("the network of a node pool",
                    notModelled("allowedHostPorts", "inbound rules of nodes are not followed"),
                    notModelled("applicationSecurityGroups", "nodes are taken to be in no such group"),
                    notModelled("nodePublicIPTags", "nodes are taken to have no public address"))))
            .leaving(WORKLOAD, "count", "vmSize", "osDiskSizeGB", "osDiskType", "kubeletDiskType", "workloadRuntime",
                    "messageOfTheDay", "maxPods", "osSku", "maxCount", "minCount", "enableAutoScaling",
                    "scaleDownMode", "typePropertiesType", "mode", "orchestratorVersion",
                    "currentOrchestratorVersion", "nodeImageVersion", "upgradeSettings", "powerState",
                    "availabilityZones", "nodePublicIPPrefixID", "scaleSetPriority",
                    "scaleSetEvictionPolicy", "spotMaxPrice", "nodeLabels", "nodeTaints", "nodeInitializationTaints",
                    "proximityPlacementGroupID", "kubeletConfig", "linuxOSConfig", "enableEncryptionAtHost",
                    "enableUltraSSD", "enableFIPS", "gpuInstanceProfile", "gpuProfile", "creationData",
                    "capacityReservationGroupID", "hostGroupID",
                    "windowsProfile", "securityProfile", "podIPAllocationMode", "localDnsProfile", "status",
                    "virtualMachinesProfile", "virtualMachineNodesStatus", "storageProfile", "artifactStreamingProfile",
                    "gatewayProfile", "upgradeStrategy", "upgradeSettingsBlueGreen", "nodeCustomizationProfile",
                    "recentlyUsedVersions", "isOutOfDate", "currentOrchestrator");

    private static final Shape NETWORK = Shape.of("the network of a cluster",
            word("networkPlugin", "azure", "kubenet", "none"), word("networkPluginMode", "overlay"),
            text("podCidr"), texts("podCidrs"), text("outboundType"))
            .leaving(WORKLOAD, "networkPolicy", "networkMode", "networkDataplane", "serviceCidr", "serviceCidrs",
                    "dnsServiceIP", "dockerBridgeCidr", "loadBalancerSku", "ipFamilies", "monitoring",
                    "podLinkLocalAccess", "advancedNetworking", "kubeProxyConfig", "staticEgressGatewayProfile")
            .leaving("it decides the source address of traffic that no firewall sees, not what is reached",
                    "loadBalancerProfile", "natGatewayProfile", "outboundIPs");

    private static final Shape API_SERVER = Shape.of("access to the API server", texts("authorizedIPRanges"),
            truth("enablePrivateCluster"), truth("enableVnetIntegration"), text("privateDNSZone"),
            reference("subnetId"))
            .leaving("it decides who gives the name out, not what is reached", "enablePrivateClusterPublicFQDN")
            .leaving(WORKLOAD, "disableRunCommand");

    static final Shape CLUSTER = CommonShapes.resource("a cluster", part("networkProfile", NETWORK),
            parts("agentPoolProfiles", POOL), text("nodeResourceGroup"),
            part("apiServerAccessProfile", API_SERVER), text("fqdn"), text("privateFQDN"),
            notModelled("publicNetworkAccess", "the public endpoint is taken to be there", "Enabled"),
            part("httpProxyConfig", Shape.of("an HTTP proxy",
                    notModelled("httpProxy", "traffic is taken to go directly"),
                    notModelled("httpsProxy", "traffic is taken to go directly")).leaving(WORKLOAD, "noProxy",
                            "trustedCa", "effectiveNoProxy", "enabled")))
            .leaving(PLAN, "addonProfiles", "autoUpgradeProfile", "azureMonitorProfile",
                    "securityProfile", "oidcIssuerProfile", "workloadAutoScalerProfile", "ingressProfile",
                    "azurePortalFQDN", "fqdnSubdomain", "dnsPrefix", "privateLinkResources", "nodeProvisioningProfile",
                    "serviceMeshProfile", "bootstrapProfile", "nodeResourceGroupProfile", "hostedSystemProfile")
            .leaving(WORKLOAD, "aadProfile", "autoScalerProfile", "currentKubernetesVersion", "kubernetesVersion",
                    "disableLocalAccounts", "diskEncryptionSetID", "enablePodSecurityPolicy",
                    "enableRBAC", "identityProfile", "linuxProfile", "windowsProfile", "maxAgentPools",
                    "nodeOSUpgradeChannel", "podIdentityProfile", "powerState", "servicePrincipalProfile", "sku",
                    "storageProfile", "supportPlan", "upgradeSettings", "metricsProfile", "resourceUID", "creationData",
                    "enableNamespaceResources", "aiToolchainOperatorProfile", "status",
                    "schedulerProfile");

    private ClusterShapes() {}

    /// All resource types that are read here, with their names.
    static List<ResourceKind> kinds() {
        return List.of(new ResourceKind("Microsoft.ContainerService/managedClusters", CLUSTER, "clusters"),
                new ResourceKind("Microsoft.ContainerService/managedClusters/agentPools", POOL, "nodePools"));
    }
}
