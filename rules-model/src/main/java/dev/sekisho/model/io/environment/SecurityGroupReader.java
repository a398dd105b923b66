package dev.sekisho.model.io.environment;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.environment.ValidationCode;
import dev.sekisho.model.io.tree.Fields;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.network.ApplicationSecurityGroup;
import dev.sekisho.model.network.NetworkSecurityGroup;
import dev.sekisho.model.network.SecurityAdminCollection;
import dev.sekisho.model.network.SecurityAdminRule;
import dev.sekisho.model.network.SecurityRule;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.PortTerm;
import dev.sekisho.model.term.ResourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads network security groups with the property names of Azure's API, in the singular and the plural form
/// (`NSG-12`).
final class SecurityGroupReader {
    private final Diagnostics diagnostics;
    private final TermReader terms;
    private final AzureWords words;
    private final References references;

    SecurityGroupReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        terms = new TermReader(diagnostics);
        words = new AzureWords(diagnostics);
        references = new References(diagnostics);
    }

    /// Reads a group.
    ///
    /// @param name the name where the file gives none; the key is required where this is empty
    NetworkSecurityGroup group(Fields fields, Optional<String> name) {
        if (name.isEmpty()) {
            fields.require("name");
        }
        NetworkSecurityGroup group = new NetworkSecurityGroup(fields.text("name").or(() -> name).orElse(""),
                fields.mappings("securityRules", "a security rule").stream().map(this::rule).toList(), fields.at());
        fields.finish();
        return group;
    }

    private SecurityRule rule(Fields fields) {
        fields.require("name", "priority", "direction", "access", "protocol");
        SecurityRule rule = new SecurityRule(fields.text("name").orElse(""), fields.text("description").orElse(""),
                CollectionReader.priority(fields),
                words.read(fields, "direction", SecurityRule.Direction.values(), SecurityRule.Direction::azureName)
                        .orElse(SecurityRule.Direction.OUTBOUND),
                words.read(fields, "access", SecurityRule.Access.values(), SecurityRule.Access::azureName)
                        .orElse(SecurityRule.Access.DENY),
                words.read(fields, "protocol", SecurityRule.Protocol.values(), SecurityRule.Protocol::azureName)
                        .orElse(SecurityRule.Protocol.ANY),
                side(fields, "source", ValidationCode.NO_SOURCE),
                side(fields, "destination", ValidationCode.NO_DESTINATION), fields.at());
        fields.finish();
        return rule;
    }

    /// Reads the members of application security groups: a map from names to addresses, prefixes and ranges.
    List<ApplicationSecurityGroup> applicationGroups(Fields map) {
        List<ApplicationSecurityGroup> groups = new ArrayList<>();
        for (Node.Entry entry : map.entries()) {
            List<AddressSet> members = new ArrayList<>();
            for (Node.Scalar member : map.scalars(entry.key().text())) {
                terms.address(member).known().map(SecurityGroupReader::addresses).ifPresent(set -> {
                    set.ifPresent(members::add);
                    if (set.isEmpty()) {
                        diagnostics.error(ValidationCode.ADDRESS.name(), member.at(),
                                "an application security group holds addresses of network interfaces", "");
                    }
                });
            }
            groups.add(new ApplicationSecurityGroup(entry.key().text(), AddressSet.unionOf(members), entry.key().at()));
        }
        return groups;
    }

    private static Optional<AddressSet> addresses(AddressTerm term) {
        return switch (term) {
            case AddressTerm.Prefix(var prefix) -> Optional.of(AddressSet.of(prefix));
            case AddressTerm.Range(var range) -> Optional.of(AddressSet.of(range));
            case AddressTerm.Any _,AddressTerm.Tag _ -> Optional.empty();
        };
    }

    /// Reads security admin rules with the property names of Azure's API (`NSG-11`).
    SecurityAdminCollection adminCollection(Fields fields) {
        fields.require("name", "rules");
        SecurityAdminCollection collection = new SecurityAdminCollection(fields.text("name").orElse(""),
                references.each(fields, "virtualNetworks"),
                fields.mappings("rules", "a security admin rule").stream().map(this::adminRule).toList(), fields.at());
        fields.finish();
        return collection;
    }

    private SecurityAdminRule adminRule(Fields fields) {
        fields.require("name", "priority", "direction", "access", "protocol");
        SecurityAdminRule rule = new SecurityAdminRule(fields.text("name").orElse(""),
                fields.text("description").orElse(""), CollectionReader.priority(fields),
                words.read(fields, "direction", SecurityRule.Direction.values(), SecurityRule.Direction::azureName)
                        .orElse(SecurityRule.Direction.OUTBOUND),
                words.read(fields, "access", SecurityAdminRule.Access.values(), SecurityAdminRule.Access::azureName)
                        .orElse(SecurityAdminRule.Access.DENY),
                words.read(fields, "protocol", SecurityRule.Protocol.values(), SecurityGroupReader::adminName)
                        .orElse(SecurityRule.Protocol.ANY),
                adminSide(fields, "sources", "sourcePortRanges"),
                adminSide(fields, "destinations", "destinationPortRanges"), fields.at());
        fields.finish();
        return rule;
    }

    private static String adminName(SecurityRule.Protocol protocol) {
        return protocol == SecurityRule.Protocol.ANY ? "Any" : protocol.azureName();
    }

    /// Addresses are plain entries, or Azure's `{addressPrefixType, addressPrefix}`; none at all means every address.
    private SecurityRule.Side adminSide(Fields fields, String addressKey, String portKey) {
        List<Entry<AddressTerm>> addresses = new ArrayList<>();
        for (Node item : fields.list(addressKey)) {
            if (item instanceof Node.Scalar scalar && !scalar.isNull()) {
                addresses.add(terms.address(scalar));
            } else {
                Fields inner = Fields.of(item, "an item of '" + addressKey + "'", diagnostics);
                inner.require("addressPrefix");
                inner.oneOf("addressPrefixType", List.of("IPPrefix", "ServiceTag"));
                inner.scalar("addressPrefix").ifPresent(prefix -> addresses.add(terms.address(prefix)));
                inner.finish();
            }
        }
        List<Entry<PortTerm>> ports = new ArrayList<>();
        fields.scalars(portKey).forEach(range -> ports.add(terms.port(range, 0)));
        return new SecurityRule.Side(addresses.isEmpty() ? SecurityRule.Side.ANY.addresses() : addresses, List.of(),
                ports.isEmpty() ? SecurityRule.Side.ANY.ports() : ports);
    }

    private SecurityRule.Side side(Fields fields, String side, ValidationCode missing) {
        List<Entry<AddressTerm>> addresses = new ArrayList<>();
        fields.scalar(side + "AddressPrefix").filter(prefix -> !prefix.text().isEmpty())
                .ifPresent(prefix -> addresses.add(terms.address(prefix)));
        addresses.addAll(terms.addresses(fields, side + "AddressPrefixes"));
        List<ResourceRef> groups = references.each(fields, side + "ApplicationSecurityGroups");
        if (addresses.isEmpty() && groups.isEmpty()) {
            diagnostics.error(missing.name(), fields.at(), "the security rule names no " + side,
                    "write " + side + "AddressPrefix: '*' for every address");
        }
        return new SecurityRule.Side(addresses, groups, ports(fields, side));
    }

    private List<Entry<PortTerm>> ports(Fields fields, String side) {
        List<Entry<PortTerm>> ports = new ArrayList<>();
        fields.scalar(side + "PortRange").filter(range -> !range.text().isEmpty()).ifPresent(range -> {
            for (String part : range.text().split(",", -1)) {
                ports.add(terms.port(new Node.Scalar(range.at(), part.strip(), range.style()), 0));
            }
        });
        fields.scalars(side + "PortRanges").forEach(range -> ports.add(terms.port(range, 0)));
        return ports.isEmpty() ? List.of(Entry.of(PortTerm.Any.ANY)) : ports;
    }
}
