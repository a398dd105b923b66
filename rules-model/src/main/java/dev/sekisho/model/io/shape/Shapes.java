package dev.sekisho.model.io.shape;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The resource types of Azure: those that are read, with the shape of each, and those that decide nothing about what
/// can be reached.
public final class Shapes {
    private static final List<ResourceKind> KINDS = Stream
            .of(FirewallShapes.kinds(), NetworkShapes.kinds(), EndpointShapes.kinds(), WaysInShapes.kinds(),
                    ClusterShapes.kinds(), ManagerShapes.kinds())
            .flatMap(List::stream).toList();

    private static final Map<String, ResourceKind> BY_TYPE = KINDS.stream()
            .collect(Collectors.toMap(kind -> kind.type().toLowerCase(Locale.ROOT), Function.identity()));

    /// Types, or providers with all of their types, that decide nothing about what can be reached: how things are
    /// watched, who may manage them, and what runs behind an address without a say about the way to it.
    private static final List<String> LEFT = List.of("Microsoft.Authorization/", "Microsoft.Resources/",
            "Microsoft.ManagedIdentity/", "Microsoft.Insights/", "Microsoft.OperationalInsights/",
            "Microsoft.OperationsManagement/", "Microsoft.AlertsManagement/", "Microsoft.Monitor/",
            "Microsoft.Dashboard/", "Microsoft.PolicyInsights/", "Microsoft.Security/", "Microsoft.Advisor/",
            "Microsoft.Automation/", "Microsoft.RecoveryServices/", "Microsoft.KeyVault/", "Microsoft.Storage/",
            "Microsoft.ContainerRegistry/", "Microsoft.Sql/", "Microsoft.DBforPostgreSQL/", "Microsoft.DBforMySQL/",
            "Microsoft.DocumentDB/", "Microsoft.Cache/", "Microsoft.EventHub/", "Microsoft.ServiceBus/",
            "Microsoft.Kusto/", "Microsoft.KubernetesConfiguration/", "Microsoft.Kubernetes/",
            "Microsoft.Compute/virtualMachines", "Microsoft.Compute/availabilitySets",
            "Microsoft.Compute/disks", "Microsoft.Compute/sshPublicKeys", "Microsoft.Compute/diskEncryptionSets",
            "Microsoft.Compute/proximityPlacementGroups", "Microsoft.Compute/galleries", "Microsoft.DevTestLab/",
            "Microsoft.Network/networkWatchers", "Microsoft.Network/ddosProtectionPlans",
            "Microsoft.Network/bastionHosts", "Microsoft.Network/networkIntentPolicies",
            "Microsoft.Network/publicIPPrefixes", "Microsoft.Network/dnsZones",
            "Microsoft.Network/privateDnsZones/SOA", "Microsoft.Network/trafficManagerProfiles",
            "Microsoft.Network/frontDoors", "Microsoft.Network/FrontDoorWebApplicationFirewallPolicies",
            "Microsoft.Cdn/", "Microsoft.ContainerService/managedClusters/maintenanceConfigurations",
            "Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings", "Microsoft.MarketplaceApps/",
            "Microsoft.Logic/", "Microsoft.SecurityInsights/", "Microsoft.DevCenter/", "Microsoft.Maintenance/");

    private Shapes() {}

    /// All resource types that are read.
    public static List<ResourceKind> kinds() {
        return KINDS;
    }

    /// Returns the type of that name, in any letter case, where it is read.
    public static Optional<ResourceKind> of(String type) {
        return Optional.ofNullable(BY_TYPE.get(type.toLowerCase(Locale.ROOT)));
    }

    /// Whether a type decides nothing about what can be reached, wherever it stands below another.
    public static boolean isLeft(String type) {
        boolean extension = type.toLowerCase(Locale.ROOT).contains("/providers/");
        return extension || LEFT.stream().anyMatch(left -> type.regionMatches(true, 0, left, 0, left.length()));
    }
}
