package dev.sekisho.model.io.environment;

import dev.sekisho.model.environment.ApiServerAccess;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.network.ApplicationGateway;
import dev.sekisho.model.network.PrivateLinkConnection;
import dev.sekisho.model.network.PrivateLinkService;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What lets others in, as Azure's exports and Terraform describe it.
class WaysInTest {
    private static final String SUBSCRIPTION = "7d0e5b9c-0000-4000-8000-000000000001";
    private static final String GROUP = "/subscriptions/" + SUBSCRIPTION + "/resourceGroups/g/providers/";
    private static final String NETWORK = GROUP + "Microsoft.Network/";

    @TempDir
    private Path folder = Path.of("");

    private static String resource(String type, String name, String properties) {
        return "{\"id\": \"" + GROUP + type + "/" + name + "\", \"type\": \"" + type + "\", \"name\": \"" + name
                + "\", \"properties\": " + properties.replace("ID:", NETWORK) + "}";
    }

    private ReadFiles read(String... resources) throws IOException {
        return ReadFiles.in(folder).file("all.json", "[" + String.join(",\n", resources) + "]");
    }

    private static final String BALANCER = resource("Microsoft.Network/loadBalancers", "kubernetes-internal", """
            {"frontendIPConfigurations": [
               {"name": "other", "properties": {"privateIPAddress": "10.42.3.9"}},
               {"name": "shop", "properties": {"privateIPAddress": "10.42.3.20", "privateIPAllocationMethod": "Static",
                 "subnet": {"id": "ID:virtualNetworks/spoke/subnets/lb"}}}]}""");

    private static final String LINK_SERVICE = resource("Microsoft.Network/privateLinkServices", "pls-shop", """
            {"alias": "pls-shop.0123.japaneast.azure.privatelinkservice", "enableProxyProtocol": false,
             "ipConfigurations": [{"name": "n", "properties": {"privateIPAddress": "10.42.6.5", "primary": true,
               "subnet": {"id": "ID:virtualNetworks/spoke/subnets/links"}}}],
             "loadBalancerFrontendIpConfigurations": [
               {"id": "ID:loadBalancers/kubernetes-internal/frontendIPConfigurations/Shop"},
               {"id": "ID:loadBalancers/elsewhere/frontendIPConfigurations/x"}],
             "visibility": {"subscriptions": ["*"]}, "autoApproval": {"subscriptions": ["a-1"]},
             "privateEndpointConnections": [{"name": "c", "properties": {
               "privateEndpoint": {"id": "ID:privateEndpoints/pe-by-alias"},
               "privateLinkServiceConnectionState": {"status": "Rejected"}}}]}""");

    private static String endpoint(String name, String address, String list, String connection) {
        return resource("Microsoft.Network/privateEndpoints", name, """
                {"subnet": {"id": "ID:virtualNetworks/client/subnets/endpoints"}, "LIST": [{"name": "c", "properties": CONNECTION}],
                 "customDnsConfigs": [{"ipAddresses": ["ADDRESS"]}]}""".replace("LIST", list)
                .replace("CONNECTION", connection).replace("ADDRESS", address));
    }

    @Test
    void aPrivateLinkServiceHasTheAddressesOfItsFrontendsAndTheStateOfItsConnections() throws IOException {
        ReadFiles files = read(BALANCER, LINK_SERVICE,
                endpoint("pe", "10.9.0.4", "privateLinkServiceConnections", """
                        {"privateLinkServiceId": "ID:privateLinkServices/pls-shop",
                         "privateLinkServiceConnectionState": {"status": "Approved"}}"""),
                endpoint("pe-by-alias", "10.9.0.5", "manualPrivateLinkServiceConnections", """
                        {"privateLinkServiceId": "pls-shop.0123.japaneast.azure.privatelinkservice"}"""));
        Environment environment = files.read();
        PrivateLinkService service = environment.waysIn().privateLinkServices().getFirst();
        assertEquals("pls-shop in spoke/links [10.42.6.5] [10.42.3.20, <the address of x>] * [a-1]",
                service.name() + " in " + service.subnet() + " " + service.natAddresses() + " " + service.frontends()
                        + " " + service.visibility().texts().getFirst() + " " + service.autoApproval().texts());
        PrivateLinkConnection first = environment.privateEndpoints().getFirst().connection().orElseThrow();
        assertEquals("pls-shop APPROVED " + SUBSCRIPTION,
                first.service() + " " + first.state().orElseThrow() + " " + first.subscription().orElseThrow());
        PrivateLinkConnection second = environment.privateEndpoints().getLast().connection().orElseThrow();
        assertEquals("pls-shop REJECTED", second.service() + " " + second.state().orElseThrow());
        assertEquals(List.of(), files.codes(), files.diagnostics()::toString);
    }

