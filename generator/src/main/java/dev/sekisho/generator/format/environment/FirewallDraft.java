package dev.sekisho.generator.format.environment;

import dev.sekisho.generator.format.Refusal;
import dev.sekisho.generator.format.resource.PolicyValues;
import dev.sekisho.generator.format.resource.Value;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.ApplicationRuleCollection;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.firewall.FirewallPolicy;
import dev.sekisho.model.firewall.FirewallRules;
import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.model.firewall.NatRuleCollection;
import dev.sekisho.model.firewall.NetworkRuleCollection;
import dev.sekisho.model.firewall.PolicySettings;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.ResourceRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// IP groups, policies with their groups, and firewalls. Azure updates one group of a policy at a time, and neither a
/// child policy nor a firewall while it does, so each waits for the one before.
final class FirewallDraft {
    private final Draft draft;
    private final Map<String, String> lastOfPolicy = new HashMap<>();

    FirewallDraft(Draft draft) {
        this.draft = draft;
    }

    void write(Environment environment) {
        environment.ipGroups().forEach(this::ipGroup);
        PolicyOrder.of(environment.firewallPolicies()).forEach(this::policy);
        environment.firewalls().forEach(this::firewall);
    }

    private void ipGroup(IpGroup group) {
        if (!draft.refuse(EntryCheck.of(Kind.IP_GROUP + " " + group.name(), group.members()))) {
            draft.add(Kind.IP_GROUP, group.name(), List.of(),
                    Value.Fields.NONE.with("ipAddresses", new Value.Items(draft.entries(group.members()))));
        }
    }

    private void policy(FirewallPolicy policy) {
        if (draft.refuse(EntryCheck.of(policy)) || draft.refuse(missingPorts(policy))) {
            return;
        }
        Value.Fields properties = Value.Fields.NONE.with("sku",
                Value.Fields.NONE.with("tier", policy.tier().azureName()));
        properties = policy.basePolicy()
                .map(parent -> Value.Fields.NONE.with("basePolicy", draft.id(Kind.FIREWALL_POLICY, parent)))
                .map(properties::and).orElse(properties);
        List<String> before = policy.basePolicy().flatMap(this::last).stream().toList();
        String symbol = draft.add(Kind.FIREWALL_POLICY, policy.name(), before,
                properties.and(settings(policy.name(), policy.settings())));
        lastOfPolicy.put(policy.name().toLowerCase(Locale.ROOT), symbol);
        List<String> previous = List.of();
        for (RuleCollectionGroup group : policy.ruleCollectionGroups()) {
            String groupSymbol = draft.add(Kind.RULE_COLLECTION_GROUP, Optional.of(symbol), group.name(),
                    policy.name() + "/" + group.name(), Optional.empty(), Value.Fields.NONE, previous,
                    draft.rules().group(group));
            previous = List.of(groupSymbol);
            lastOfPolicy.put(policy.name().toLowerCase(Locale.ROOT), groupSymbol);
        }
    }

    private static List<Refusal> missingPorts(FirewallPolicy policy) {
        List<Refusal> refusals = new ArrayList<>();
        for (RuleCollectionGroup group : policy.ruleCollectionGroups()) {
            for (RuleCollection collection : group.ruleCollections()) {
                if (collection instanceof ApplicationRuleCollection application) {
                    application.rules().stream()
                            .filter(rule -> rule.protocols().stream().anyMatch(protocol -> protocol.port().isEmpty()))
                            .forEach(rule -> refusals.add(new Refusal(
                                    Kind.FIREWALL_POLICY + " " + policy.name() + ", rule " + group.name() + "/"
                                            + collection.name() + "/" + rule.name(),
                                    "a rule of a policy states the port of each protocol")));
                }
            }
        }
        return refusals;
    }

    private Optional<String> last(ResourceRef policy) {
        return Optional.ofNullable(lastOfPolicy.get(policy.name().toLowerCase(Locale.ROOT)));
    }

    private Value.Fields settings(String owner, PolicySettings settings) {
        Value.Fields certificate = settings.tlsInspectionCertificate()
                ? Value.Fields.NONE.with("name", "tls-inspection").with("keyVaultSecretId",
                        new Value.ParameterValue(draft.unknowns().other("keyVaultSecretId " + owner,
                                "Key Vault secret id of the certificate for TLS inspection of " + owner)))
                : Value.Fields.NONE;
        return new PolicyValues(draft.rules(), certificate).of(settings);
    }

    private void firewall(Firewall firewall) {
        List<Entry<IpAddress>> own = new ArrayList<>(firewall.publicIps());
        own.add(firewall.privateIp());
        if (draft.refuse(EntryCheck.of(Kind.FIREWALL + " " + firewall.name(), own))) {
            return;
        }
        if (firewall.rules() instanceof FirewallRules.Classic classic
                && draft.refuse(ClassicCheck.of(firewall.name(), classic))) {
            return;
        }
        Value.Fields properties = Value.Fields.NONE.with("sku",
                Value.Fields.NONE.with("name", "AZFW_VNet").with("tier", firewall.tier().azureName()));
        properties = properties.with("ipConfigurations", new Value.Items(configurations(firewall)));
        if (firewall.forcedTunneling()) {
            properties = properties.with("managementIpConfiguration", NetworkDraft.named("management",
                    Value.Fields.NONE.with("subnet", subnet(firewall, "AzureFirewallManagementSubnet"))
                            .with("publicIPAddress", Value.Fields.NONE.with("id",
                                    new Value.ParameterValue(draft.unknowns().other(
                                            "managementPublicIp " + firewall.name() + " Id",
                                            "Resource id of the public address that " + firewall.name()
                                                    + " is managed through"))))));
        }
        List<String> before = new ArrayList<>(firewall.virtualNetwork().map(ResourceRef::name)
                .flatMap(name -> draft.symbol(Kind.VIRTUAL_NETWORK, name)).stream().toList());
        properties = switch (firewall.rules()) {
            case FirewallRules.Policy(ResourceRef policy) -> {
                last(policy).ifPresent(before::add);
                yield properties.with("firewallPolicy", draft.id(Kind.FIREWALL_POLICY, policy));
            }
            case FirewallRules.Classic classic -> properties.and(classic(classic));
        };
        draft.add(Kind.FIREWALL, firewall.name(), before, properties);
    }

