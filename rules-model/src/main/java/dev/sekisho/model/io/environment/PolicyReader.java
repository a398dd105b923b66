package dev.sekisho.model.io.environment;

import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.firewall.DnsSettings;
import dev.sekisho.model.firewall.ExplicitProxy;
import dev.sekisho.model.firewall.FirewallPolicy;
import dev.sekisho.model.firewall.IntrusionDetection;
import dev.sekisho.model.firewall.NetworkProtocol;
import dev.sekisho.model.firewall.PolicySettings;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import dev.sekisho.model.firewall.SnatSettings;
import dev.sekisho.model.firewall.SourceSide;
import dev.sekisho.model.firewall.ThreatIntelAllowlist;
import dev.sekisho.model.firewall.ThreatIntelMode;
import dev.sekisho.model.firewall.Tier;
import dev.sekisho.model.io.tree.Fields;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.ResourceRef;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads firewall policies with the property names of Azure's API, the level `properties` left out (`FW-62`).
final class PolicyReader {
    private static final String IANA_PRIVATE_RANGES = "IANAPrivateRanges";

    private final Diagnostics diagnostics;
    private final CollectionReader collections;
    private final TermReader terms;
    private final AzureWords words;
    private final References references;

    PolicyReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        collections = new CollectionReader(diagnostics);
        terms = new TermReader(diagnostics);
        words = new AzureWords(diagnostics);
        references = new References(diagnostics);
    }

    /// Reads a policy.
    ///
    /// @param parent the parent that the place of the policy implies, where it does
    FirewallPolicy policy(Fields fields, Optional<ResourceRef> parent) {
        fields.require("name");
        String name = fields.text("name").orElse("");
        Tier tier = tier(fields).orElse(Tier.STANDARD);
        Optional<ResourceRef> basePolicy = references.one(fields, "basePolicy").or(() -> parent);
        List<RuleCollectionGroup> groups = fields.mappings("ruleCollectionGroups", "a rule collection group").stream()
                .map(collections::group).toList();
        FirewallPolicy policy = new FirewallPolicy(name, tier, basePolicy, groups, settings(fields), fields.at());
        fields.finish();
        return policy;
    }

    Optional<Tier> tier(Fields fields) {
        return words.read(fields, "tier", Tier.values(), Tier::azureName);
    }

    /// Reads the settings that a policy or a classic firewall has beside its rules.
    PolicySettings settings(Fields fields) {
        return new PolicySettings(mode(fields, "threatIntelMode"),
                fields.mapping("threatIntelWhitelist").map(this::allowlist),
                fields.mapping("dnsSettings").map(this::dns),
                fields.mapping("snat").map(this::snat),
                fields.mapping("intrusionDetection").map(this::intrusionDetection),
                fields.mapping("explicitProxy").map(this::explicitProxy), fields.mapping("sql").flatMap(this::sql),
                fields.mapping("transportSecurity").map(this::hasCertificate).orElse(false));
    }

    private Optional<ThreatIntelMode> mode(Fields fields, String key) {
        return words.read(fields, key, ThreatIntelMode.values(), ThreatIntelMode::azureName);
    }

    private ThreatIntelAllowlist allowlist(Fields fields) {
        ThreatIntelAllowlist allowlist = new ThreatIntelAllowlist(terms.addresses(fields, "ipAddresses"),
                terms.patterns(fields, "fqdns"));
        fields.finish();
        return allowlist;
    }

    private DnsSettings dns(Fields fields) {
        DnsSettings dns = new DnsSettings(terms.ipAddresses(fields, "servers"),
                fields.bool("enableProxy").orElse(false));
        if (fields.has("requireProxyForNetworkRules")) {
            fields.bool("requireProxyForNetworkRules");
            notModelled(fields, "requireProxyForNetworkRules", "enableProxy alone decides (FW-22)");
        }
        fields.finish();
        return dns;
    }

    private SnatSettings snat(Fields fields) {
        List<Node.Scalar> ranges = fields.scalars("privateRanges");
        List<Entry<IpPrefix>> prefixes = ranges.stream().filter(range -> !isKeyword(range))
                .map(range -> terms.maskedPrefix(range, prefix -> prefix)).toList();
        boolean autoLearn = words
                .read(fields, "autoLearnPrivateRanges", new String[]{"Disabled", "Enabled"}, word -> word)
                .filter("Enabled"::equals).isPresent();
        fields.finish();
        return new SnatSettings(prefixes, ranges.stream().anyMatch(PolicyReader::isKeyword), autoLearn);
    }

    static boolean isKeyword(Node.Scalar range) {
        return range.text().equalsIgnoreCase(IANA_PRIVATE_RANGES);
    }

    private IntrusionDetection intrusionDetection(Fields fields) {
        ThreatIntelMode mode = mode(fields, "mode").orElse(ThreatIntelMode.OFF);
        Fields configuration = fields.mapping("configuration")
                .orElseGet(() -> Fields.absent(fields.at(), "'configuration'", diagnostics));
        SortedMap<String, ThreatIntelMode> overrides = new TreeMap<>();
        for (Fields item : configuration.mappings("signatureOverrides", "a signature override")) {
            item.require("id", "mode");
            Optional<String> id = item.text("id");
            Optional<ThreatIntelMode> signatureMode = mode(item, "mode");
            if (id.isPresent() && signatureMode.isPresent()) {
                overrides.put(id.get(), signatureMode.get());
            }
            item.finish();
        }
        IntrusionDetection read = new IntrusionDetection(mode, overrides,
                configuration.mappings("bypassTrafficSettings", "a bypass").stream().map(this::bypass).toList(),
                configuration.scalars("privateRanges").stream()
                        .map(range -> terms.maskedPrefix(range, prefix -> prefix)).toList());
        configuration.finish();
        fields.finish();
        return read;
    }

    private IntrusionDetection.Bypass bypass(Fields fields) {
        fields.require("name", "protocol");
        fields.text("description");
        IntrusionDetection.Bypass bypass = new IntrusionDetection.Bypass(fields.text("name").orElse(""),
                words.read(fields, "protocol", NetworkProtocol.values(), NetworkProtocol::azureName)
                        .orElse(NetworkProtocol.ANY),
                new SourceSide(terms.addresses(fields, "sourceAddresses"), references.each(fields, "sourceIpGroups")),
                terms.addresses(fields, "destinationAddresses"), references.each(fields, "destinationIpGroups"),
                terms.ports(fields, "destinationPorts"));
        fields.finish();
        return bypass;
    }

    private ExplicitProxy explicitProxy(Fields fields) {
        ExplicitProxy proxy = new ExplicitProxy(fields.bool("enableExplicitProxy").orElse(false),
                port(fields, "httpPort"), port(fields, "httpsPort"));
        for (String key : List.of("enablePacFile", "pacFile", "pacFilePort")) {
            if (fields.has(key)) {
                notModelled(fields, key, "clients are taken to know the proxy");
            }
        }
        fields.finish();
        return proxy;
    }

    private static OptionalInt port(Fields fields, String key) {
        return fields.integer(key, 0, 64_000).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private Optional<Boolean> sql(Fields fields) {
        Optional<Boolean> redirect = fields.bool("allowSqlRedirect");
        fields.finish();
        return redirect;
    }

    private boolean hasCertificate(Fields fields) {
        Optional<Fields> authority = fields.mapping("certificateAuthority");
        authority.ifPresent(inner -> {
            inner.text("name");
            inner.text("keyVaultSecretId");
            inner.finish();
        });
        fields.finish();
        return authority.isPresent();
    }

    private void notModelled(Fields fields, String key, String instead) {
        diagnostics.note("NOT_MODELLED", fields.keyAt(key), "'" + key + "' is read but not modelled: " + instead, "");
    }
}
