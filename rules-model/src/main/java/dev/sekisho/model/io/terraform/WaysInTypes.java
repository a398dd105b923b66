package dev.sekisho.model.io.terraform;

import dev.sekisho.model.io.terraform.Argument.Form;
import java.util.List;

/// What lets others in: Private Link services, Application Gateways, and load balancers as far as their addresses go.
final class WaysInTypes {
    private static final String PLACEMENT = "decides where an address is kept, not what it leads to";
    private static final String REQUESTS = "judges or changes requests of open connections, not who may connect";

    private WaysInTypes() {}

    static List<AzurermType> all() {
        return List.of(AzurermType.whole("azurerm_private_link_service", "Microsoft.Network/privateLinkServices",
                linkService()),
                AzurermType.whole("azurerm_lb", "Microsoft.Network/loadBalancers", loadBalancer()),
                AzurermType.whole("azurerm_application_gateway", "Microsoft.Network/applicationGateways", gateway()));
    }

    private static Block linkService() {
        return AzurermTypes.resource()
                .with("nat_ip_configuration", Argument.items("properties/ipConfigurations", new Block()
                        .with("name", Argument.to("name"))
                        .with("subnet_id", Argument.to("properties/subnet", Form.REFERENCE))
                        .with("private_ip_address", Argument.to("properties/privateIPAddress").orProvider())
                        .left(PLACEMENT, "primary", "private_ip_address_version")))
                .with("load_balancer_frontend_ip_configuration_ids",
                        Argument.to("properties/loadBalancerFrontendIpConfigurations", Form.REFERENCES))
                .with("destination_ip_address", Argument.to("properties/destinationIPAddress"))
                .with("visibility_subscription_ids", Argument.to("properties/visibility/subscriptions"))
                .with("auto_approval_subscription_ids", Argument.to("properties/autoApproval/subscriptions"))
                .with("alias", Argument.to("properties/alias").assigned())
                .left(REQUESTS, "enable_proxy_protocol", "proxy_protocol_enabled", "fqdns");
    }

    private static Block loadBalancer() {
        return AzurermTypes.resource()
                .with("frontend_ip_configuration", Argument.items("properties/frontendIPConfigurations", new Block()
                        .with("name", Argument.to("name"))
                        .with("private_ip_address", Argument.to("properties/privateIPAddress").orProvider())
                        .with("public_ip_address_id", Argument.to("properties/publicIPAddress", Form.REFERENCE))
                        .with("subnet_id", Argument.to("properties/subnet", Form.REFERENCE))
                        .with("gateway_load_balancer_frontend_ip_configuration_id",
                                new Argument.NotModelled("traffic is taken not to pass a gateway load balancer"))
                        .left(PLACEMENT, "private_ip_address_allocation", "private_ip_address_version",
                                "public_ip_prefix_id", "zones", "availability_zone", "inbound_nat_rules",
                                "load_balancer_rules", "outbound_rules", "id")))
                .left("which Service is behind an address, manifests say", "sku", "sku_tier", "private_ip_address",
                        "private_ip_addresses", "public_ip_address_id", "subnet_id");
    }

