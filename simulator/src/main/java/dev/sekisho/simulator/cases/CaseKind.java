package dev.sekisho.simulator.cases;

import java.util.List;

/// What a case asks, and which answers it can compare.
public enum CaseKind {
    /// Which route a subnet uses towards `dstIp`.
    ROUTE("route", List.of("nextHopType", "matchedPrefix", "routeSource", "nextHopIpAddress", "routeName")),
    /// What the firewall does with a flow that reaches it.
    FIREWALL("firewall", List.of("action", "stage", "policy", "ruleCollectionGroup", "ruleCollection", "rule", "reason",
            "snat", "snatAddresses", "delivery", "alerts", "logs", "tlsInspected", "webCategory", "realDstIp",
            "translated")),
    /// In which order the firewall consults its collections.
    ORDER("order", List.of("order")),
    /// What the security groups of the source do with a flow.
    NSG("nsg", List.of("action", "rule", "nsg")),
    /// What becomes of a flow on its whole way. `action` is `Allow` where it arrives, by whatever way.
    PATH("path",
            List.of("result", "action", "nextHopType", "matchedPrefix", "routeSource", "nextHopIpAddress", "routeName",
                    "sourceSeen", "nsg", "stage", "policy", "ruleCollectionGroup", "ruleCollection", "rule", "reason",
                    "snat", "snatAddresses", "delivery", "reply", "alerts", "logs", "tlsInspected", "webCategory",
                    "realDstIp",
                    "translated")),
    /// What is wrong with a configuration.
    VALIDATE("validate", List.of("codes")),
    /// The numbers of a firewall that Azure limits.
    LIMIT("limit", List.of("uniqueSourceDestination", "dnatCount")),
    /// What a log line says.
    LOG("log", List.of("fields"));

    private final String text;
    private final List<String> keys;

    CaseKind(String text, List<String> keys) {
        this.text = text;
        this.keys = keys;
    }

    /// Returns the name that files use.
    public String text() {
        return text;
    }

    /// Returns the keys that `expect` may have beside `assumptions`.
    public List<String> keys() {
        return keys;
    }

    @Override
    public String toString() {
        return text;
    }
}
