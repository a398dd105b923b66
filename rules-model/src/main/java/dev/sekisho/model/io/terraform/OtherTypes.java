package dev.sekisho.model.io.terraform;

import dev.sekisho.model.io.shape.Unmodelled;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Resources whose type is not understood. Those that cannot decide what is reached are passed over; the others are
/// reported, each type once.
final class OtherTypes {
    /// Beginnings of types that decide nothing about what can be reached: who may do what, what is stored, how things
    /// are watched, and services whose own firewalls are theirs.
    static final List<String> LEFT = List.of("azurerm_advanced_threat_protection", "azurerm_api_management",
            "azurerm_app_configuration", "azurerm_application_insights", "azurerm_automation", "azurerm_backup",
            "azurerm_bastion_host", "azurerm_cognitive", "azurerm_consumption", "azurerm_container_registry",
            "azurerm_cosmosdb", "azurerm_dashboard", "azurerm_data_factory", "azurerm_data_protection",
            "azurerm_dev_test", "azurerm_disk_encryption_set", "azurerm_dns_", "azurerm_eventgrid", "azurerm_eventhub",
            "azurerm_federated_identity_credential", "azurerm_image", "azurerm_key_vault",
            "azurerm_kubernetes_cluster_extension", "azurerm_kubernetes_cluster_trusted_access",
            "azurerm_kubernetes_flux", "azurerm_log_analytics", "azurerm_logic_app", "azurerm_maintenance",
            "azurerm_managed_disk", "azurerm_management_", "azurerm_monitor", "azurerm_mssql", "azurerm_mysql",
            "azurerm_network_ddos_protection_plan", "azurerm_network_watcher", "azurerm_policy", "azurerm_portal",
            "azurerm_postgresql", "azurerm_private_dns_cname", "azurerm_private_dns_mx", "azurerm_private_dns_ptr",
            "azurerm_private_dns_srv", "azurerm_private_dns_txt", "azurerm_public_ip_prefix", "azurerm_recovery",
            "azurerm_redis", "azurerm_resource_", "azurerm_role_", "azurerm_search", "azurerm_security_center",
            "azurerm_sentinel", "azurerm_servicebus", "azurerm_shared_image", "azurerm_ssh_public_key",
            "azurerm_storage", "azurerm_subscription", "azurerm_template_deployment", "azurerm_user_assigned_identity",
            "azurerm_virtual_machine_extension");

    private final SequencedMap<String, List<Instance>> byType = new TreeMap<>();

    void add(Instance instance) {
        boolean azure = instance.type().startsWith("azurerm_") || instance.type().startsWith("azapi_");
        if (azure && !instance.data() && LEFT.stream().noneMatch(instance.type()::startsWith)) {
            byType.computeIfAbsent(instance.type(), _ -> new ArrayList<>()).add(instance);
        }
    }

    void report(Consumer<Unmodelled> unmodelled) {
        byType.forEach((type, instances) -> unmodelled.accept(new Unmodelled(instances.getFirst().at(), "",
                type + (instances.size() == 1 ? " " : " (" + instances.size() + " resources), such as ")
                        + instances.getFirst().address(),
                "", "resources of this type are not read")));
    }
}