    private static Block gateway() {
        return AzurermTypes.resource()
                .with("gateway_ip_configuration", Argument.items("properties/gatewayIPConfigurations", named()
                        .with("subnet_id", Argument.to("properties/subnet", Form.REFERENCE))))
                .with("frontend_ip_configuration", Argument.items("properties/frontendIPConfigurations", named()
                        .with("private_ip_address", Argument.to("properties/privateIPAddress").orProvider())
                        .with("public_ip_address_id", Argument.to("properties/publicIPAddress", Form.REFERENCE))
                        .with("subnet_id", Argument.to("properties/subnet", Form.REFERENCE))
                        .with("private_link_configuration_name", new Argument.NotModelled(
                                "private endpoints of an Application Gateway are not followed"))
                        .left(PLACEMENT, "private_ip_address_allocation", "private_link_configuration_id")))
                .with("frontend_port", Argument.items("properties/frontendPorts", named()
                        .with("port", Argument.to("properties/port"))))
                .with("backend_address_pool", Argument.items("properties/backendAddressPools", named()
                        .with("fqdns", Argument.to("properties/fqdns"))
                        .with("ip_addresses", Argument.to("properties/ipAddresses"))))
                .with("backend_http_settings", Argument.items("properties/backendHttpSettingsCollection", named()
                        .with("port", Argument.to("properties/port"))
                        .left(REQUESTS, "affinity_cookie_name", "authentication_certificate", "connection_draining",
                                "cookie_based_affinity", "dedicated_backend_connection_enabled", "host_name", "path",
                                "pick_host_name_from_backend_address", "probe_id", "probe_name", "protocol",
                                "request_timeout", "trusted_root_certificate_names")))
                .with("http_listener", Argument.items("properties/httpListeners", named()
                        .with("frontend_ip_configuration_name",
                                Argument.to("properties/frontendIPConfiguration/id"))
                        .with("frontend_port_name", Argument.to("properties/frontendPort/id"))
                        .with("host_name", Argument.to("properties/hostName"))
                        .with("host_names", Argument.to("properties/hostNames"))
                        .left(REQUESTS, "custom_error_configuration", "firewall_policy_id",
                                "frontend_ip_configuration_id", "frontend_port_id", "protocol", "require_sni",
                                "ssl_certificate_id", "ssl_certificate_name", "ssl_profile_id", "ssl_profile_name")))
                .with("request_routing_rule", Argument.items("properties/requestRoutingRules", target("", named())
                        .with("http_listener_name", Argument.to("properties/httpListener/id"))
                        .with("url_path_map_name", Argument.to("properties/urlPathMap/id"))
                        .left(REQUESTS, "http_listener_id", "priority", "redirect_configuration_id",
                                "redirect_configuration_name", "rewrite_rule_set_id", "rewrite_rule_set_name",
                                "rule_type", "url_path_map_id")))
                .with("url_path_map", Argument.items("properties/urlPathMaps", target("default_", named())
                        .with("path_rule", Argument.items("properties/pathRules", target("", named())
                                .left(REQUESTS, "paths", "firewall_policy_id", "redirect_configuration_id",
                                        "redirect_configuration_name", "rewrite_rule_set_id",
                                        "rewrite_rule_set_name")))
                        .left(REQUESTS, "default_redirect_configuration_id", "default_redirect_configuration_name",
                                "default_rewrite_rule_set_id", "default_rewrite_rule_set_name")))
                .notModelled("private endpoints of an Application Gateway are not followed",
                        "private_link_configuration", "private_endpoint_connection")
                .left(REQUESTS, "authentication_certificate", "autoscale_configuration", "custom_error_configuration",
                        "enable_http2", "fips_enabled", "firewall_policy_id", "force_firewall_policy_association",
                        "global", "http2_enabled", "identity", "probe", "redirect_configuration", "rewrite_rule_set",
                        "sku", "ssl_certificate", "ssl_policy", "ssl_profile", "trusted_client_certificate",
                        "trusted_root_certificate", "waf_configuration");
    }

    private static Block named() {
        return new Block().with("name", Argument.to("name")).left(AzurermTypes.NAMING, "id");
    }

    /// The pool and the settings that a rule leads to. Parts of a gateway name each other by their names.
    private static Block target(String prefix, Block block) {
        String pool = prefix.isEmpty() ? "backendAddressPool" : "defaultBackendAddressPool";
        String settings = prefix.isEmpty() ? "backendHttpSettings" : "defaultBackendHttpSettings";
        return block.with(prefix + "backend_address_pool_name", Argument.to("properties/" + pool + "/id"))
                .with(prefix + "backend_http_settings_name", Argument.to("properties/" + settings + "/id"))
                .left("the names say it", prefix + "backend_address_pool_id", prefix + "backend_http_settings_id");
    }
}
