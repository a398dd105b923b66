package dev.sekisho.simulator.explain;

import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.simulator.verdict.Alert;
import dev.sekisho.simulator.verdict.Assumption;
import dev.sekisho.simulator.verdict.Basis;
import dev.sekisho.simulator.verdict.FirewallVerdict;
import dev.sekisho.simulator.verdict.Forwarding;
import dev.sekisho.simulator.verdict.LogTable;
import dev.sekisho.simulator.verdict.NsgVerdict;
import dev.sekisho.simulator.verdict.PathVerdict;
import dev.sekisho.simulator.verdict.Possibility;
import dev.sekisho.simulator.verdict.Reply;
import dev.sekisho.simulator.verdict.RouteVerdict;
import dev.sekisho.simulator.verdict.RuleRef;
import dev.sekisho.simulator.verdict.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Verdicts as named fields: the keys of `expect` in a test file. Values are texts, booleans, numbers, lists and maps of
/// such, in a fixed order; what does not apply is left out.
public final class VerdictFields {
    private VerdictFields() {}

    /// Returns the fields of a route.
    public static SequencedMap<String, Object> of(RouteVerdict route) {
        SequencedMap<String, Object> fields = new LinkedHashMap<>();
        fields.put("nextHopType", route.nextHopType().text());
        put(fields, "matchedPrefix", route.matchedPrefix());
        fields.put("routeSource", route.routeSource().text());
        put(fields, "nextHopIpAddress", route.nextHopIpAddress());
        put(fields, "routeName", route.routeName());
        addBasis(fields, route.basis());
        return fields;
    }

    /// Returns the fields of security groups.
    public static SequencedMap<String, Object> of(NsgVerdict nsg) {
        SequencedMap<String, Object> fields = new LinkedHashMap<>();
        fields.put("action", nsg.action().text());
        put(fields, "nsg", nsg.nsg());
        put(fields, "rule", nsg.rule());
        addBasis(fields, nsg.basis());
        return fields;
    }

    /// Returns the fields of a firewall.
    public static SequencedMap<String, Object> of(FirewallVerdict firewall) {
        SequencedMap<String, Object> fields = new LinkedHashMap<>();
        fields.put("firewall", firewall.firewall());
        fields.put("action", firewall.action().text());
        firewall.stage().ifPresent(stage -> fields.put("stage", stage.text()));
        firewall.rule().ifPresent(rule -> addRule(fields, rule));
        firewall.reason().ifPresent(reason -> fields.put("reason", reason.text()));
        firewall.forwarding().ifPresent(forwarding -> addForwarding(fields, forwarding));
        List<String> alerts = firewall.observations().alerts().stream().map(Alert::text).toList();
        if (!alerts.isEmpty()) {
            fields.put("alerts", alerts);
        }
        List<String> logs = firewall.observations().logs().stream().map(LogTable::text).toList();
        if (!logs.isEmpty()) {
            fields.put("logs", logs);
        }
        if (firewall.observations().tlsInspected()) {
            fields.put("tlsInspected", true);
        }
        put(fields, "webCategory", firewall.observations().webCategory());
        addBasis(fields, firewall.basis());
        return fields;
    }

    /// Returns the fields of a path, with the fields of its parts below them, and every step.
    public static SequencedMap<String, Object> of(PathVerdict path) {
        SequencedMap<String, Object> fields = new LinkedHashMap<>();
        fields.put("result", path.result().text());
        put(fields, "sourceSeen", path.sourceSeen());
        put(fields, "destination", path.destination());
        path.nsg().ifPresent(nsg -> fields.put("nsg", of(nsg)));
        path.route().ifPresent(route -> fields.put("route", of(route)));
        path.firewall().ifPresent(firewall -> fields.put("firewall", of(firewall)));
        path.onward().ifPresent(onward -> fields.put("onward", of(onward)));
        path.delivery().ifPresent(delivery -> fields.put("delivery", delivery.text()));
        path.reply().ifPresent(reply -> fields.put("reply", of(reply)));
        addBasis(fields, path.basis());
        fields.put("diagnostics", path.basis().diagnostics().stream().map(VerdictFields::diagnostic).toList());
        fields.put("steps", path.basis().steps().stream().map(VerdictFields::step).toList());
        return fields;
    }

    private static SequencedMap<String, Object> of(Reply reply) {
        SequencedMap<String, Object> fields = new LinkedHashMap<>();
        fields.put("way", reply.way().text());
        reply.route().ifPresent(route -> fields.put("route", of(route)));
        return fields;
    }

    private static void addRule(SequencedMap<String, Object> fields, RuleRef rule) {
        put(fields, "policy", rule.policy());
        put(fields, "ruleCollectionGroup", rule.group());
        fields.put("ruleCollection", rule.collection());
        fields.put("rule", rule.rule());
        addPlace(fields, rule.at());
    }

    private static void addForwarding(SequencedMap<String, Object> fields, Forwarding forwarding) {
        fields.put("snat", forwarding.snat().text());
        List<String> sources = forwarding.sources().stream().map(Object::toString).toList();
        if (!sources.isEmpty()) {
            fields.put("snatAddresses", sources);
        }
        put(fields, "realDstIp", forwarding.realDestination());
        put(fields, "translated", forwarding.translated());
        forwarding.delivery().ifPresent(delivery -> fields.put("delivery", delivery.text()));
    }

    private static void addBasis(SequencedMap<String, Object> fields, Basis basis) {
        fields.put("assumptions", basis.assumptions().stream().map(Assumption::number).toList());
        if (!basis.possibilities().isEmpty()) {
            fields.put("possibilities", basis.possibilities().stream().map(VerdictFields::possibility).toList());
        }
    }

    private static SequencedMap<String, Object> possibility(Possibility possibility) {
        SequencedMap<String, Object> fields = new LinkedHashMap<>();
        fields.put("outcome", possibility.outcome());
        fields.put("because", possibility.because());
        return fields;
    }

    private static SequencedMap<String, Object> diagnostic(Diagnostic diagnostic) {
        SequencedMap<String, Object> fields = new LinkedHashMap<>();
        fields.put("severity", diagnostic.severity().toString());
        fields.put("code", diagnostic.code());
        fields.put("problem", diagnostic.problem());
        addPlace(fields, diagnostic.at());
        return fields;
    }

    private static SequencedMap<String, Object> step(Step step) {
        SequencedMap<String, Object> fields = new LinkedHashMap<>();
        fields.put("stage", step.stage());
        fields.put("text", step.text());
        fields.put("rules", step.rules());
        addPlace(fields, step.at());
        if (!step.parts().isEmpty()) {
            List<Object> parts = new ArrayList<>();
            step.parts().forEach(part -> parts.add(step(part)));
            fields.put("parts", parts);
        }
        return fields;
    }

    private static void addPlace(SequencedMap<String, Object> fields, SourceLocation at) {
        if (at.isKnown()) {
            SequencedMap<String, Object> place = new LinkedHashMap<>();
            place.put("file", at.file());
            place.put("line", at.line());
            place.put("column", at.column());
            fields.put("at", place);
        }
    }

    private static void put(SequencedMap<String, Object> fields, String key, Optional<?> value) {
        value.ifPresent(v -> fields.put(key, v.toString()));
    }
}
