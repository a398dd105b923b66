package dev.sekisho.model.io.shape;

import java.util.List;

import static dev.sekisho.model.io.shape.Property.inners;
import static dev.sekisho.model.io.shape.Property.number;
import static dev.sekisho.model.io.shape.Property.reference;
import static dev.sekisho.model.io.shape.Property.text;
import static dev.sekisho.model.io.shape.Property.texts;
import static dev.sekisho.model.io.shape.Property.word;

/// What a network manager lays upon virtual networks: security admin rules, and the groups that they hold for
/// (`NSG-11`).
final class ManagerShapes {
    private static final Shape ADDRESS = Shape.of("an address", text("addressPrefix"))
            .leaving("the address itself shows it", "addressPrefixType");

    private static final Shape APPLIES_TO = Shape.of("a group", reference("networkGroupId"));

    static final Shape RULE = CommonShapes.resource("a security admin rule", text("description"),
            word("protocol", "Tcp", "Udp", "Icmp", "Esp", "Any", "Ah"), number("priority"),
            word("direction", "Inbound", "Outbound"), word("access", "Allow", "Deny", "AlwaysAllow"),
            inners("sources", ADDRESS, "addressPrefix"), inners("destinations", ADDRESS, "addressPrefix"),
            texts("sourcePortRanges"), texts("destinationPortRanges"))
            .leaving(CommonShapes.STATUS, "flag", "displayName");

    static final Shape COLLECTION = CommonShapes.resource("a collection of security admin rules",
            inners("appliesToGroups", APPLIES_TO, "networkGroupId"))
            .leaving(CommonShapes.ENVELOPE, "description", "displayName");

    static final Shape MEMBER = CommonShapes.resource("a member of a network group", reference("resourceId"))
            .leaving(CommonShapes.STATUS, "region");

    private ManagerShapes() {}

    /// All resource types that are read here, with their names.
    static List<ResourceKind> kinds() {
        String manager = "Microsoft.Network/networkManagers";
        return List.of(
                new ResourceKind(manager + "/securityAdminConfigurations/ruleCollections", COLLECTION,
                        "securityAdminCollections"),
                new ResourceKind(manager + "/securityAdminConfigurations/ruleCollections/rules", RULE,
                        "securityAdminRules"),
                new ResourceKind(manager + "/networkGroups/staticMembers", MEMBER, "networkGroupMembers"));
    }
}
