package dev.sekisho.generator.format.terraform;

import dev.sekisho.generator.format.resource.Parameters;
import dev.sekisho.generator.format.resource.Symbols;
import dev.sekisho.generator.inbound.InboundPlan;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.model.network.SecurityRule;
import java.util.ArrayList;
import java.util.List;

/// The security group of the node subnet, and the routes of the gateway.
///
/// @param network writes tables, and knows the subnets
record TerraformInbound(TerraformNetwork network, Hcl hcl, Variables variables, Symbols symbols,
        Parameters parameters) {
    private static final String GROUP = "azurerm_network_security_group.nodes";
    private static final String RULE = "azurerm_network_security_rule";
    private static final String ASSOCIATION = "azurerm_subnet_network_security_group_association";

    void write(InboundPlan inbound) {
        hcl.open("resource \"azurerm_network_security_group\" \"nodes\"")
                .attribute("name", variables.of(parameters.securityGroupName().orElseThrow()))
                .attribute("location", variables.location()).attribute("resource_group_name", variables.resourceGroup())
                .blank().open("lifecycle");
        hcl.comment("Rules are resources of their own; those that others add are not ours to remove.");
        hcl.list("ignore_changes", List.of("security_rule")).close().close().blank();
        SecurityRuleBlock block = new SecurityRuleBlock(hcl, Hcl::texts, group -> Hcl.quote(group.id()));
        List<String> rules = new ArrayList<>();
        for (SecurityRule rule : inbound.securityGroup().securityRules()) {
            String label = symbols.snake(RULE, rule.name());
            hcl.open("resource " + Hcl.quote(RULE) + " " + Hcl.quote(label))
                    .attribute("resource_group_name", GROUP + ".resource_group_name")
                    .attribute("network_security_group_name", GROUP + ".name");
            block.attributes(rule);
            hcl.close().blank();
            rules.add(RULE + "." + label);
        }
        String nodes = network.nodeSubnet();
        hcl.comment("The rules take effect with this association, so it comes after them.");
        hcl.open("resource " + Hcl.quote(ASSOCIATION) + " " + Hcl.quote(symbols.snake(ASSOCIATION, nodes)))
                .attribute("subnet_id", network.subnetId(nodes)).attribute("network_security_group_id", GROUP + ".id")
                .blank().list("depends_on", rules).close().blank();
        inbound.gatewayRoutes().ifPresent(this::gateway);
    }

    private void gateway(RouteTable table) {
        hcl.open("data \"azurerm_subnet\" \"gateway\"").text("name", "GatewaySubnet")
                .attribute("virtual_network_name", variables.of(parameters.gatewayVirtualNetworkName().orElseThrow()))
                .attribute("resource_group_name",
                        variables.of(parameters.gatewayVirtualNetworkResourceGroup().orElseThrow()))
                .close().blank();
        List<String> routes = network.routeTable(table, "gateway",
                variables.of(parameters.gatewayRouteTableName().orElseThrow()));
        network.associate("GatewaySubnet", "data.azurerm_subnet.gateway.id", "gateway", routes);
    }
}
