package dev.sekisho.model.io.terraform;

import dev.sekisho.model.io.terraform.Argument.Form;
import java.util.List;

/// Network security groups, their rules, application security groups.
final class SecurityTypes {
    private static final String GROUP = "Microsoft.Network/networkSecurityGroups";

    private SecurityTypes() {}

    static List<AzurermType> all() {
        return List.of(
                AzurermType.whole("azurerm_network_security_group", GROUP,
                        AzurermTypes.resource().with("security_rule",
                                Argument.items("properties/securityRules", rule()).orProvider())),
                AzurermType.child("azurerm_network_security_rule", GROUP + "/securityRules",
                        "network_security_group_name", "azurerm_network_security_group",
                        rule().left(AzurermTypes.NAMING, "id", "resource_group_name", "timeouts")),
                AzurermType.whole("azurerm_application_security_group", "Microsoft.Network/applicationSecurityGroups",
                        AzurermTypes.resource()));
    }

    private static Block rule() {
        return new Block().with("name", Argument.to("name"))
                .same("properties/", "description", "priority", "direction", "access", "protocol",
                        "source_address_prefix", "source_address_prefixes", "source_port_range", "source_port_ranges",
                        "destination_address_prefix", "destination_address_prefixes", "destination_port_range",
                        "destination_port_ranges")
                .with("source_application_security_group_ids",
                        Argument.to("properties/sourceApplicationSecurityGroups", Form.REFERENCES))
                .with("destination_application_security_group_ids",
                        Argument.to("properties/destinationApplicationSecurityGroups", Form.REFERENCES));
    }
}
