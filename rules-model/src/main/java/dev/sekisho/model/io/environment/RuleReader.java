package dev.sekisho.model.io.environment;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.environment.ValidationCode;
import dev.sekisho.model.firewall.ApplicationProtocol;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NatTarget;
import dev.sekisho.model.firewall.NetworkDestinations;
import dev.sekisho.model.firewall.NetworkProtocol;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.SourceSide;
import dev.sekisho.model.io.tree.Fields;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.name.FqdnTagName;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.PortTerm;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads firewall rules with the property names of Azure's API. The policy form has `ipProtocols` where the classic
/// form has `protocols`.
final class RuleReader {
    private final TermReader terms;
    private final AzureWords words;
    private final References references;

    RuleReader(Diagnostics diagnostics) {
        terms = new TermReader(diagnostics);
        words = new AzureWords(diagnostics);
        references = new References(diagnostics);
    }

    NetworkRule network(Fields fields, String protocolsKey) {
        NetworkRule rule = new NetworkRule(name(fields), description(fields), networkProtocols(fields, protocolsKey),
                sources(fields),
                new NetworkDestinations(terms.addresses(fields, "destinationAddresses"),
                        references.each(fields, "destinationIpGroups"), terms.networkNames(fields, "destinationFqdns")),
                terms.ports(fields, "destinationPorts"), fields.at());
        fields.finish();
        return rule;
    }

    ApplicationRule application(Fields fields) {
        ApplicationRule rule = new ApplicationRule(name(fields), description(fields),
                fields.mappings("protocols", "a protocol").stream().flatMap(item -> protocol(item).stream()).toList(),
                sources(fields), terms.patterns(fields, "targetFqdns"), terms.urls(fields, "targetUrls"),
                fields.parseEach("fqdnTags", FqdnTagName::parse),
                fields.scalars("webCategories").stream().map(Node.Scalar::text).toList(),
                terms.addresses(fields, "destinationAddresses"), fields.bool("terminateTLS").orElse(false),
                fields.at());
        fields.finish();
        return rule;
    }

    NatRule nat(Fields fields, String protocolsKey) {
        NatRule rule = new NatRule(name(fields), description(fields), networkProtocols(fields, protocolsKey),
                sources(fields), terms.addresses(fields, "destinationAddresses"),
                terms.ports(fields, "destinationPorts"), natTarget(fields), translatedPort(fields), fields.at());
        fields.finish();
        return rule;
    }

    private static String name(Fields fields) {
        fields.require("name");
        return fields.text("name").orElse("");
    }

    private static String description(Fields fields) {
        return fields.text("description").orElse("");
    }

    private List<NetworkProtocol> networkProtocols(Fields fields, String key) {
        return words.readEach(fields, key, NetworkProtocol.values(), NetworkProtocol::azureName);
    }

    private SourceSide sources(Fields fields) {
        return new SourceSide(terms.addresses(fields, "sourceAddresses"), references.each(fields, "sourceIpGroups"));
    }

    private Optional<ApplicationProtocol> protocol(Fields fields) {
        fields.require("protocolType");
        Optional<ApplicationProtocol.Type> type = words.read(fields, "protocolType", ApplicationProtocol.Type.values(),
                ApplicationProtocol.Type::azureName);
        boolean written = fields.has("port");
        Optional<Integer> port = fields.integer("port", 0, 65_535);
        fields.finish();
        return written && port.isEmpty() ? Optional.empty()
                : type.map(known -> new ApplicationProtocol(known,
                        port.map(OptionalInt::of).orElse(OptionalInt.empty())));
    }

    private Entry<NatTarget> natTarget(Fields fields) {
        Optional<Node.Scalar> address = fields.scalar("translatedAddress");
        Optional<Node.Scalar> name = fields.scalar("translatedFqdn");
        if (address.isPresent() && name.isPresent()) {
            return terms.malformed(name.get(), ValidationCode.NO_DESTINATION,
                    "a DNAT rule translates to an address or to a name, not to both", "remove one of the two");
        }
        if (address.isPresent()) {
            return terms.entry(address.get(), ValidationCode.ADDRESS,
                    text -> new NatTarget.Address(IpAddress.parse(text)));
        }
        if (name.isPresent()) {
            return terms.entry(name.get(), ValidationCode.FQDN, text -> new NatTarget.Name(Fqdn.parse(text)));
        }
        return terms.malformed(nothing(fields), ValidationCode.NO_DESTINATION,
                "a DNAT rule needs an address to translate to", "add translatedAddress or translatedFqdn");
    }

    private Entry<PortTerm> translatedPort(Fields fields) {
        return fields.scalar("translatedPort").map(scalar -> terms.port(scalar, 1))
                .orElseGet(() -> terms.malformed(nothing(fields), ValidationCode.NO_PORT,
                        "a DNAT rule needs a port to translate to", "add translatedPort"));
    }

    private static Node.Scalar nothing(Fields fields) {
        return new Node.Scalar(fields.at(), "", Node.Style.PLAIN);
    }
}
