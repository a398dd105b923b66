package dev.sekisho.cli.command;

import dev.sekisho.cli.output.OutputFolder;
import dev.sekisho.cli.output.WriteOutcome;
import dev.sekisho.cli.report.Contents;
import dev.sekisho.cli.report.Coverage;
import dev.sekisho.cli.report.Difference;
import dev.sekisho.cli.report.Findings;
import dev.sekisho.cli.report.ReportPage;
import dev.sekisho.cli.terminal.Streams;
import dev.sekisho.cli.text.Problems;
import dev.sekisho.generator.format.GeneratedMark;
import dev.sekisho.generator.format.OutputFile;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Quotation;
import dev.sekisho.model.environment.ClusterNetwork;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.io.environment.Inspection;
import dev.sekisho.model.io.shape.Unmodelled;
import dev.sekisho.model.kubernetes.Manifests;
import dev.sekisho.simulator.exact.diagram.TooLarge;
import dev.sekisho.simulator.exact.diff.EnvironmentDiff;
import dev.sekisho.simulator.exact.lint.Linter;
import dev.sekisho.simulator.exact.lint.finding.Suppressions;
import dev.sekisho.simulator.inbound.InboundProof;
import dev.sekisho.simulator.inbound.InboundReport;
import dev.sekisho.simulator.proof.ProofReport;
import dev.sekisho.simulator.proof.ReachabilityProof;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sekisho report`.
@Command(name = "report", description = {
        "Writes one HTML page about an environment, for people who were not at the terminal.",
        "It has the ways that a cluster's needs take, what check, lint and diff say, and what was read; nothing is loaded from "
                + "elsewhere.",
        "The exit code is 1 where a need is not met, a finding is an error, or something would change."})
final class ReportCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(arity = "0..1", paramLabel = "CLUSTER", description = "A cluster file (kind: ClusterEgress), to show whether its needs are met.")
    private Optional<Path> cluster = Optional.empty();

    @Mixin
    private EnvironmentOption environmentOption;

    @Option(names = "--against", paramLabel = "PATH", description = "What is proposed, to show what would change; may be given several times.")
    private List<Path> against = new ArrayList<>();

    @Mixin
    private SuppressOption suppress = new SuppressOption();

    @Mixin
    private CatalogOption catalogOption;

    @Option(names = {"-o",
            "--out"}, paramLabel = "FILE", required = true, description = "The page, such as report.html.")
    private Path file = Path.of("");

    @Option(names = "--force", description = "Replace a file that Sekisho did not write.")
    private boolean force;

    ReportCommand(Streams streams) {
        this.streams = streams;
    }

    /// What the page is about.
    private record Input(Inspection read, Optional<ClusterQuestion> question, Manifests manifests,
            Optional<Environment> proposed, Suppressions suppressions) {}

    @Override
    public Integer call() {
        Optional<String> name = Optional.ofNullable(file.getFileName()).map(Path::toString)
                .filter(text -> !text.isEmpty() && !text.equals("..") && !text.equals(".") && !text.contains("\\"));
        if (name.isEmpty()) {
            streams.problem(Quotation.of(file.toString()) + " is no name of a file", "write -o report.html");
            return ExitCode.WRONG_INPUT;
        }
        Diagnostics diagnostics = new Diagnostics();
        Input input = read(diagnostics);
        Problems.print(diagnostics, streams);
        if (diagnostics.hasErrors()) {
            return ExitCode.WRONG_INPUT;
        }
        if (input.read().environment().equals(Environment.EMPTY)) {
            streams.problem("nothing was read that could be reported on",
                    "sekisho inspect --env … shows what is there");
            return ExitCode.WRONG_INPUT;
        }
        return write(name.get(), page(input, diagnostics));
    }

    private Input read(Diagnostics diagnostics) {
        Inspection read = environmentOption.inspect(diagnostics);
        Optional<ClusterQuestion> question = cluster
                .flatMap(path -> ClusterQuestion.read(path, catalogOption, diagnostics));
        boolean inbound = question.filter(asked -> !asked.intent().inbound().isEmpty()).isPresent();
        return new Input(read, question, inbound ? environmentOption.manifests(diagnostics) : Manifests.NONE,
                against.isEmpty() ? Optional.empty() : Optional.of(environmentOption.read(against, diagnostics)),
                suppress.read(diagnostics));
    }

    private ReportPage page(Input input, Diagnostics diagnostics) {
        Environment environment = input.read().environment();
        List<String> notes = new ArrayList<>();
        return new ReportPage(new GeneratedMark(Version.number(), environmentOption.fileNames()).toString(),
                environmentOption.fileNames(), input.question()
                        .flatMap(question -> unlessTooLarge("coverage", notes, () -> coverage(input, question))),
                unlessTooLarge("findings", notes,
                        () -> Findings.of(input.suppressions().applyTo(Linter.lint(environment)))),
                input.proposed().flatMap(proposed -> unlessTooLarge("difference", notes,
                        () -> Difference.of(EnvironmentOption.fileNames(against), EnvironmentDiff.of(environment,
                                proposed, EnvironmentDiff.Question.RESULTS)))),
                Contents.of(ResourceCounts.of(input.read()),
                        input.read().unmodelled().stream().map(Unmodelled::toString).toList(),
                        diagnostics.all().stream().map(Diagnostic::toString).toList()),
                notes);
    }

    private static Coverage coverage(Input input, ClusterQuestion question) {
        Environment environment = input.read().environment();
        ProofReport report = ReachabilityProof.of(environment, ClusterNetwork.in(environment, question.intent()),
                question.needs());
        InboundReport inbound = InboundProof.of(environment, question.intent(), input.manifests());
        return Coverage.of(report, inbound, environment);
    }

    private interface Section<T> {
        T make();
    }

    private static <T> Optional<T> unlessTooLarge(String name, List<String> notes, Section<T> section) {
        try {
            return Optional.of(section.make());
        } catch (TooLarge e) {
            notes.add(name + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private int write(String name, ReportPage page) {
        OutputFile written = OutputFile.of(name, page.html());
        return switch (new OutputFolder(Optional.ofNullable(file.getParent()).orElse(Path.of("")))
                .write(List.of(written), force)) {
            case WriteOutcome.Refused(String problem, String help) -> {
                streams.problem(problem, help);
                yield ExitCode.WRONG_INPUT;
            }
            case WriteOutcome.Written _ -> {
                page.tiles().forEach(tile -> streams.out().println(tile.label() + ": " + tile.answer()));
                page.notes().forEach(note -> streams.out().println("missing: " + note));
                streams.out().println(file);
                yield page.isClean() ? ExitCode.CLEAN : ExitCode.SOMETHING_TO_SEE;
            }
        };
    }
}
