package dev.sekisho.model.io.terraform;

import dev.sekisho.model.io.terraform.Argument.Form;
import java.util.List;

/// AKS clusters and their node pools.
final class ClusterTypes {
    private static final String CLUSTER = "Microsoft.ContainerService/managedClusters";
    private static final String INSIDE = "concerns what runs in the cluster, not the way out of it";

    private ClusterTypes() {}

    static List<AzurermType> all() {
        return List.of(AzurermType.whole("azurerm_kubernetes_cluster", CLUSTER, cluster()),
                AzurermType.child("azurerm_kubernetes_cluster_node_pool", CLUSTER + "/agentPools",
                        "kubernetes_cluster_id", "azurerm_kubernetes_cluster",
                        pool("properties/")
                                .with("os_type", Argument.to("properties/osType"))
                                .with("mode", Argument.to("properties/mode"))
                                .left(INSIDE, "eviction_policy", "node_taints", "priority", "spot_max_price",
                                        "windows_profile")
                                .left(AzurermTypes.NAMING, "id", "timeouts")));
    }

    private static Block pool(String path) {
        return new Block().with("name", Argument.to("name"))
                .with("vnet_subnet_id", Argument.to(path + "vnetSubnetID", Form.ID))
                .with("pod_subnet_id", Argument.to(path + "podSubnetID", Form.ID))
                .with("os_sku", Argument.to(path + "osSKU").orProvider())
                .with("vm_size", Argument.to(path + "vmSize"))
                .with("node_public_ip_enabled", Argument.to(path + "enableNodePublicIP").unless("false"))
                .with("enable_node_public_ip", Argument.to(path + "enableNodePublicIP").unless("false"))
                .with("node_network_profile", new Argument.NotModelled("host ports concern inbound traffic"))
                .left(INSIDE, "auto_scaling_enabled", "enable_auto_scaling", "capacity_reservation_group_id",
                        "custom_ca_trust_enabled", "enable_host_encryption", "fips_enabled", "gpu_driver",
                        "gpu_instance", "host_encryption_enabled", "host_group_id", "kubelet_config",
                        "kubelet_disk_type", "linux_os_config", "max_count", "max_pods", "message_of_the_day",
                        "min_count", "node_count", "node_labels", "node_public_ip_prefix_id", "orchestrator_version",
                        "os_disk_size_gb", "os_disk_type", "proximity_placement_group_id", "scale_down_mode",
                        "snapshot_id", "tags", "temporary_name_for_rotation", "ultra_ssd_enabled", "upgrade_settings",
                        "workload_runtime", "zones", "availability_zones");
    }

    private static Block cluster() {
        return AzurermTypes.resource()
                .with("default_node_pool", Argument.items("properties/agentPoolProfiles", pool("")
                        .always("osType", "Linux").always("mode", "System")
                        .left(INSIDE, "only_critical_addons_enabled", "type", "node_taints")))
                .with("network_profile", Argument.object("properties/networkProfile", network()))
                .with("private_cluster_enabled",
                        Argument.to("properties/apiServerAccessProfile/enablePrivateCluster"))
                .with("private_cluster_public_fqdn_enabled",
                        Argument.to("properties/apiServerAccessProfile/enablePrivateClusterPublicFQDN")
                                .unless("false"))
                .with("private_dns_zone_id",
                        Argument.to("properties/apiServerAccessProfile/privateDNSZone", Form.ID).orProvider())
                .with("api_server_access_profile", Argument.object("properties/apiServerAccessProfile", new Block()
                        .with("authorized_ip_ranges", Argument.to("authorizedIPRanges").orProvider())
                        .with("subnet_id", Argument.to("subnetId", Form.ID))
                        .with("virtual_network_integration_enabled",
                                Argument.to("enableVnetIntegration").unless("false"))
                        .with("vnet_integration_enabled", Argument.to("enableVnetIntegration").unless("false"))))
                .with("api_server_authorized_ip_ranges",
                        Argument.to("properties/apiServerAccessProfile/authorizedIPRanges").orProvider())
                .with("fqdn", Argument.to("properties/fqdn").assigned())
                .with("private_fqdn", Argument.to("properties/privateFQDN").assigned())
                .with("node_resource_group", Argument.to("properties/nodeResourceGroup").orProvider())
                .with("dns_prefix", Argument.to("properties/dnsPrefix"))
                .with("kubernetes_version", Argument.to("properties/kubernetesVersion").orProvider())
                .with("http_proxy_config", Argument.object("properties/httpProxyConfig",
                        new Block().same("", "http_proxy", "https_proxy", "no_proxy", "trusted_ca")))
                .with("bootstrap_profile", Argument.items("properties/bootstrapProfiles", new Block()
                        .with("artifact_source", Argument.to("artifactSource"))
                        .with("container_registry_id", Argument.to("containerRegistryId", Form.ID))))
                .notModelled("an Application Gateway is a way in, not the way out", "ingress_application_gateway")
                .left("what the cluster needs for it is in the catalogue; it changes no rule",
                        "azure_policy_enabled", "oms_agent", "microsoft_defender", "monitor_metrics",
                        "key_vault_secrets_provider", "key_management_service", "web_app_routing",
                        "service_mesh_profile", "open_service_mesh_enabled", "http_application_routing_enabled",
                        "http_application_routing_zone_name", "workload_identity_enabled", "oidc_issuer_enabled",
                        "oidc_issuer_url", "node_os_upgrade_channel", "node_os_channel_upgrade", "addon_profile",
                        "azure_active_directory_role_based_access_control", "role_based_access_control",
                        "ai_toolchain_operator_enabled", "aci_connector_linux", "cost_analysis_enabled")
                .left(INSIDE, "auto_scaler_profile", "automatic_channel_upgrade", "automatic_upgrade_channel",
                        "confidential_computing", "current_kubernetes_version", "custom_ca_trust_certificates_base64",
                        "disk_encryption_set_id", "dns_prefix_private_cluster", "enable_pod_security_policy",
                        "identity", "image_cleaner_enabled", "image_cleaner_interval_hours",
                        "kube_admin_config", "kube_admin_config_raw", "kube_config", "kube_config_raw",
                        "kubelet_identity", "linux_profile", "local_account_disabled", "maintenance_window",
                        "maintenance_window_auto_upgrade", "maintenance_window_node_os", "node_resource_group_id",
                        "portal_fqdn", "private_link_enabled", "public_network_access_enabled",
                        "role_based_access_control_enabled", "run_command_enabled", "service_principal", "sku_tier",
                        "storage_profile", "support_plan", "upgrade_override", "windows_profile",
                        "workload_autoscaler_profile");
    }

    private static Block network() {
        return new Block()
                .same("", "network_plugin", "network_plugin_mode", "network_policy", "network_mode", "outbound_type",
                        "load_balancer_sku")
                .with("pod_cidr", Argument.to("podCidr").orProvider())
                .with("pod_cidrs", Argument.to("podCidrs").orProvider())
                .with("service_cidr", Argument.to("serviceCidr").orProvider())
                .with("service_cidrs", Argument.to("serviceCidrs").orProvider())
                .with("dns_service_ip", Argument.to("dnsServiceIP").orProvider())
                .with("network_data_plane", Argument.to("networkDataplane"))
                .left("address families follow from the ranges", "ip_versions")
                .left("ports and addresses of the load balancer or NAT gateway", "load_balancer_profile",
                        "nat_gateway_profile")
                .left(INSIDE, "advanced_networking", "docker_bridge_cidr", "ebpf_data_plane");
    }
}
