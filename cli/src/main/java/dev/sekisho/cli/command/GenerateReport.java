package dev.sekisho.cli.command;

import dev.sekisho.cli.json.DiagnosticRow;
import dev.sekisho.cli.json.InboundRowJson;
import dev.sekisho.cli.json.JsonText;
import dev.sekisho.cli.terminal.Ink;
import dev.sekisho.cli.terminal.Streams;
import dev.sekisho.cli.text.Amount;
import dev.sekisho.cli.text.InboundProofText;
import dev.sekisho.cli.text.NeedRow;
import dev.sekisho.cli.text.Problems;
import dev.sekisho.cli.text.ProofText;
import dev.sekisho.generator.format.Refusal;
import dev.sekisho.generator.plan.DeploymentPlan;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Severity;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import dev.sekisho.model.need.ClusterNeeds.NotNeeded;
import dev.sekisho.simulator.inbound.InboundReport;
import dev.sekisho.simulator.proof.ProofReport;
import dev.sekisho.simulator.verdict.RuleRef;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What `generate` tells about its work.
record GenerateReport(DeploymentPlan plan, Optional<Saved> saved, ProofReport proof, InboundReport inbound,
        List<Path> files,
        List<Refusal> refused, Diagnostics diagnostics) {

    private record Result(List<String> files, int rules, int collections, int groups, Proof proof,
            List<NotNeeded> notNeeded, List<String> refused, List<DiagnosticRow> warnings, Optional<Saved> optimised) {}

    private record Proof(int required, int reachable, List<String> excess, List<NeedRow> requirements,
            List<InboundRowJson> inbound) {}

    void json(Streams streams) {
        streams.out()
                .println(JsonText.of(new Result(files.stream().map(Path::toString).toList(), rules(),
                        collections().size(), groups().size(),
                        new Proof(proof.required(), proof.reachable(),
                                proof.unusedRules().stream().map(RuleRef::toString).toList(), NeedRow.of(proof),
                                InboundRowJson.of(inbound)),
                        plan.needs().notNeeded(), refused.stream().map(Refusal::toString).toList(),
                        DiagnosticRow.of(diagnostics.all()), saved)));
    }

    void text(Path folder, boolean notes, Streams streams) {
        List<Diagnostic> shown = diagnostics.all().stream()
                .filter(found -> notes || found.severity() != Severity.NOTE).toList();
        Problems.print(shown, diagnostics.sources(), streams);
        streams.err().flush();
        ProofText.print(proof, false, streams);
        InboundProofText.print(inbound, streams);
        List<NotNeeded> onPurpose = plan.needs().notNeeded().stream().filter(NotNeeded::onPurpose).toList();
        if (!onPurpose.isEmpty()) {
            streams.out().println("closed on purpose:");
            onPurpose.forEach(left -> streams.out().println("  " + left.id() + ": " + left.reason()));
        }
        refused.forEach(refusal -> streams.out().println(Ink.BAD.on(streams, "not written: ") + refusal));
        saved.ifPresent(streams.out()::println);
        long held = diagnostics.all().size() - (long) shown.size();
        streams.out().println(String.join(", ", Amount.of(groups().size(), "group"),
                Amount.of(collections().size(), "collection"), Amount.of(rules(), "rule"),
                Amount.of(plan.routing().map(routing -> routing.table().routes().size()).orElse(0), "route"),
                Amount.of(plan.privateEndpoints().size(), "private endpoint"),
                Amount.of(plan.serviceEndpoints().size(), "service endpoint"))
                + plan.inbound().map(ways -> ", " + Amount.of(ways.services().size(), "Service") + " with "
                        + Amount.of(ways.securityGroup().securityRules().size(), "security rule")).orElse("")
                + "; " + Amount.of(files.size(), "file") + " in " + folder
                + (held > 0 ? "; " + Amount.of(held, "note") + " (--notes shows " + (held == 1 ? "it)" : "them)")
                        : ""));
    }

    private List<RuleCollectionGroup> groups() {
        return plan.firewall().map(firewall -> firewall.policy().ruleCollectionGroups()).orElse(List.of());
    }

    private List<RuleCollection> collections() {
        return groups().stream().flatMap(group -> group.ruleCollections().stream()).toList();
    }

    private int rules() {
        return collections().stream().mapToInt(collection -> collection.rules().size()).sum();
    }
}
