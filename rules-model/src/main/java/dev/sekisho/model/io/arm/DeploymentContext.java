package dev.sekisho.model.io.arm;

import dev.sekisho.model.cluster.Cloud;
import java.util.Objects;
import java.util.Optional;

/// Where and under what name a template is deployed, as far as the user says so.
///
/// For a name that is not given a stand-in takes its place in resource ids, so that resources still find each other;
/// what is computed from a stand-in in a way that hides it, such as `uniqueString`, is unknown. A location that is not
/// given is unknown.
///
/// @param subscriptionId the id of the subscription
/// @param tenantId       the id of the tenant
/// @param resourceGroup  the name of the resource group
/// @param location       the region of the resource group, or of the deployment where there is none
/// @param deploymentName the name of the deployment
/// @param cloud          the cloud that `environment()` describes
public record DeploymentContext(Optional<String> subscriptionId, Optional<String> tenantId,
        Optional<String> resourceGroup, Optional<String> location, Optional<String> deploymentName, Cloud cloud) {
    /// Stands for the id of a subscription that is not given.
    public static final String SUBSCRIPTION = "00000000-0000-0000-0000-000000000000";

    /// Stands for the id of a tenant that is not given.
    public static final String TENANT = "00000000-0000-0000-0000-00000000000a";

    /// Stands for the name of a resource group that is not given.
    public static final String RESOURCE_GROUP = "the-resource-group";

    /// Stands for the name of a deployment that is not given.
    public static final String DEPLOYMENT = "the-deployment";

    /// Nothing is given, in Azure's public cloud.
    public static final DeploymentContext UNSAID = new DeploymentContext(Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), Cloud.AZURE_PUBLIC);

    public DeploymentContext {
        Objects.requireNonNull(subscriptionId);
        Objects.requireNonNull(tenantId);
        Objects.requireNonNull(resourceGroup);
        Objects.requireNonNull(location);
        Objects.requireNonNull(deploymentName);
        Objects.requireNonNull(cloud);
    }

    /// Whether a text holds one of the stand-ins that this context needs.
    boolean holdsStandIn(String text) {
        return subscriptionId.isEmpty() && text.contains(SUBSCRIPTION) || tenantId.isEmpty() && text.contains(TENANT)
                || resourceGroup.isEmpty() && text.contains(RESOURCE_GROUP)
                || deploymentName.isEmpty() && text.contains(DEPLOYMENT);
    }
}
