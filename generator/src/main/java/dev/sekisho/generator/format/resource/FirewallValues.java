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
    private final Function<Entry<?>, Value> entries;

    /// @param ipGroups how a format refers to an IP group
    public FirewallValues(Function<ResourceRef, Value> ipGroups) {
        this(ipGroups, entry -> new Value.Text(entry.toString()));
    }

    /// @param ipGroups how a format refers to an IP group
    /// @param entries how a format writes an entry of a list
    public FirewallValues(Function<ResourceRef, Value> ipGroups, Function<Entry<?>, Value> entries) {
        this.ipGroups = ipGroups;
        this.entries = entries;
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
                .withAny("destinationAddresses", entries(rule.destinationAddresses()))
                .withAny("destinationPorts", entries(rule.destinationPorts()))
                .with(targetField(rule.target()), entries.apply(rule.target()))
                .with("translatedPort", entries.apply(rule.translatedPort()));
    }

    private static String targetField(Entry<NatTarget> target) {
        return target.known().filter(NatTarget.Name.class::isInstance).isPresent()
                ? "translatedFqdn"
                : "translatedAddress";
    }

    private Value.Fields networkRule(NetworkRule rule, String protocols) {
        return Value.Fields.NONE.with("name", rule.name()).withAny("description", rule.description())
                .withTexts(protocols, rule.protocols()).and(sources(rule.sources()))
                .withAny("destinationAddresses", entries(rule.destinations().addresses()))
                .withAny("destinationIpGroups", groups(rule.destinations().ipGroups()))
                .withAny("destinationFqdns", entries(rule.destinations().fqdns()))
                .withAny("destinationPorts", entries(rule.destinationPorts()));
    }

    private Value.Fields applicationRule(ApplicationRule rule) {
        Value.Fields fields = Value.Fields.NONE.with("name", rule.name()).withAny("description", rule.description())
                .withAny("protocols", rule.protocols().stream().map(FirewallValues::protocol).toList())
                .and(sources(rule.sources())).withAny("targetFqdns", entries(rule.targetFqdns()))
                .withAny("targetUrls", entries(rule.targetUrls())).withTexts("fqdnTags", rule.fqdnTags())
                .withTexts("webCategories", rule.webCategories())
                .withAny("destinationAddresses", entries(rule.destinationAddresses()));
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
        return Value.Fields.NONE.withAny("sourceAddresses", entries(sources.addresses())).withAny("sourceIpGroups",
                groups(sources.ipGroups()));
    }

    /// Returns the entries of a list in the way of the format.
    List<Value> entries(List<? extends Entry<?>> list) {
        return list.stream().map(entries).toList();
    }

    /// Returns references to IP groups in the way of the format.
    List<Value> groups(List<ResourceRef> references) {
        return references.stream().map(ipGroups).toList();
    }
}
