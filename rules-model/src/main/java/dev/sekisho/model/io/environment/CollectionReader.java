package dev.sekisho.model.io.environment;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.environment.ValidationCode;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.ApplicationRuleCollection;
import dev.sekisho.model.firewall.FilterAction;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NatRuleCollection;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.NetworkRuleCollection;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import dev.sekisho.model.io.tree.Fields;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.term.Priority;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads groups and collections, of policies and of classic firewalls. A collection that mixes types (`FW-9`) is
/// reported and keeps the rules of its first rule's type.
final class CollectionReader {
    private static final int LOWEST = -1_000_000;
    private static final int HIGHEST = 1_000_000;

    private final Diagnostics diagnostics;
    private final RuleReader rules;
    private final AzureWords words;

    CollectionReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        rules = new RuleReader(diagnostics);
        words = new AzureWords(diagnostics);
    }

    private enum CollectionType {
        FILTER("FirewallPolicyFilterRuleCollection"), NAT("FirewallPolicyNatRuleCollection");

        private final String azureName;

        CollectionType(String azureName) {
            this.azureName = azureName;
        }
    }

    private enum RuleType {
        NETWORK("NetworkRule"), APPLICATION("ApplicationRule"), NAT("NatRule");

        private final String azureName;

        RuleType(String azureName) {
            this.azureName = azureName;
        }
    }

    RuleCollectionGroup group(Fields fields) {
        fields.require("name", "priority");
        RuleCollectionGroup group = new RuleCollectionGroup(fields.text("name").orElse(""), priority(fields),
                fields.list("ruleCollections").stream().map(this::collection).toList(), fields.at());
        fields.finish();
        return group;
    }

    private RuleCollection collection(Node node) {
        Fields fields = Fields.of(node, "a rule collection", diagnostics);
        fields.require("name", "priority", "ruleCollectionType", "action");
        String name = fields.text("name").orElse("");
        Priority priority = priority(fields);
        Optional<CollectionType> type = words.read(fields, "ruleCollectionType", CollectionType.values(),
                known -> known.azureName);
        FilterAction action = action(fields, type);
        Rules read = rules(fields, type);
        fields.finish();
        return switch (read.type()) {
            case NAT -> new NatRuleCollection(name, priority, read.nat(), fields.at());
            case APPLICATION -> new ApplicationRuleCollection(name, priority, action, read.application(), fields.at());
            case NETWORK -> new NetworkRuleCollection(name, priority, action, read.network(), fields.at());
        };
    }

    /// The rules of one collection: those of its type; the other two lists are empty.
    private record Rules(RuleType type, List<NetworkRule> network, List<ApplicationRule> application,
            List<NatRule> nat) {}

    private Rules rules(Fields collection, Optional<CollectionType> type) {
        Optional<RuleType> held = type.filter(known -> known == CollectionType.NAT).map(known -> RuleType.NAT);
        List<NetworkRule> network = new ArrayList<>();
        List<ApplicationRule> application = new ArrayList<>();
        List<NatRule> nat = new ArrayList<>();
        for (Fields fields : collection.mappings("rules", "a rule")) {
            fields.require("ruleType");
            Optional<RuleType> own = words.read(fields, "ruleType", RuleType.values(), known -> known.azureName);
            if (own.isEmpty()) {
                continue;
            }
            boolean foreign = held.isPresent() && held.get() != own.get()
                    || own.get() == RuleType.NAT && type.filter(known -> known == CollectionType.FILTER).isPresent();
            if (foreign) {
                diagnostics.error(ValidationCode.MIXED_TYPES.name(), fields.valueAt("ruleType"),
                        "a collection holds rules of one type, and this one cannot hold a " + own.get().azureName
                                + held.map(known -> " beside a " + known.azureName).orElse(""),
                        "put it into a collection of its own");
            } else {
                held = own;
            }
            switch (own.get()) {
                case NETWORK -> keep(rules.network(fields, "ipProtocols"), network, foreign);
                case APPLICATION -> keep(rules.application(fields), application, foreign);
                case NAT -> keep(rules.nat(fields, "ipProtocols"), nat, foreign);
            }
        }
        return new Rules(held.orElse(RuleType.NETWORK), network, application, nat);
    }

    private static <T> void keep(T rule, List<T> rules, boolean foreign) {
        if (!foreign) {
            rules.add(rule);
        }
    }

    private FilterAction action(Fields fields, Optional<CollectionType> type) {
        Optional<Fields> action = fields.mapping("action");
        action.ifPresent(inner -> inner.require("type"));
        boolean nat = type.filter(known -> known == CollectionType.NAT).isPresent();
        FilterAction read = nat ? FilterAction.ALLOW
                : action.flatMap(
                        inner -> words.read(inner, "type", FilterAction.values(), FilterAction::azureName))
                        .orElse(FilterAction.DENY);
        if (nat) {
            action.ifPresent(inner -> words.read(inner, "type", new String[]{"DNAT"}, word -> word));
        }
        action.ifPresent(Fields::finish);
        return read;
    }

    /// Reads the three lists of a classic firewall (`FW-5`).
    List<RuleCollection> classic(Fields fields) {
        List<RuleCollection> collections = new ArrayList<>();
        for (Fields item : fields.mappings("natRuleCollections", "a NAT rule collection")) {
            item.require("name", "priority", "action");
            item.mapping("action").ifPresent(action -> {
                action.require("type");
                words.read(action, "type", new String[]{"Dnat", "Snat"}, word -> word);
                action.finish();
            });
            collections.add(new NatRuleCollection(item.text("name").orElse(""), priority(item),
                    item.mappings("rules", "a NAT rule").stream().map(rule -> rules.nat(rule, "protocols")).toList(),
                    item.at()));
            item.finish();
        }
        for (Fields item : fields.mappings("networkRuleCollections", "a network rule collection")) {
            item.require("name", "priority", "action");
            collections.add(new NetworkRuleCollection(item.text("name").orElse(""), priority(item),
                    action(item, Optional.empty()), item.mappings("rules", "a network rule").stream()
                            .map(rule -> rules.network(rule, "protocols")).toList(),
                    item.at()));
            item.finish();
        }
        for (Fields item : fields.mappings("applicationRuleCollections", "an application rule collection")) {
            item.require("name", "priority", "action");
            collections.add(new ApplicationRuleCollection(item.text("name").orElse(""), priority(item),
                    action(item, Optional.empty()),
                    item.mappings("rules", "an application rule").stream().map(rules::application).toList(),
                    item.at()));
            item.finish();
        }
        return collections;
    }

    static Priority priority(Fields fields) {
        return new Priority(fields.integer("priority", LOWEST, HIGHEST).orElse(Priority.MIN));
    }
}
