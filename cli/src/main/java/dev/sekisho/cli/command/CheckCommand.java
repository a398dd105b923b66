package dev.sekisho.cli.command;

import dev.sekisho.cli.json.InboundRowJson;
import dev.sekisho.cli.json.JsonText;
import dev.sekisho.cli.terminal.Streams;
import dev.sekisho.cli.text.ExcessRow;
import dev.sekisho.cli.text.InboundProofText;
import dev.sekisho.cli.text.NeedRow;
import dev.sekisho.cli.text.Problems;
import dev.sekisho.cli.text.ProofText;
import dev.sekisho.cli.text.TighteningRow;
import dev.sekisho.model.cluster.ClusterIntent;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.environment.ClusterNetwork;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.kubernetes.Manifests;
import dev.sekisho.simulator.inbound.InboundProof;
import dev.sekisho.simulator.inbound.InboundReport;
import dev.sekisho.simulator.proof.ProofReport;
import dev.sekisho.simulator.proof.ReachabilityProof;
import dev.sekisho.simulator.proof.Tightening;
import dev.sekisho.simulator.verdict.RuleRef;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sekisho check`.
@Command(name = "check", description = {"Tells whether an environment lets a cluster reach what it must.",
        "The answer holds for every source, name, address and port of a need; what the firewall allows beyond need is listed.",
        "Where the file has a section inbound, also whether exactly the wanted clients reach its Services, by the manifests "
                + "among --env."})
final class CheckCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "CLUSTER", description = "The cluster file (kind: ClusterEgress).")
    private Path cluster = Path
            .of("");

    @Mixin
    private EnvironmentOption environmentOption;

    @Mixin
    private CatalogOption catalogOption;

    @Option(names = "--tighten", description = "Also say what each rule that allows more than needed has to keep; nothing that is needed is lost.")
    private boolean tighten;

    @Mixin
    private OutputOption output;

    CheckCommand(Streams streams) {
        this.streams = streams;
    }

    private record Result(List<NeedRow> requirements, List<ExcessRow> excess, List<String> unused,
            List<TighteningRow> tighten, List<InboundRowJson> inbound, Summary summary) {}

    private record Summary(int required, int reachable, List<UsedTags.Row> serviceTags) {}

    @Override
    public Integer call() {
        Diagnostics diagnostics = new Diagnostics();
        Optional<ClusterQuestion> question = ClusterQuestion.read(cluster, catalogOption, diagnostics);
        UsedTags used = new UsedTags();
        Environment environment = used.watch(environmentOption.read(diagnostics));
        boolean inboundToo = question.filter(asked -> !asked.intent().inbound().isEmpty()).isPresent();
        Manifests manifests = inboundToo ? environmentOption.manifests(diagnostics) : Manifests.NONE;
        Problems.print(diagnostics, streams);
        if (question.isEmpty() || diagnostics.hasErrors()) {
            return ExitCode.WRONG_INPUT;
        }
        ClusterIntent intent = question.get().intent();
        ProofReport report = ReachabilityProof.of(environment, ClusterNetwork.in(environment, intent),
                question.get().needs());
        InboundReport inbound = InboundProof.of(environment, intent, manifests);
        if (output.isJson()) {
            streams.out().println(JsonText.of(new Result(NeedRow.of(report),
                    report.excess().stream().map(ExcessRow::of).toList(),
                    report.unusedRules().stream().map(RuleRef::toString).toList(),
                    (tighten ? report.tightenings() : List.<Tightening>of()).stream().map(TighteningRow::of).toList(),
                    InboundRowJson.of(inbound),
                    new Summary(report.required(), report.reachable(), used.rows(environment.serviceTags())))));
        } else {
            ProofText.print(report, tighten, streams);
            InboundProofText.print(inbound, streams);
            used.of(environment.serviceTags()).forEach(release -> streams.out().println("used: " + release));
        }
        return report.unmet().isEmpty() && inbound.unmet().isEmpty() ? ExitCode.CLEAN : ExitCode.SOMETHING_TO_SEE;
    }
}