    @Test
    void anApplicationGatewayHasTheBackendsThatTheRulesOfEachListenerLeadTo() throws IOException {
        ReadFiles files = read(resource("Microsoft.Network/applicationGateways", "gw", """
                {"sku": {"name": "WAF_v2"},
                 "gatewayIPConfigurations": [{"name": "i", "properties": {
                   "subnet": {"id": "ID:virtualNetworks/spoke/subnets/gateways"}}}],
                 "frontendIPConfigurations": [
                   {"name": "open", "properties": {"publicIPAddress": {"id": "ID:publicIPAddresses/pip"}}},
                   {"name": "inside", "properties": {"privateIPAddress": "10.42.4.10",
                     "subnet": {"id": "ID:virtualNetworks/spoke/subnets/gateways"}}}],
                 "frontendPorts": [{"name": "p443", "properties": {"port": 443}}, {"name": "p80", "properties": {"port": 80}}],
                 "backendAddressPools": [
                   {"name": "shop", "properties": {"backendAddresses": [{"ipAddress": "10.42.3.20"}, {"fqdn": "shop.internal"}]}},
                   {"name": "images", "properties": {"backendAddresses": [{"ipAddress": "10.42.3.21"}]}},
                   {"name": "unused", "properties": {"backendAddresses": [{"ipAddress": "10.42.3.22"}]}}],
                 "backendHttpSettingsCollection": [{"name": "s", "properties": {"port": 8080, "protocol": "Http"}}],
                 "httpListeners": [
                   {"name": "l443", "properties": {"frontendIPConfiguration": {"id": "ID:applicationGateways/gw/frontendIPConfigurations/open"},
                     "frontendPort": {"id": "ID:applicationGateways/gw/frontendPorts/p443"}, "hostNames": ["shop.example.com"]}},
                   {"name": "l80", "properties": {"frontendIPConfiguration": {"id": "ID:applicationGateways/gw/frontendIPConfigurations/inside"},
                     "frontendPort": {"id": "ID:applicationGateways/gw/frontendPorts/p80"}}}],
                 "urlPathMaps": [{"name": "m", "properties": {
                   "defaultBackendAddressPool": {"id": "ID:applicationGateways/gw/backendAddressPools/shop"},
                   "defaultBackendHttpSettings": {"id": "ID:applicationGateways/gw/backendHttpSettingsCollection/s"},
                   "pathRules": [{"name": "img", "properties": {"paths": ["/img/*"],
                     "backendAddressPool": {"id": "ID:applicationGateways/gw/backendAddressPools/images"},
                     "backendHttpSettings": {"id": "ID:applicationGateways/gw/backendHttpSettingsCollection/s"}}}]}}],
                 "requestRoutingRules": [
                   {"name": "r1", "properties": {"ruleType": "PathBasedRouting",
                     "httpListener": {"id": "ID:applicationGateways/gw/httpListeners/l443"},
                     "urlPathMap": {"id": "ID:applicationGateways/gw/urlPathMaps/m"}}},
                   {"name": "r2", "properties": {"httpListener": {"id": "ID:applicationGateways/gw/httpListeners/l80"},
                     "backendAddressPool": {"id": "ID:applicationGateways/gw/backendAddressPools/images"},
                     "backendHttpSettings": {"id": "ID:applicationGateways/gw/backendHttpSettingsCollection/s"}}}]}"""),
                resource("Microsoft.Network/publicIPAddresses", "pip", "{\"ipAddress\": \"20.1.1.1\"}"));
        ApplicationGateway gateway = files.read().waysIn().applicationGateways().getFirst();
        assertEquals("gw spoke/gateways [20.1.1.1] [10.42.4.10]", gateway.name() + " " + gateway.subnet() + " "
                + gateway.publicIps() + " " + gateway.privateIps());
        assertEquals(
                List.of("PUBLIC 443 [shop.example.com] [10.42.3.20:8080, shop.internal:8080, 10.42.3.21:8080]",
                        "PRIVATE 80 [] [10.42.3.21:8080]"),
                gateway.listeners().stream().map(listener -> listener.side() + " " + listener.port() + " "
                        + listener.hosts() + " " + listener.backends()).toList());
        assertEquals(List.of(), files.codes(), files.diagnostics()::toString);
    }

