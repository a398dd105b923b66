package dev.sekisho.simulator.view;

import dev.sekisho.model.name.ServiceTagName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What belongs to a service endpoint's service: the service tag with its addresses, and the names of its resources.
public final class ServiceNames {
    private static final Map<String, String> TAGS = Map.ofEntries(Map.entry("microsoft.storage", "Storage"),
            Map.entry("microsoft.storage.global", "Storage"), Map.entry("microsoft.sql", "Sql"),
            Map.entry("microsoft.keyvault", "AzureKeyVault"), Map.entry("microsoft.azurecosmosdb", "AzureCosmosDB"),
            Map.entry("microsoft.eventhub", "EventHub"), Map.entry("microsoft.servicebus", "ServiceBus"),
            Map.entry("microsoft.containerregistry", "AzureContainerRegistry"),
            Map.entry("microsoft.cognitiveservices", "CognitiveServicesManagement"),
            Map.entry("microsoft.azureactivedirectory", "AzureActiveDirectory"),
            Map.entry("microsoft.web", "AppService"));

    private static final Map<String, List<String>> SUFFIXES = Map.ofEntries(
            Map.entry("microsoft.storage", storage("core.windows.net", "core.usgovcloudapi.net",
                    "core.chinacloudapi.cn")),
            Map.entry("microsoft.storage.global", storage("core.windows.net", "core.usgovcloudapi.net",
                    "core.chinacloudapi.cn")),
            Map.entry("microsoft.sql", List.of(".database.windows.net", ".database.usgovcloudapi.net",
                    ".database.chinacloudapi.cn", ".postgres.database.azure.com", ".mysql.database.azure.com",
                    ".mariadb.database.azure.com", ".sql.azuresynapse.net")),
            Map.entry("microsoft.keyvault", List.of(".vault.azure.net", ".vault.usgovcloudapi.net",
                    ".vault.azure.cn")),
            Map.entry("microsoft.azurecosmosdb", List.of(".documents.azure.com", ".documents.azure.us",
                    ".documents.azure.cn", ".mongo.cosmos.azure.com", ".cassandra.cosmos.azure.com",
                    ".gremlin.cosmos.azure.com", ".table.cosmos.azure.com")),
            Map.entry("microsoft.eventhub", List.of(".servicebus.windows.net", ".servicebus.usgovcloudapi.net",
                    ".servicebus.chinacloudapi.cn")),
            Map.entry("microsoft.servicebus", List.of(".servicebus.windows.net", ".servicebus.usgovcloudapi.net",
                    ".servicebus.chinacloudapi.cn")),
            Map.entry("microsoft.containerregistry", List.of(".azurecr.io", ".azurecr.us", ".azurecr.cn")),
            Map.entry("microsoft.cognitiveservices", List.of(".cognitiveservices.azure.com",
                    ".cognitiveservices.azure.us", ".cognitiveservices.azure.cn", ".openai.azure.com")),
            Map.entry("microsoft.web", List.of(".azurewebsites.net", ".azurewebsites.us")));

    /// How far a service endpoint reaches (`R-4`).
    public enum Reach {
        REGION, REGION_AND_PAIR, EVERYWHERE
    }

    private ServiceNames() {}

    /// Returns how far an endpoint for a service reaches from the region of its network.
    public static Reach reach(String service) {
        return switch (service.toLowerCase(Locale.ROOT)) {
            case "microsoft.storage" -> Reach.REGION_AND_PAIR;
            case "microsoft.sql" -> Reach.REGION;
            default -> Reach.EVERYWHERE;
        };
    }

    /// Returns the service tag whose addresses the service has.
    public static Optional<ServiceTagName> tag(String service) {
        return Optional.ofNullable(TAGS.get(service.toLowerCase(Locale.ROOT))).map(ServiceTagName::new);
    }

    /// Tells whether a host name in canonical form is a resource of the service.
    public static boolean owns(String service, String host) {
        return endings(service).stream().anyMatch(host::endsWith);
    }

    /// Returns the endings of the host names that are resources of the service, each with its leading dot.
    public static List<String> endings(String service) {
        return SUFFIXES.getOrDefault(service.toLowerCase(Locale.ROOT), List.of());
    }

    private static List<String> storage(String... clouds) {
        List<String> kinds = List.of(".blob.", ".dfs.", ".file.", ".queue.", ".table.", ".web.");
        return kinds.stream().flatMap(kind -> List.of(clouds).stream().map(cloud -> kind + cloud)).toList();
    }
}
