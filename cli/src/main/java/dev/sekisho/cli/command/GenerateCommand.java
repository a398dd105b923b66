package dev.sekisho.cli.command;

import dev.sekisho.cli.output.OutputFolder;
import dev.sekisho.cli.output.WriteOutcome;
import dev.sekisho.cli.terminal.Streams;
import dev.sekisho.cli.text.Problems;
import dev.sekisho.generator.Writers;
import dev.sekisho.generator.format.Output;
import dev.sekisho.generator.format.OutputFile;
import dev.sekisho.generator.format.OutputFormat;
import dev.sekisho.generator.format.Refusal;
import dev.sekisho.generator.inbound.InboundPlan;
import dev.sekisho.generator.plan.DeploymentPlan;
import dev.sekisho.generator.plan.PlannedEnvironment;
import dev.sekisho.generator.plan.Planner;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.io.environment.EnvironmentReader;
import dev.sekisho.model.servicetag.ServiceTags;
import dev.sekisho.simulator.inbound.InboundReport;
import dev.sekisho.simulator.proof.ProofReport;
import dev.sekisho.simulator.proof.ReachabilityProof;
import dev.sekisho.simulator.verdict.RuleRef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sekisho generate`.
@Command(name = "generate", description = {
        "Writes the rules, routes and settings that let exactly this cluster work, and proves it.",
        "Every required destination is reached through what is written, or the answer says which is not.",
        "Every Service below 'inbound' is reached from the places that it names, and from nowhere else."})
final class GenerateCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "CLUSTER", description = "The cluster file (kind: ClusterEgress).")
    private Path cluster = Path
            .of("");

    @Option(names = {"-o",
            "--output-folder"}, paramLabel = "DIR", required = true, description = "The folder to write to.")
    private Path folder = Path
            .of("");

    @Mixin
    private FormatOption formatOption;

    @Option(names = "--optimise", description = {
            "Join the rules of several needs where that changes nothing, which is proven.",
            "Without it a rule says for whom it is, and serves nobody else."})
    private boolean optimise;

    @Option(names = "--force", description = "Replace files that Sekisho did not write.")
    private boolean force;

    @Option(names = "--notes", description = "Show notes as well as warnings.")
    private boolean notes;

    @Option(names = "--env", paramLabel = "PATH", description = "A service-tag file as Microsoft publishes it, to prove tag rules with its addresses.")
    private List<Path> environments = new ArrayList<>();

    @Mixin
    private CatalogOption catalogOption;

    @Mixin
    private OutputOption output;

    GenerateCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Set<OutputFormat> wanted = formatOption.wanted(EnumSet.allOf(OutputFormat.class));
        Diagnostics diagnostics = new Diagnostics();
        Optional<ClusterQuestion> question = ClusterQuestion.read(cluster, catalogOption, diagnostics);
        ServiceTags tags = environments.isEmpty()
                ? ServiceTags.NONE
                : EnvironmentReader.read(environments, diagnostics).serviceTags();
        Optional<DeploymentPlan> plan = question.flatMap(asked -> Planner.plan(asked.intent(), asked.needs(),
                asked.catalogue().factsDate().toString(), diagnostics));
        if (plan.isEmpty() || diagnostics.hasErrors()) {
            Problems.print(diagnostics, streams);
            return ExitCode.WRONG_INPUT;
        }
        plan.get().needs().warnings().forEach(diagnostics::add);
        plan.get().warnings().forEach(diagnostics::add);
        if (!optimise) {
            return prove(plan.get(), Optional.empty(), tags, wanted, diagnostics);
        }
        return switch (FewerRules.of(plan.get())) {
            case FewerRules.Refused(String reason) -> {
                Problems.print(diagnostics, streams);
                streams.problem("nothing is written: " + reason, "leave --optimise out");
                yield ExitCode.WRONG_INPUT;
            }
            case FewerRules.Joined(DeploymentPlan joined, Saved saved) ->
                prove(joined, Optional.of(saved), tags, wanted, diagnostics);
        };
    }

    private int prove(DeploymentPlan plan, Optional<Saved> saved, ServiceTags tags, Set<OutputFormat> wanted,
            Diagnostics diagnostics) {
        Environment planned = PlannedEnvironment.of(plan)
                .withServiceTags(tags.forCloud(plan.intent().cluster().cloud().azureName()));
        ProofReport proof = ReachabilityProof.of(planned, plan.needs()).without(rule -> isForClients(rule, plan));
        return write(plan, saved, wanted, proof, InboundWays.prove(plan, planned), diagnostics);
    }

    /// A rule for what comes in serves no need of the cluster, and is not superfluous for that.
    private static boolean isForClients(RuleRef rule, DeploymentPlan plan) {
        return plan.inbound().flatMap(InboundPlan::rules)
                .filter(group -> rule.group().filter(group.name()::equals).isPresent())
                .isPresent();
    }

    private int write(DeploymentPlan plan, Optional<Saved> saved, Set<OutputFormat> wanted, ProofReport proof,
            InboundReport inbound, Diagnostics diagnostics) {
        List<OutputFile> files = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        Writers writers = new Writers(Version.number(), PlannedEnvironment::of);
        for (OutputFormat format : wanted) {
            Output written = writers.of(format).write(plan);
            files.addAll(written.files());
            refused.addAll(written.refused());
        }
        switch (new OutputFolder(folder).write(files, force)) {
            case WriteOutcome.Refused(String problem, String help) -> {
                streams.problem(problem, help);
                return ExitCode.WRONG_INPUT;
            }
            case WriteOutcome.Written(List<Path> places) -> {
                GenerateReport report = new GenerateReport(plan, saved, proof, inbound, places, refused,
                        diagnostics);
                if (output.isJson()) {
                    report.json(streams);
                } else {
                    report.text(folder, notes, streams);
                }
            }
        }
        return proof.unmet().isEmpty() && inbound.unmet().isEmpty() && refused.isEmpty()
                ? ExitCode.CLEAN
                : ExitCode.SOMETHING_TO_SEE;
    }
}