    private static String cluster(String profile) {
        return resource("Microsoft.ContainerService/managedClusters", "shop", """
                {"networkProfile": {"networkPlugin": "azure", "networkPluginMode": "overlay"},
                 "agentPoolProfiles": [{"name": "a", "vnetSubnetID": "ID:virtualNetworks/spoke/subnets/nodes"}],
                 "fqdn": "shop-1.hcp.japaneast.azmk8s.io", PROFILE}""".replace("PROFILE", profile));
    }

    private ApiServerAccess access(String... resources) throws IOException {
        ReadFiles files = read(resources);
        ApiServerAccess access = files.read().clusters().getFirst().apiServer().orElseThrow();
        assertEquals(List.of(), files.codes(), files.diagnostics()::toString);
        return access;
    }

    @Test
    void aPublicApiServerHasItsRanges() throws IOException {
        ApiServerAccess access = access(
                cluster("\"apiServerAccessProfile\": {\"authorizedIPRanges\": [\"198.51.100.7\", \"203.0.113.0/28\"]}"));
        assertEquals("public true [198.51.100.7/32, 203.0.113.0/28]",
                access.access() + " " + access.publicEndpoint() + " " + access.authorizedIpRanges());
        assertEquals("shop-1.hcp.japaneast.azmk8s.io", access.fqdn().orElseThrow().toString());
    }

    @Test
    void aPrivateApiServerHasTheAddressOfItsEndpointAndTheNetworksOfItsZone() throws IOException {
        ApiServerAccess access = access(
                cluster("""
                "privateFQDN": "shop-1.privatelink.japaneast.azmk8s.io", "apiServerAccessProfile": {
                  "enablePrivateCluster": true, "privateDNSZone": "ID:privateDnsZones/privatelink.japaneast.azmk8s.io"}"""),
                endpoint("kube-apiserver", "10.42.1.4", "privateLinkServiceConnections",
                        """
                        {"privateLinkServiceId": "%sMicrosoft.ContainerService/managedClusters/shop", "groupIds": ["management"]}"""
                                .formatted(GROUP)),
                resource("Microsoft.Network/privateDnsZones", "privatelink.japaneast.azmk8s.io", "{}"),
                resource("Microsoft.Network/privateDnsZones/virtualNetworkLinks",
                        "privatelink.japaneast.azmk8s.io/virtualNetworkLinks/to-hub",
                        "{\"virtualNetwork\": {\"id\": \"ID:virtualNetworks/hub\"}}")
                        .replace("\"name\": \"privatelink.japaneast.azmk8s.io/virtualNetworkLinks/to-hub\"",
                                "\"name\": \"privatelink.japaneast.azmk8s.io/to-hub\"")
                        .replace("privateDnsZones/virtualNetworkLinks/privatelink", "privateDnsZones/privatelink"));
        assertEquals("private false 10.42.1.4 client/endpoints hub",
                access.access() + " " + access.publicEndpoint() + " " + access.address().orElseThrow() + " "
                        + access.subnet().orElseThrow() + " " + access.nameLinks().getFirst().name());
        assertEquals("shop-1.privatelink.japaneast.azmk8s.io", access.fqdn().orElseThrow().toString());
    }

