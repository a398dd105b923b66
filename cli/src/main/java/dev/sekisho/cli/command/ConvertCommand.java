package dev.sekisho.cli.command;

import dev.sekisho.cli.json.DiagnosticRow;
import dev.sekisho.cli.json.JsonText;
import dev.sekisho.cli.output.OutputFolder;
import dev.sekisho.cli.output.WriteOutcome;
import dev.sekisho.cli.terminal.Ink;
import dev.sekisho.cli.terminal.Streams;
import dev.sekisho.cli.text.Amount;
import dev.sekisho.cli.text.Problems;
import dev.sekisho.generator.EnvironmentWriters;
import dev.sekisho.generator.format.GeneratedMark;
import dev.sekisho.generator.format.OutputFile;
import dev.sekisho.generator.format.OutputFormat;
import dev.sekisho.generator.format.Refusal;
import dev.sekisho.generator.format.environment.Conversion;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Quotation;
import dev.sekisho.model.diagnostic.Severity;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.io.environment.Inspection;
import dev.sekisho.model.io.shape.Unmodelled;
import dev.sekisho.simulator.exact.optimise.Optimisation;
import dev.sekisho.simulator.exact.optimise.Size;
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

/// `sekisho convert`.
@Command(name = "convert", description = "Writes what was read in another format, and names what that format cannot hold.")
final class ConvertCommand implements Callable<Integer> {
    /// Manifests hold nothing of an environment.
    private static final Set<OutputFormat> HOLDING = EnumSet.complementOf(EnumSet.of(OutputFormat.KUBERNETES));

    private final Streams streams;

    @Mixin
    private EnvironmentOption environmentOption;

    @Mixin
    private FormatOption formatOption;

    @Option(names = {"-o",
            "--output-folder"}, paramLabel = "DIR", required = true, description = "The folder to write to.")
    private Path folder = Path
            .of("");

    @Option(names = "--name", paramLabel = "NAME", defaultValue = "environment", description = "What the environment is called (default: ${DEFAULT-VALUE}).")
    private String name = "";

    @Option(names = "--optimise", description = {
            "Write fewer rules, IP groups and entries that are proven to mean the same.",
            "Nothing is written where that cannot be proven."})
    private boolean optimise;

    @Option(names = "--force", description = "Replace files that Sekisho did not write.")
    private boolean force;

    @Mixin
    private OutputOption output;

    ConvertCommand(Streams streams) {
        this.streams = streams;
    }

    private record Result(List<String> files, List<String> refused, List<DiagnosticRow> diagnostics,
            Optional<Saved> optimised) {}

    @Override
    public Integer call() {
        Set<OutputFormat> wanted = formatOption.wanted(HOLDING);
        Diagnostics diagnostics = new Diagnostics();
        Inspection read = environmentOption.inspect(diagnostics);
        if (read.environment().equals(Environment.EMPTY) && !diagnostics.hasErrors()) {
            streams.problem("nothing was read that could be converted", "sekisho inspect --env … shows what is there");
            return ExitCode.WRONG_INPUT;
        }
        if (diagnostics.hasErrors()) {
            Problems.print(diagnostics, streams);
            return ExitCode.WRONG_INPUT;
        }
        unknownNames(read.environment(), diagnostics);
        if (!optimise) {
            return write(read, read.environment(), Optional.empty(), wanted, diagnostics);
        }
        return switch (Optimisation.of(read.environment())) {
            case Optimisation.Refused(String reason) -> {
                streams.problem("nothing is written: " + reason,
                        "leave --optimise out, or convert single policies at a time");
                yield ExitCode.WRONG_INPUT;
            }
            case Optimisation.Optimised(Environment smaller, Size before, Size after) ->
                write(read, smaller, Optional.of(new Saved(before, after)), wanted, diagnostics);
        };
    }

    /// A name that depends on what nobody said is written as it stands, which nobody can deploy.
    private static void unknownNames(Environment environment, Diagnostics diagnostics) {
        List<Diagnostic> found = new ArrayList<>();
        environment.virtualNetworks()
                .forEach(network -> unknownName(network.name(), network.at()).ifPresent(found::add));
        environment.routeTables().forEach(table -> unknownName(table.name(), table.at()).ifPresent(found::add));
        environment.networkSecurityGroups()
                .forEach(group -> unknownName(group.name(), group.at()).ifPresent(found::add));
        environment.firewalls().forEach(firewall -> unknownName(firewall.name(), firewall.at()).ifPresent(found::add));
        environment.firewallPolicies().forEach(policy -> unknownName(policy.name(), policy.at()).ifPresent(found::add));
        environment.ipGroups().forEach(group -> unknownName(group.name(), group.at()).ifPresent(found::add));
        environment.privateEndpoints()
                .forEach(endpoint -> unknownName(endpoint.name(), endpoint.at()).ifPresent(found::add));
        found.forEach(diagnostics::add);
    }

    private static Optional<Diagnostic> unknownName(String name, SourceLocation at) {
        return name.contains("${")
                ? Optional.of(new Diagnostic(Severity.WARNING, "UNKNOWN_NAME", at, "the name "
                        + Quotation.of(name) + " is not known before deployment, and is written as it stands",
                        "give the values that it depends on with --parameters"))
                : Optional.empty();
    }

    private int write(Inspection read, Environment written, Optional<Saved> saved, Set<OutputFormat> wanted,
            Diagnostics diagnostics) {
        GeneratedMark mark = new GeneratedMark(Version.number(), environmentOption.fileNames());
        List<OutputFile> files = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        read.unmodelled().stream().map(ConvertCommand::lost).forEach(refused::add);
        for (OutputFormat format : wanted) {
            Conversion conversion = EnvironmentWriters.of(format).write(written, name, mark);
            files.addAll(conversion.files());
            conversion.refused().stream()
                    .map(refusal -> new Refusal(format.cliName() + ": " + refusal.what(), refusal.why()))
                    .forEach(refused::add);
        }
        return switch (new OutputFolder(folder).write(files, force)) {
            case WriteOutcome.Refused(String problem, String help) -> {
                streams.problem(problem, help);
                yield ExitCode.WRONG_INPUT;
            }
            case WriteOutcome.Written(List<Path> places) -> {
                report(places, refused, saved, diagnostics);
                yield refused.isEmpty() ? ExitCode.CLEAN : ExitCode.SOMETHING_TO_SEE;
            }
        };
    }

    private static Refusal lost(Unmodelled one) {
        String what = one.property().isEmpty() ? one.subject() : "'" + one.property() + "' in " + one.subject();
        return new Refusal("every format: " + what,
                "it is not modelled" + (one.at().isKnown() ? " (" + one.at() + ")" : ""));
    }

    private void report(List<Path> places, List<Refusal> refused, Optional<Saved> saved, Diagnostics diagnostics) {
        if (output.isJson()) {
            streams.out().println(JsonText.of(new Result(places.stream().map(Path::toString).toList(),
                    refused.stream().map(Refusal::toString).toList(), DiagnosticRow.of(diagnostics.all()), saved)));
            return;
        }
        Problems.print(diagnostics, streams);
        streams.err().flush();
        refused.forEach(refusal -> streams.out().println(Ink.BAD.on(streams, "not written: ") + refusal));
        places.forEach(place -> streams.out().println(place));
        saved.ifPresent(streams.out()::println);
        streams.out().println(Amount.of(places.size(), "file") + " in " + folder
                + (refused.isEmpty() ? "" : "; " + Amount.of(refused.size(), "thing") + " not written"));
    }
}
