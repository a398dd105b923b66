package dev.sekisho.generator.format.resource;

import dev.sekisho.generator.plan.DeploymentPlan.PrivateEndpointPlan;
import java.util.Optional;
import java.util.Set;

/// Names of the member that a private endpoint has an address for. Azure asks for it where the address is fixed.
///
/// Endpoints of registries, Cosmos DB accounts and monitoring scopes have several members and so several addresses;
/// one fixed address does not describe them.
public final class PrivateLinkMember {
    private static final Set<String> SAME_NAME = Set.of("sqlServer", "blob", "blob_secondary", "file", "file_secondary",
            "queue", "queue_secondary", "table", "table_secondary", "web", "web_secondary", "dfs", "dfs_secondary",
            "postgresqlServer", "mysqlServer", "mariadbServer", "redisCache", "redisEnterprise", "namespace", "sites",
            "searchService", "configurationStores");

    private PrivateLinkMember() {}

    /// Returns the only member of a sub-resource, or nothing where there are several or the number is not known.
    public static Optional<String> of(String groupId) {
        if (groupId.equals("vault")) {
            return Optional.of("default");
        }
        return SAME_NAME.contains(groupId) ? Optional.of(groupId) : Optional.empty();
    }

    /// Returns what the endpoint is for, and which address could not be fixed.
    public static String comment(PrivateEndpointPlan endpoint) {
        String purpose = endpoint.service() + " for " + endpoint.dependency()
                + endpoint.hosts().stream().findFirst().map(host -> " (" + host + ")").orElse("") + ".";
        return endpoint.address().filter(_ -> of(endpoint.groupId()).isEmpty())
                .map(address -> purpose + " Its address is to be " + address + ", but the sub-resource "
                        + endpoint.groupId() + " may have several members, and Azure wants an address for each:"
                        + " Azure chooses them.")
                .orElse(purpose);
    }
}
