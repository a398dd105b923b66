package dev.sekisho.model.io.environment;

import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.environment.ValidationCode;
import dev.sekisho.model.firewall.DnsSettings;
import dev.sekisho.model.firewall.PolicySettings;
import dev.sekisho.model.firewall.SnatSettings;
import dev.sekisho.model.firewall.ThreatIntelAllowlist;
import dev.sekisho.model.io.tree.Fields;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.term.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads `additionalProperties` of a firewall without policy: settings whose lists are texts with commas (`FW-53`).
final class ClassicProperties {
    private static final String PREFIX = "Network.";
    private static final String RANGES = PREFIX + "SNAT.PrivateRanges";
    private static final String LEARN = PREFIX + "SNAT.AutoLearnPrivateRanges";
    private static final String PROXY = PREFIX + "DNS.EnableProxy";
    private static final String SERVERS = PREFIX + "DNS.Servers";
    private static final String ADDRESSES = "ThreatIntel.Whitelist.IpAddresses";
    private static final String NAMES = "ThreatIntel.Whitelist.FQDNs";

    private final Fields fields;
    private final Diagnostics diagnostics;
    private final TermReader terms;

    ClassicProperties(Fields fields, Diagnostics diagnostics) {
        this.fields = fields;
        this.diagnostics = diagnostics;
        this.terms = new TermReader(diagnostics);
    }

    /// Returns the settings with those that the properties write; what is written in both places, the properties say.
    PolicySettings over(PolicySettings settings) {
        PolicySettings read = new PolicySettings(settings.threatIntelMode(),
                allowlist().or(settings::threatIntelAllowlist), dns().or(settings::dns), snat().or(settings::snat),
                settings.intrusionDetection(), settings.explicitProxy(), settings.allowSqlRedirect(),
                settings.tlsInspectionCertificate());
        for (Node.Entry entry : fields.unread()) {
            fields.optional(entry.key().text());
            diagnostics.note("NOT_MODELLED", entry.key().at(),
                    "'" + entry.key().text() + "' is read but not modelled", "");
        }
        fields.finish();
        return read;
    }

    private Optional<SnatSettings> snat() {
        if (!fields.has(RANGES) && !fields.has(LEARN)) {
            return Optional.empty();
        }
        List<Node.Scalar> ranges = parts(RANGES);
        List<Entry<IpPrefix>> prefixes = ranges.stream().filter(range -> !PolicyReader.isKeyword(range))
                .map(range -> terms.maskedPrefix(range, prefix -> prefix)).toList();
        boolean learn = fields.text(LEARN).filter("Enabled"::equalsIgnoreCase).isPresent();
        return Optional.of(new SnatSettings(prefixes, ranges.stream().anyMatch(PolicyReader::isKeyword), learn));
    }

    private Optional<DnsSettings> dns() {
        if (!fields.has(PROXY) && !fields.has(SERVERS)) {
            return Optional.empty();
        }
        return Optional.of(new DnsSettings(parts(SERVERS).stream().map(terms::ipAddress).toList(),
                fields.text(PROXY).filter("true"::equalsIgnoreCase).isPresent()));
    }

    private Optional<ThreatIntelAllowlist> allowlist() {
        if (!fields.has(ADDRESSES) && !fields.has(NAMES)) {
            return Optional.empty();
        }
        return Optional.of(new ThreatIntelAllowlist(parts(ADDRESSES).stream().map(terms::address).toList(),
                parts(NAMES).stream().map(name -> terms.pattern(name, ValidationCode.FQDN_WILDCARD)).toList()));
    }

    private List<Node.Scalar> parts(String key) {
        List<Node.Scalar> parts = new ArrayList<>();
        fields.scalar(key).ifPresent(scalar -> {
            for (String part : scalar.text().split(",", -1)) {
                if (!part.isBlank()) {
                    parts.add(new Node.Scalar(scalar.at(), part.strip(), scalar.style()));
                }
            }
        });
        return parts;
    }
}
