package dev.sekisho.generator.format.terraform;

import dev.sekisho.generator.format.environment.EntryCheck;
import dev.sekisho.generator.format.environment.Kind;
import dev.sekisho.generator.format.environment.PolicyOrder;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.firewall.FirewallPolicy;
import dev.sekisho.model.firewall.FirewallRules;
import dev.sekisho.model.firewall.IntrusionDetection;
import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.model.firewall.PolicySettings;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import dev.sekisho.model.firewall.SnatSettings;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.ResourceRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// IP groups, policies with their groups, and firewalls.
final class FirewallModule {
    private final Module module;
    private final Hcl hcl;
    private final Map<String, String> lastOfPolicy = new HashMap<>();

    FirewallModule(Module module) {
        this.module = module;
        this.hcl = module.hcl();
    }

    void write(Environment environment) {
        environment.ipGroups().forEach(this::ipGroup);
        PolicyOrder.of(environment.firewallPolicies()).forEach(this::policy);
        environment.firewalls().forEach(this::firewall);
    }

    private void ipGroup(IpGroup group) {
        if (!module.refuse(EntryCheck.of(Kind.IP_GROUP + " " + group.name(), group.members()))) {
            module.open(Kind.IP_GROUP, "azurerm_ip_group", group.name());
            module.placed(group.name()).anyList("cidrs", module.expressions(group.members())).close().blank();
        }
    }

    private void policy(FirewallPolicy policy) {
        String place = Kind.FIREWALL_POLICY + " " + policy.name();
        if (module.refuse(EntryCheck.of(policy)) || module.refuse(NatCheck.of(policy, place + ", rule "))) {
            return;
        }
        String address = module.open(Kind.FIREWALL_POLICY, "azurerm_firewall_policy", policy.name());
        module.placed(policy.name()).text("sku", policy.tier().azureName());
        policy.basePolicy()
                .ifPresent(parent -> hcl.attribute("base_policy_id", module.id(Kind.FIREWALL_POLICY, parent)));
        settings(policy);
        policy.basePolicy().flatMap(this::last).ifPresent(before -> hcl.blank()
                .comment("Azure changes neither parent nor child while it changes the other.")
                .list("depends_on", List.of(before)));
        hcl.close().blank();
        RuleBlocks rules = new RuleBlocks(hcl, module::expression, group -> module.id(Kind.IP_GROUP, group));
        String before = "";
        for (RuleCollectionGroup group : policy.ruleCollectionGroups()) {
            group.ruleCollections().stream().filter(collection -> collection.rules().isEmpty())
                    .forEach(collection -> module.refuse(
                            place + ", collection " + group.name() + "/" + collection.name(),
                            "a collection of azurerm has at least one rule; without rules it has no effect"));
            String label = module.label(RuleBlocks.GROUP, policy.name() + "/" + group.name());
            rules.group(group, label, address + ".id", before);
            before = RuleBlocks.GROUP + "." + label;
            lastOfPolicy.put(policy.name().toLowerCase(Locale.ROOT), before);
        }
    }

    private Optional<String> last(ResourceRef policy) {
        return Optional.ofNullable(lastOfPolicy.get(policy.name().toLowerCase(Locale.ROOT)));
    }

    private void settings(FirewallPolicy policy) {
        PolicySettings settings = policy.settings();
        settings.threatIntelMode().ifPresent(mode -> hcl.text("threat_intelligence_mode", mode.azureName()));
        settings.snat().ifPresent(snat -> {
            hcl.anyList("private_ip_ranges", ranges(snat));
            hcl.attribute("auto_learn_private_ranges_enabled", Boolean.toString(snat.autoLearnPrivateRanges()));
        });
        settings.allowSqlRedirect()
                .ifPresent(allowed -> hcl.attribute("sql_redirect_allowed", Boolean.toString(allowed)));
        settings.dns().ifPresent(dns -> hcl.blank().open("dns")
                .attribute("proxy_enabled", Boolean.toString(dns.enableProxy()))
                .anyList("servers", module.expressions(dns.servers())).close());
        settings.threatIntelAllowlist().ifPresent(list -> hcl.blank().open("threat_intelligence_allowlist")
                .anyList("ip_addresses", module.expressions(list.ipAddresses()))
                .anyList("fqdns", module.expressions(list.fqdns())).close());
        settings.explicitProxy().ifPresent(proxy -> {
            hcl.blank().open("explicit_proxy").attribute("enabled", Boolean.toString(proxy.enabled()));
            proxy.httpPort().ifPresent(port -> hcl.attribute("http_port", Integer.toString(port)));
            proxy.httpsPort().ifPresent(port -> hcl.attribute("https_port", Integer.toString(port)));
            hcl.close();
        });
        settings.intrusionDetection().ifPresent(this::intrusionDetection);
        if (settings.tlsInspectionCertificate()) {
            hcl.blank().open("tls_certificate")
                    .attribute("key_vault_secret_id",
                            module.other("keyVaultSecretId " + policy.name(),
                                    "Key Vault secret id of the certificate for TLS inspection of " + policy.name()))
                    .text("name", "tls-inspection").close();
        }
    }