    @Test
    void anIntegratedApiServerIsInItsSubnetAndPublicOnlyWhereTheClusterIs() throws IOException {
        String integrated = "\"apiServerAccessProfile\": {\"enableVnetIntegration\": true, \"subnetId\": "
                + "\"ID:virtualNetworks/spoke/subnets/apiserver\", \"enablePrivateCluster\": CLOSED}";
        ApiServerAccess open = access(cluster(integrated.replace("CLOSED", "false")));
        assertEquals("vnetIntegration true spoke/apiserver",
                open.access() + " " + open.publicEndpoint() + " " + open.subnet().orElseThrow());
        assertTrue(!access(cluster(integrated.replace("CLOSED", "true"))).publicEndpoint());
    }

    @Test
    void terraformDescribesThemToo() throws IOException {
        String plan = """
                {"format_version": "1.2", "terraform_version": "1.9.0", "planned_values": {"root_module": {"resources": [
                 {"address": "azurerm_private_link_service.p", "mode": "managed", "type": "azurerm_private_link_service", "name": "p",
                  "values": {"name": "pls-shop", "resource_group_name": "g", "location": "japaneast",
                   "nat_ip_configuration": [{"name": "n", "primary": true, "private_ip_address": "10.42.6.5", "subnet_id":
                     "ID:virtualNetworks/spoke/subnets/links"}],
                   "load_balancer_frontend_ip_configuration_ids":
                     ["ID:loadBalancers/kubernetes-internal/frontendIPConfigurations/shop"],
                   "visibility_subscription_ids": ["v-1"], "auto_approval_subscription_ids": ["a-1"]}},
                 {"address": "azurerm_lb.l", "mode": "managed", "type": "azurerm_lb", "name": "l", "values": {
                   "name": "kubernetes-internal", "resource_group_name": "g", "location": "japaneast",
                   "frontend_ip_configuration": [{"name": "shop", "private_ip_address": "10.42.3.20"}]}},
                 {"address": "azurerm_application_gateway.g", "mode": "managed", "type": "azurerm_application_gateway", "name": "g",
                  "values": {"name": "gw", "resource_group_name": "g", "location": "japaneast",
                   "gateway_ip_configuration": [{"name": "i", "subnet_id": "ID:virtualNetworks/spoke/subnets/gateways"}],
                   "frontend_ip_configuration": [{"name": "inside", "private_ip_address": "10.42.4.10"}],
                   "frontend_port": [{"name": "p80", "port": 80}],
                   "backend_address_pool": [{"name": "shop", "fqdns": ["shop.internal"], "ip_addresses": ["10.42.3.20"]}],
                   "backend_http_settings": [{"name": "s", "port": 8080, "protocol": "Http", "cookie_based_affinity": "Disabled"}],
                   "http_listener": [{"name": "l", "frontend_ip_configuration_name": "inside", "frontend_port_name": "p80",
                     "protocol": "Http"}],
                   "request_routing_rule": [{"name": "r", "rule_type": "Basic", "http_listener_name": "l",
                     "backend_address_pool_name": "shop", "backend_http_settings_name": "s"}]}}]}}}
                """.replace("ID:", NETWORK);
        ReadFiles files = ReadFiles.in(folder).file("plan.json", plan);
        Environment environment = files.read();
        PrivateLinkService service = environment.waysIn().privateLinkServices().getFirst();
        assertEquals("spoke/links [10.42.6.5] [10.42.3.20] [v-1] [a-1]",
                service.subnet() + " " + service.natAddresses() + " " + service.frontends() + " "
                        + service.visibility().texts() + " " + service.autoApproval().texts());
        ApplicationGateway gateway = environment.waysIn().applicationGateways().getFirst();
        assertEquals("[10.42.4.10] PRIVATE 80 [10.42.3.20:8080, shop.internal:8080]",
                gateway.privateIps() + " " + gateway.listeners().getFirst().side() + " "
                        + gateway.listeners().getFirst().port() + " " + gateway.listeners().getFirst().backends());
        assertEquals(List.of(), files.codes(), files.diagnostics()::toString);
    }
}
