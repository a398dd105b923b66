package dev.sekisho.model.io.environment;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Quotation;
import dev.sekisho.model.environment.ValidationCode;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.firewall.FirewallPolicy;
import dev.sekisho.model.firewall.FirewallRules;
import dev.sekisho.model.firewall.PolicySettings;
import dev.sekisho.model.firewall.Tier;
import dev.sekisho.model.io.tree.Fields;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.network.Peering;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.ResourceRef;
import java.util.List;
import java.util.Optional;

/// Reads a firewall. Its rules are a policy by name, a policy written inline with an optional parent, or `classic`.
final class FirewallReader {
    private final Diagnostics diagnostics;
    private final PolicyReader policies;
    private final CollectionReader collections;
    private final TermReader terms;
    private final References references;

    FirewallReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        policies = new PolicyReader(diagnostics);
        collections = new CollectionReader(diagnostics);
        terms = new TermReader(diagnostics);
        references = new References(diagnostics);
    }

    /// Reads a firewall and hands over the policies that are written inline.
    ///
    /// @param name the name where the file gives none; the key is required where this is empty
    Firewall firewall(Fields fields, Optional<String> name, List<Peering> remotePeerings, EnvironmentParts parts) {
        if (name.isEmpty()) {
            fields.require("name");
        }
        fields.require("privateIp");
        Entry<IpAddress> privateIp = fields.scalar("privateIp").map(terms::ipAddress)
                .orElseGet(() -> new Entry.Unknown<>("privateIp"));
        Optional<FirewallPolicy> inline = inlinePolicy(fields, parts);
        Tier tier = policies.tier(fields).or(() -> inline.map(FirewallPolicy::tier)).orElse(Tier.STANDARD);
        Firewall firewall = new Firewall(fields.text("name").or(() -> name).orElse(""), tier, rules(fields, inline),
                privateIp, terms.ipAddresses(fields, "publicIps"), references.one(fields, "vnet"),
                fields.bool("dualStack").orElse(false), fields.bool("forcedTunneling").orElse(false), remotePeerings,
                fields.at());
        fields.finish();
        return firewall;
    }

    private Optional<FirewallPolicy> inlinePolicy(Fields fields, EnvironmentParts parts) {
        Optional<FirewallPolicy> parent = fields.mapping("parentPolicy")
                .map(inner -> policies.policy(inner, Optional.empty()));
        Optional<Fields> inline = fields.optional("policy").filter(Node.Mapping.class::isInstance)
                .map(node -> Fields.of(node, "'policy'", diagnostics));
        if (inline.isEmpty()) {
            parent.ifPresent(policy -> diagnostics.error("MISSING_KEY", fields.keyAt("parentPolicy"),
                    "'parentPolicy' needs an inline 'policy' beside it",
                    "name the parent as basePolicy of the policy"));
            return Optional.empty();
        }
        Optional<ResourceRef> basePolicy = parent.filter(policy -> !policy.name().isBlank())
                .map(policy -> new ResourceRef(policy.name()));
        FirewallPolicy policy = policies.policy(inline.get(), basePolicy);
        if (basePolicy.filter(ref -> ref.names(policy.name())).isPresent()) {
            diagnostics.error(ValidationCode.DUPLICATE_NAME.name(), inline.get().valueAt("name"),
                    "the policy has the name of its parent, " + Quotation.of(policy.name()), "rename one of the two");
            FirewallPolicy alone = new FirewallPolicy(policy.name(), policy.tier(), Optional.empty(),
                    policy.ruleCollectionGroups(), policy.settings(), policy.at());
            parts.add(alone);
            return Optional.of(alone);
        }
        parent.ifPresent(parts::add);
        parts.add(policy);
        return Optional.of(policy);
    }

    private FirewallRules rules(Fields fields, Optional<FirewallPolicy> inline) {
        Optional<Fields> properties = fields.mapping("additionalProperties");
        Optional<FirewallRules> classic = fields.mapping("classic").map(inner -> classic(inner, properties));
        if (inline.filter(policy -> !policy.name().isBlank()).isPresent()) {
            return new FirewallRules.Policy(new ResourceRef(inline.get().name()));
        }
        Optional<FirewallRules> named = inline.isPresent() ? Optional.empty()
                : references.one(fields, "policy").map(FirewallRules.Policy::new);
        if (named.isEmpty() && classic.isEmpty() && inline.isEmpty()) {
            diagnostics.error("MISSING_KEY", fields.at(), "the firewall has neither 'policy' nor 'classic'",
                    "add policy: with the name of its policy");
        }
        return named.or(() -> classic)
                .orElseGet(() -> new FirewallRules.Classic(List.of(), PolicySettings.NONE));
    }

    /// Reads the rules of a firewall without policy, and the settings that `additionalProperties` beside or inside hold.
    private FirewallRules classic(Fields fields, Optional<Fields> beside) {
        PolicySettings settings = policies.settings(fields);
        Optional<Fields> properties = fields.mapping("additionalProperties").or(() -> beside);
        PolicySettings all = properties.map(inner -> new ClassicProperties(inner, diagnostics).over(settings))
                .orElse(settings);
        FirewallRules rules = new FirewallRules.Classic(collections.classic(fields), all);
        fields.finish();
        return rules;
    }
}
