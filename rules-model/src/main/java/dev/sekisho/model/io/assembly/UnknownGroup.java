package dev.sekisho.model.io.assembly;

import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.tree.Node;
import java.util.List;

/// Stands for rule collection groups that a policy names and no file describes: rules of which nobody knows what they
/// match, before all others, so that a verdict says what it would be with and without them.
///
/// @param names the names of the groups
record UnknownGroup(String names, SourceLocation at) {
    static final int COLLECTIONS_OF_A_KIND = 2;

    private static final int FIRST = 100;

    Node group() {
        return Form.at(at).with("name", names).with("priority", number(FIRST)).withList("ruleCollections",
                List.of(collection("Deny", true, 0), collection("Allow", true, 1), collection("Deny", false, 2),
                        collection("Allow", false, 3)))
                .node();
    }

    private Node collection(String action, boolean network, int order) {
        String name = (network ? "network " : "application ") + action;
        return Form.at(at).with("name", name).with("priority", number(FIRST + order))
                .with("ruleCollectionType", "FirewallPolicyFilterRuleCollection")
                .with("action", Form.at(at).with("type", action).node())
                .withList("rules", List.of(network ? networkRule(action) : applicationRule(action))).node();
    }

    private Node networkRule(String action) {
        return rule("NetworkRule", action).withList("ipProtocols", List.of(text("Any")))
                .withList("destinationAddresses", List.of(unknown(action + " by network rules")))
                .withList("destinationPorts", List.of(text("*"))).node();
    }

    private Node applicationRule(String action) {
        List<Node> protocols = List.of(protocol("Http", 80), protocol("Https", 443), protocol("Mssql", 1433));
        return rule("ApplicationRule", action).withList("protocols", protocols)
                .withList("targetFqdns", List.of(unknown(action + " by application rules"))).node();
    }

    private Form rule(String type, String action) {
        return Form.at(at).with("ruleType", type).with("name", "unknown " + action).withList("sourceAddresses",
                List.of(text("*")));
    }

    private Node protocol(String type, int port) {
        return Form.at(at).with("protocolType", type).with("port", number(port)).node();
    }

    private Node unknown(String what) {
        return Node.unknown(at, "what " + names + " has to " + what);
    }

    private Node text(String text) {
        return new Node.Scalar(at, text, Node.Style.QUOTED);
    }

    private Node number(int number) {
        return new Node.Scalar(at, Integer.toString(number), Node.Style.PLAIN);
    }
}