    private List<String> ranges(SnatSettings snat) {
        List<String> ranges = new ArrayList<>(module.expressions(snat.privateRanges()));
        if (snat.includeIanaPrivateRanges()) {
            ranges.add(Hcl.quote("IANAPrivateRanges"));
        }
        return ranges;
    }

    private void intrusionDetection(IntrusionDetection detection) {
        hcl.blank().open("intrusion_detection").text("mode", detection.mode().azureName())
                .anyList("private_ranges", module.expressions(detection.privateRanges()));
        detection.signatureOverrides().forEach((id, mode) -> hcl.blank().open("signature_overrides").text("id", id)
                .text("state", mode.azureName()).close());
        for (IntrusionDetection.Bypass bypass : detection.bypasses()) {
            hcl.blank().open("traffic_bypass").text("name", bypass.name())
                    .text("protocol", bypass.protocol().azureName().toUpperCase(Locale.ROOT))
                    .anyList("source_addresses", module.expressions(bypass.sources().addresses()))
                    .anyList("source_ip_groups", groups(bypass.sources().ipGroups()))
                    .anyList("destination_addresses", module.expressions(bypass.destinationAddresses()))
                    .anyList("destination_ip_groups", groups(bypass.destinationIpGroups()))
                    .anyList("destination_ports", module.expressions(bypass.destinationPorts())).close();
        }
        hcl.close();
    }

    private List<String> groups(List<ResourceRef> references) {
        return references.stream().map(group -> module.id(Kind.IP_GROUP, group)).toList();
    }

    private void firewall(Firewall firewall) {
        String place = Kind.FIREWALL + " " + firewall.name();
        List<Entry<?>> own = new ArrayList<>(firewall.publicIps());
        own.add(firewall.privateIp());
        ClassicBlocks classic = new ClassicBlocks(module);
        List<RuleCollection> collections = switch (firewall.rules()) {
            case FirewallRules.Policy _ -> List.of();
            case FirewallRules.Classic(var rules, var _) -> rules;
        };
        if (module.refuse(EntryCheck.of(place, own)) || firewall.rules() instanceof FirewallRules.Classic rules
                && classic.refuses(firewall.name(), rules)) {
            return;
        }
        firewall.privateIp().known().ifPresent(address -> module.refuse(place + ", private address " + address,
                "Azure assigns it"));
        List<String> addresses = module.publicIps(place, firewall.name(), firewall.publicIps());
        String address = module.open(Kind.FIREWALL, "azurerm_firewall", firewall.name());
        module.placed(firewall.name()).text("sku_name", "AZFW_VNet").text("sku_tier", firewall.tier().azureName());
        switch (firewall.rules()) {
            case FirewallRules.Policy(ResourceRef policy) ->
                hcl.attribute("firewall_policy_id", module.id(Kind.FIREWALL_POLICY, policy));
            case FirewallRules.Classic(var _, PolicySettings settings) -> classic.settings(settings);
        }
        for (int i = 0; i < Math.max(1, addresses.size()); i++) {
            hcl.blank().open("ip_configuration").text("name", "configuration-" + (i + 1));
            if (i == 0) {
                hcl.attribute("subnet_id", subnet(firewall, "AzureFirewallSubnet"));
            }
            if (i < addresses.size()) {
                hcl.attribute("public_ip_address_id", addresses.get(i));
            }
            hcl.close();
        }
        if (firewall.forcedTunneling()) {
            hcl.blank().open("management_ip_configuration").text("name", "management")
                    .attribute("subnet_id", subnet(firewall, "AzureFirewallManagementSubnet"))
                    .attribute("public_ip_address_id", module.other("managementPublicIp " + firewall.name() + " Id",
                            "Resource id of the public address that " + firewall.name() + " is managed through"))
                    .close();
        }
        if (firewall.rules() instanceof FirewallRules.Policy(ResourceRef policy)) {
            last(policy).ifPresent(before -> hcl.blank().list("depends_on", List.of(before)));
        }
        hcl.close().blank();
        classic.write(address, collections);
    }

    private String subnet(Firewall firewall, String name) {
        return firewall.virtualNetwork().map(network -> module.subnetId(network, name))
                .orElseGet(() -> module.subnetId(new ResourceRef(firewall.name()), name));
    }
}
