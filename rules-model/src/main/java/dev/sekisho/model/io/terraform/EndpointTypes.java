package dev.sekisho.model.io.terraform;

import dev.sekisho.model.io.terraform.Argument.Form;
import java.util.List;

/// Private endpoints, private DNS zones and what is in them.
final class EndpointTypes {
    static final String ENDPOINT = "Microsoft.Network/privateEndpoints";
    private static final String ZONE = "Microsoft.Network/privateDnsZones";

    private EndpointTypes() {}

    static List<AzurermType> all() {
        return List.of(AzurermType.whole("azurerm_private_endpoint", ENDPOINT, endpoint()),
                AzurermType.whole("azurerm_private_dns_zone", ZONE,
                        AzurermTypes.part().left(AzurermTypes.DEPLOYING, "soa_record", "max_number_of_record_sets",
                                "max_number_of_virtual_network_links",
                                "max_number_of_virtual_network_links_with_registration", "number_of_record_sets")),
                AzurermType.child("azurerm_private_dns_a_record", ZONE + "/A", "zone_name",
                        "azurerm_private_dns_zone", AzurermTypes.part()
                                .with("records", Argument.to("properties/aRecords", Form.RECORDS))
                                .with("ttl", Argument.to("properties/ttl"))
                                .left("follows from the name and the zone", "fqdn")),
                AzurermType.child("azurerm_private_dns_zone_virtual_network_link", ZONE + "/virtualNetworkLinks",
                        "private_dns_zone_name", "azurerm_private_dns_zone",
                        AzurermTypes.part()
                                .with("virtual_network_id", Argument.to("properties/virtualNetwork", Form.REFERENCE))
                                .with("registration_enabled", Argument.to("properties/registrationEnabled"))
                                .with("resolution_policy",
                                        Argument.to("properties/resolutionPolicy").orProvider().unless("Default"))));
    }

    private static Block endpoint() {
        return AzurermTypes.resource().with("subnet_id", Argument.to("properties/subnet", Form.REFERENCE))
                .with("ip_configuration", Argument.items("properties/ipConfigurations", new Block()
                        .with("name", Argument.to("name"))
                        .with("private_ip_address", Argument.to("properties/privateIPAddress"))
                        .with("subresource_name", Argument.to("properties/groupId"))
                        .with("member_name", Argument.to("properties/memberName").orProvider())))
                .with("private_service_connection",
                        Argument.items("properties/privateLinkServiceConnections", connection()))
                .with("custom_dns_configs", Argument.items("properties/customDnsConfigs", new Block()
                        .with("fqdn", Argument.to("fqdn"))
                        .with("ip_addresses", Argument.to("ipAddresses"))).orProvider())
                .left("the zones that the endpoint registers itself in; its own names are read",
                        "private_dns_zone_group")
                .left("tells the names of the endpoint once more", "private_dns_zone_configs")
                .left(AzurermTypes.NAMING, "custom_network_interface_name", "network_interface");
    }

    private static Block connection() {
        return new Block().with("name", Argument.to("name"))
                .with("private_connection_resource_id", Argument.to("properties/privateLinkServiceId", Form.ID))
                .with("subresource_names", Argument.to("properties/groupIds"))
                .with("request_message", Argument.to("properties/requestMessage"))
                .with("private_ip_address",
                        Argument.to("/properties/ipConfigurations/0/properties/privateIPAddress").assigned())
                .with("private_connection_resource_alias", Argument.to("properties/privateLinkServiceId"))
                .left("who approves the connection", "is_manual_connection");
    }
}
