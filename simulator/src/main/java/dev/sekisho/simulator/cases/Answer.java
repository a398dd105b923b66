package dev.sekisho.simulator.cases;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.simulator.log.LogLine;
import dev.sekisho.simulator.validate.FirewallNumbers;
import dev.sekisho.simulator.verdict.Alert;
import dev.sekisho.simulator.verdict.Assumption;
import dev.sekisho.simulator.verdict.Basis;
import dev.sekisho.simulator.verdict.FirewallVerdict;
import dev.sekisho.simulator.verdict.LogTable;
import dev.sekisho.simulator.verdict.NsgVerdict;
import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.verdict.PathVerdict;
import dev.sekisho.simulator.verdict.RouteVerdict;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Verdicts in the words of `expect`.
final class Answer {
    private final Map<String, CaseValue> values = new LinkedHashMap<>();

    private Answer() {}

    static Map<String, CaseValue> of(RouteVerdict verdict) {
        Answer answer = new Answer();
        answer.route(verdict);
        return answer.on(verdict.basis());
    }

    static Map<String, CaseValue> of(FirewallVerdict verdict) {
        Answer answer = new Answer();
        answer.text("action", Optional.of(verdict.action().text()));
        answer.firewall(verdict);
        return answer.on(verdict.basis());
    }

    static Map<String, CaseValue> of(NsgVerdict verdict) {
        Answer answer = new Answer();
        answer.text("action", Optional.of(verdict.action().text()));
        answer.text("rule", verdict.rule());
        answer.text("nsg", verdict.nsg());
        return answer.on(verdict.basis());
    }

    static Map<String, CaseValue> of(PathVerdict verdict) {
        Answer answer = new Answer();
        answer.text("result", Optional.of(verdict.result().text()));
        answer.text("action", Optional.of(verdict.result() == PathResult.UNKNOWN ? "Unknown"
                : verdict.arrives() ? "Allow" : "Deny"));
        answer.text("sourceSeen", verdict.sourceSeen().map(IpAddress::toString));
        verdict.route().ifPresent(answer::route);
        verdict.nsg().filter(_ -> verdict.result() == PathResult.DROPPED_BY_NSG).ifPresent(nsg -> {
            answer.text("nsg", nsg.nsg());
            answer.text("rule", nsg.rule());
        });
        verdict.firewall().ifPresent(answer::firewall);
        answer.text("delivery", verdict.delivery().map(Object::toString));
        answer.text("reply", verdict.reply().map(reply -> reply.way().text()));
        return answer.on(verdict.basis());
    }

    static Map<String, CaseValue> of(FirewallNumbers numbers) {
        Answer answer = new Answer();
        answer.text("uniqueSourceDestination", Optional.of(Long.toString(numbers.uniqueSourceDestination())));
        answer.text("dnatCount", Optional.of(Integer.toString(numbers.dnatCount())));
        return answer.on(Basis.NONE);
    }

    static Map<String, CaseValue> ofOrder(List<String> collections) {
        Answer answer = new Answer();
        answer.values.put("order", new CaseValue.Sequence(collections));
        return answer.on(Basis.NONE);
    }

    static Map<String, CaseValue> ofCodes(Collection<String> codes) {
        Answer answer = new Answer();
        answer.values.put("codes", new CaseValue.Set(List.copyOf(codes)));
        return answer.on(Basis.NONE);
    }

    static Map<String, CaseValue> of(LogLine line) {
        SortedMap<String, String> fields = new TreeMap<>();
        line.fields().forEach((field, value) -> fields.put(field.text(), value));
        Answer answer = new Answer();
        answer.values.put("fields", new CaseValue.Named(fields));
        return answer.on(Basis.NONE);
    }

    private void route(RouteVerdict verdict) {
        text("nextHopType", Optional.of(verdict.nextHopType().text()));
        text("matchedPrefix", verdict.matchedPrefix().map(Object::toString));
        text("routeSource", Optional.of(verdict.routeSource().text()));
        text("nextHopIpAddress", verdict.nextHopIpAddress().map(IpAddress::toString));
        text("routeName", verdict.routeName());
    }

    private void firewall(FirewallVerdict verdict) {
        text("stage", verdict.stage().map(Object::toString));
        verdict.rule().ifPresent(rule -> {
            text("policy", rule.policy());
            text("ruleCollectionGroup", rule.group());
            text("ruleCollection", Optional.of(rule.collection()));
            text("rule", Optional.of(rule.rule()));
        });
        text("reason", verdict.reason().map(Object::toString));
        verdict.forwarding().ifPresent(forwarding -> {
            text("snat", Optional.of(forwarding.snat().text()));
            values.put("snatAddresses",
                    new CaseValue.Set(forwarding.sources().stream().map(IpAddress::toString).toList()));
            text("realDstIp", forwarding.realDestination().map(IpAddress::toString));
            text("translated", forwarding.translated());
        });
        text("delivery", verdict.delivery().map(Object::toString));
        values.put("alerts", new CaseValue.Set(verdict.observations().alerts().stream().map(Alert::text).toList()));
        values.put("logs",
                new CaseValue.Sequence(verdict.observations().logs().stream().map(LogTable::text).toList()));
        text("tlsInspected", Optional.of(Boolean.toString(verdict.observations().tlsInspected())));
        text("webCategory", verdict.observations().webCategory());
    }

    private Map<String, CaseValue> on(Basis basis) {
        values.put("assumptions", new CaseValue.Set(basis.assumptions().stream().map(Assumption::number).toList()));
        return values;
    }

    private void text(String key, Optional<String> text) {
        values.put(key, text.<CaseValue>map(CaseValue.Text::new).orElse(CaseValue.Nothing.NOTHING));
    }
}