    private Value.Fields classic(FirewallRules.Classic classic) {
        List<Value> nat = new ArrayList<>();
        List<Value> network = new ArrayList<>();
        List<Value> application = new ArrayList<>();
        for (RuleCollection collection : classic.collections()) {
            switch (collection) {
                case NatRuleCollection _ -> nat.add(classic(collection));
                case NetworkRuleCollection _ -> network.add(classic(collection));
                case ApplicationRuleCollection _ -> application.add(classic(collection));
            }
        }
        PolicySettings settings = classic.settings();
        Value.Fields fields = settings.threatIntelMode()
                .map(mode -> Value.Fields.NONE.with("threatIntelMode", mode.azureName())).orElse(Value.Fields.NONE);
        Value.Fields additional = additional(settings);
        return (additional.fields().isEmpty() ? fields : fields.with("additionalProperties", additional))
                .withAny("natRuleCollections", nat).withAny("networkRuleCollections", network)
                .withAny("applicationRuleCollections", application);
    }

    private Value classic(RuleCollection collection) {
        Value.Fields fields = draft.rules().classic(collection);
        Value.Fields inner = new Value.Fields(
                fields.fields().stream().filter(field -> !field.name().equals("name")).toList());
        return NetworkDraft.named(collection.name(), inner);
    }

    /// The settings that a classic firewall keeps as texts.
    private static Value.Fields additional(PolicySettings settings) {
        Value.Fields fields = Value.Fields.NONE;
        if (settings.dns().isPresent()) {
            fields = fields.with("Network.DNS.EnableProxy", Boolean.toString(settings.dns().get().enableProxy()))
                    .withAny("Network.DNS.Servers", joined(settings.dns().get().servers()));
        }
        if (settings.snat().isPresent()) {
            List<Object> ranges = new ArrayList<>(settings.snat().get().privateRanges());
            if (settings.snat().get().includeIanaPrivateRanges()) {
                ranges.add("IANAPrivateRanges");
            }
            fields = fields.withAny("Network.SNAT.PrivateRanges", joined(ranges));
            fields = settings.snat().get().autoLearnPrivateRanges()
                    ? fields.with("Network.SNAT.AutoLearnPrivateRanges", "Enabled")
                    : fields;
        }
        return fields;
    }

    private static String joined(List<?> items) {
        return String.join(",", items.stream().map(Object::toString).toList());
    }

    private List<Value> configurations(Firewall firewall) {
        List<Value> addresses = new PublicIps(draft).of(firewall.name(), firewall.publicIps());
        List<Value> configurations = new ArrayList<>();
        for (int i = 0; i < Math.max(1, addresses.size()); i++) {
            Value.Fields fields = i > 0 ? Value.Fields.NONE
                    : privateAddress(Value.Fields.NONE.with("subnet", subnet(firewall, "AzureFirewallSubnet")),
                            firewall);
            fields = i < addresses.size()
                    ? fields.with("publicIPAddress", Value.Fields.NONE.with("id", addresses.get(i)))
                    : fields;
            configurations.add(NetworkDraft.named("configuration-" + (i + 1), fields));
        }
        return configurations;
    }

    /// An address that nobody knows is asked for only where something else needs it too.
    private Value.Fields privateAddress(Value.Fields fields, Firewall firewall) {
        return switch (firewall.privateIp()) {
            case Entry.Unknown<?>(String name) when !draft.unknowns().has(name) -> fields;
            case Entry.Malformed<?> _ -> fields;
            case Entry<?> address -> fields.with("privateIPAddress", draft.entry(address));
        };
    }

    private Value.Fields subnet(Firewall firewall, String name) {
        Optional<ResourceRef> network = firewall.virtualNetwork();
        Value id = network.flatMap(
                reference -> draft.symbol(Kind.SUBNET, reference.name() + "/" + name)
                        .or(() -> draft.symbol(Kind.VIRTUAL_NETWORK, reference.name())
                                .map(parent -> draft.inside(Kind.SUBNET, parent, name,
                                        reference.name() + "/" + name))))
                .<Value>map(Value.IdOf::new)
                .orElseGet(() -> network.map(ResourceRef::id).filter(text -> text.startsWith("/"))
                        .<Value>map(text -> new Value.Text(text + "/subnets/" + name))
                        .orElseGet(() -> new Value.ParameterValue(draft.unknowns().id(Kind.SUBNET,
                                network.map(ResourceRef::id).orElse(firewall.name()) + "/" + name))));
        return Value.Fields.NONE.with("id", id);
    }
}
