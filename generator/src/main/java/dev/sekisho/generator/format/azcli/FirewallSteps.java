package dev.sekisho.generator.format.azcli;

import dev.sekisho.generator.format.json.JsonText;
import dev.sekisho.generator.format.json.References;
import dev.sekisho.generator.format.resource.AzureResources;
import dev.sekisho.generator.format.resource.FirewallValues;
import dev.sekisho.generator.format.resource.Parameter;
import dev.sekisho.generator.format.resource.Value;
import dev.sekisho.generator.plan.DeploymentPlan.FirewallPlan;
import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The steps that write IP groups and rule collection groups.
///
/// A group is sent as a whole with `az rest`. The commands for single rules send one request for each rule, which takes
/// about a minute each and leaves the policy half changed between them, and they cannot name one protocol with two
/// ports; one request for the group is over at once, replaces exactly what was there, and says all that the API says.
final class FirewallSteps {
    private static final String IP_GROUPS = "__IP_GROUPS__";

    private FirewallSteps() {}

    static void write(Script script, FirewallPlan firewall) {
        for (IpGroup group : firewall.ipGroups()) {
            List<String> options = new ArrayList<>(List.of("--resource-group \"$RESOURCE_GROUP\"",
                    "--location \"$LOCATION\"", "--name " + Shell.quote(group.name())));
            if (!group.members().isEmpty()) {
                options.add("--ip-addresses "
                        + String.join(" ", group.members().stream().map(Object::toString).map(Shell::quote).toList()));
            }
            options.add("--output none");
            script.command("run az network ip-group create", options).blank();
        }
        if (firewall.policy().ruleCollectionGroups().isEmpty()) {
            return;
        }
        function(script, !firewall.ipGroups().isEmpty());
        FirewallValues values = values(firewall);
        for (RuleCollectionGroup group : firewall.policy().ruleCollectionGroups()) {
            Value body = Value.Fields.NONE.with("properties", values.group(group));
            script.line("put_rule_collection_group " + Shell.quote(group.name()) + " <<'JSON'");
            script.text(JsonText.write(JsonText.tree(body, new Plain()))).line("JSON").blank();
        }
    }

    private static FirewallValues values(FirewallPlan firewall) {
        Set<String> own = firewall.ipGroups().stream().map(IpGroup::name).collect(Collectors.toSet());
        return new FirewallValues(reference -> own.contains(reference.id())
                ? new Value.IdOf(reference.id())
                : new Value.Text(reference.id()));
    }

    private static void function(Script script, boolean ipGroups) {
        script.text("""
                # Ids of the policy and of the IP groups, in the subscription that the Azure CLI is logged in to.
                SUBSCRIPTION_ID="${SUBSCRIPTION_ID:-}"
                if [[ -z "$SUBSCRIPTION_ID" && "$DRY_RUN" == false ]]; then
                  SUBSCRIPTION_ID=$(az account show --query id --output tsv)
                fi
                RESOURCE_GROUPS="/subscriptions/${SUBSCRIPTION_ID:-SUBSCRIPTION_ID}/resourceGroups"
                FIREWALL_POLICY_ID="$RESOURCE_GROUPS/$FIREWALL_POLICY_RESOURCE_GROUP/providers/Microsoft.Network/firewallPolicies/$FIREWALL_POLICY_NAME"
                """);
        if (ipGroups) {
            script.line("IP_GROUPS=\"$RESOURCE_GROUPS/$RESOURCE_GROUP/providers/Microsoft.Network/ipGroups\"");
        }
        script.blank();
        script.text("""
                # Writes one rule collection group, read from standard input, in a single request, and waits for the policy:
                # Azure updates one group of a policy at a time. Each rule says in its description what it is for.
                put_rule_collection_group() {
                  local id="$FIREWALL_POLICY_ID/ruleCollectionGroups/$1" body
                  body=$(cat)
                """);
        if (ipGroups) {
            script.line("  body=${body//" + IP_GROUPS + "/\"$IP_GROUPS\"}");
        }
        script.text("""
                  if [[ "$DRY_RUN" == true ]]; then
                    run az rest --method put --url "$id?api-version=API" --body "$body" --output none
                    return
                  fi
                  local file
                  file=$(mktemp)
                  printf '%s\\n' "$body" >"$file"
                  az rest --method put --url "$id?api-version=API" --body "@$file" --output none
                  rm -f "$file"
                  az resource wait --ids "$id" --api-version API --updated
                }
                """.replace("API", AzureResources.NETWORK_API)).blank();
    }

    /// The body stands in a quoted here-document, so that nothing in it has a meaning for the shell.
    private record Plain() implements References {
        @Override
        public String text(String text) {
            return text;
        }

        @Override
        public String parameter(Parameter parameter) {
            throw new IllegalArgumentException("a rule has no parameter");
        }

        @Override
        public String idOf(String ipGroup) {
            return IP_GROUPS + "/" + ipGroup;
        }
    }
}
