package dev.sekisho.generator.format.resource;

import dev.sekisho.model.firewall.ApplicationProtocol;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.ApplicationRuleCollection;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NatRuleCollection;
import dev.sekisho.model.firewall.NatTarget;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.NetworkRuleCollection;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import dev.sekisho.model.firewall.SourceSide;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.ResourceRef;
import java.util.List;
import java.util.function.Function;

/// Rule collection groups in the names and the order of Azure's API (`FW-62`).
///
/// Entries are written as they were written, also those that Azure would refuse; [Expressible] finds them beforehand
/// for the formats that are deployed.
public final class FirewallValues {
    private static final String FILTER_COLLECTION = "FirewallPolicyFilterRuleCollection";
    private static final String NAT_COLLECTION = "FirewallPolicyNatRuleCollection";

    private final Function<ResourceRef, Value> ipGroups;

    /// @param ipGroups how a format refers to an IP group
    public FirewallValues(Function<ResourceRef, Value> ipGroups) {
        this.ipGroups = ipGroups;
    }

    /// Returns the properties of a group: its priority and collections.
    public Value.Fields group(RuleCollectionGroup group) {
        return Value.Fields.NONE.with("priority", new Value.Number(group.priority().value())).with("ruleCollections",
                new Value.Items(group.ruleCollections().stream().map(this::collection).toList()));
    }

    private Value collection(RuleCollection collection) {
        return switch (collection) {
            case NatRuleCollection nat ->
                collection(nat, NAT_COLLECTION, "DNAT", nat.rules().stream().map(this::natRule).toList());
            case NetworkRuleCollection network -> collection(network, FILTER_COLLECTION, network.action().azureName(),
                    network.rules().stream().map(rule -> typed("NetworkRule", networkRule(rule, "ipProtocols")))
                            .toList());
            case ApplicationRuleCollection application ->
                collection(application, FILTER_COLLECTION, application.action().azureName(), application.rules()
                        .stream().map(rule -> typed("ApplicationRule", applicationRule(rule))).toList());
        };
    }

    private static Value collection(RuleCollection collection, String type, String action, List<Value> rules) {
        return Value.Fields.NONE.with("ruleCollectionType", type).with("name", collection.name())
                .with("priority", new Value.Number(collection.priority().value()))
                .with("action", Value.Fields.NONE.with("type", action)).with("rules", new Value.Items(rules));
    }

    /// Returns the collections of a classic firewall of one kind, in which types and groups do not exist.
    public Value.Fields classic(RuleCollection collection) {
        return switch (collection) {
            case NatRuleCollection nat ->
                classic(nat, "Dnat", nat.rules().stream().<Value>map(rule -> nat(rule, "protocols")).toList());
            case NetworkRuleCollection network -> classic(network, network.action().azureName(),
                    network.rules().stream().<Value>map(rule -> networkRule(rule, "protocols")).toList());
            case ApplicationRuleCollection application -> classic(application, application.action().azureName(),
                    application.rules().stream().<Value>map(this::applicationRule).toList());
        };
    }

    private static Value.Fields classic(RuleCollection collection, String action, List<Value> rules) {
        return Value.Fields.NONE.with("name", collection.name())
                .with("priority", new Value.Number(collection.priority().value()))
                .with("action", Value.Fields.NONE.with("type", action)).with("rules", new Value.Items(rules));
    }

    private static Value typed(String type, Value.Fields rule) {
        return Value.Fields.NONE.with("ruleType", type).and(rule);
    }

    private Value natRule(NatRule rule) {
        return typed("NatRule", nat(rule, "ipProtocols"));
    }

    private Value.Fields nat(NatRule rule, String protocols) {
        return Value.Fields.NONE.with("name", rule.name()).withAny("description", rule.description())
                .withTexts(protocols, rule.protocols()).and(sources(rule.sources()))
                .withTexts("destinationAddresses", rule.destinationAddresses())
                .withTexts("destinationPorts", rule.destinationPorts())
                .with(targetField(rule.target()), rule.target().toString())
                .with("translatedPort", rule.translatedPort().toString());
    }

    private static String targetField(Entry<NatTarget> target) {
        return target.known().filter(NatTarget.Name.class::isInstance).isPresent()
                ? "translatedFqdn"
                : "translatedAddress";
    }

    private Value.Fields networkRule(NetworkRule rule, String protocols) {
        return Value.Fields.NONE.with("name", rule.name()).withAny("description", rule.description())
                .withTexts(protocols, rule.protocols()).and(sources(rule.sources()))
                .withTexts("destinationAddresses", rule.destinations().addresses())
                .withAny("destinationIpGroups", groups(rule.destinations().ipGroups()))
                .withTexts("destinationFqdns", rule.destinations().fqdns())
                .withTexts("destinationPorts", rule.destinationPorts());
    }

    private Value.Fields applicationRule(ApplicationRule rule) {
        Value.Fields fields = Value.Fields.NONE.with("name", rule.name()).withAny("description", rule.description())
                .withAny("protocols", rule.protocols().stream().map(FirewallValues::protocol).toList())
                .and(sources(rule.sources())).withTexts("targetFqdns", rule.targetFqdns())
                .withTexts("targetUrls", rule.targetUrls()).withTexts("fqdnTags", rule.fqdnTags())
                .withTexts("webCategories", rule.webCategories())
                .withTexts("destinationAddresses", rule.destinationAddresses());
        return rule.terminateTls() ? fields.with("terminateTLS", new Value.Flag(true)) : fields;
    }

    private static Value protocol(ApplicationProtocol protocol) {
        Value.Fields type = Value.Fields.NONE.with("protocolType", protocol.type().azureName());
        return protocol.port().isPresent()
                ? type.with("port", new Value.Number(protocol.port().getAsInt()))
                : type;
    }

    /// Returns the source side of a rule.
    public Value.Fields sources(SourceSide sources) {
        return Value.Fields.NONE.withTexts("sourceAddresses", sources.addresses()).withAny("sourceIpGroups",
                groups(sources.ipGroups()));
    }

    private List<Value> groups(List<ResourceRef> references) {
        return references.stream().map(ipGroups).toList();
    }
}
