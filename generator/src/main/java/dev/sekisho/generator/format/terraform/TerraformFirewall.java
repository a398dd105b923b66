package dev.sekisho.generator.format.terraform;

import dev.sekisho.generator.format.resource.Parameters;
import dev.sekisho.generator.format.resource.Symbols;
import dev.sekisho.generator.plan.DeploymentPlan.FirewallPlan;
import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import java.util.HashMap;
import java.util.Map;

/// IP groups, and rule collection groups of an existing policy. The groups wait for each other, because Azure updates one
/// group of a policy at a time.
final class TerraformFirewall {
    private final Hcl hcl;
    private final Variables variables;
    private final Symbols symbols;
    private final Map<String, String> ipGroups = new HashMap<>();

    TerraformFirewall(Hcl hcl, Variables variables, Symbols symbols) {
        this.hcl = hcl;
        this.variables = variables;
        this.symbols = symbols;
    }

    void write(FirewallPlan firewall, Parameters parameters) {
        hcl.open("data \"azurerm_firewall_policy\" \"hub\"")
                .attribute("name", variables.of(parameters.firewallPolicyName().orElseThrow()))
                .attribute("resource_group_name",
                        variables.of(parameters.firewallPolicyResourceGroup().orElseThrow()))
                .close().blank();
        firewall.ipGroups().forEach(this::ipGroup);
        RuleBlocks rules = new RuleBlocks(hcl, entry -> Hcl.quote(entry.toString()),
                reference -> ipGroups.getOrDefault(reference.id(), Hcl.quote(reference.id())));
        String before = "";
        for (RuleCollectionGroup group : firewall.policy().ruleCollectionGroups()) {
            String label = symbols.snake(RuleBlocks.GROUP, group.name());
            rules.group(group, label, "data.azurerm_firewall_policy.hub.id", before);
            before = RuleBlocks.GROUP + "." + label;
        }
    }

    private void ipGroup(IpGroup group) {
        String label = symbols.snake("azurerm_ip_group", group.name());
        ipGroups.put(group.name(), "azurerm_ip_group." + label + ".id");
        hcl.open("resource \"azurerm_ip_group\" " + Hcl.quote(label)).text("name", group.name())
                .attribute("location", variables.location())
                .attribute("resource_group_name", variables.resourceGroup()).anyTexts("cidrs", group.members()).close()
                .blank();
    }
}
