package dev.sekisho.cli.command;

import dev.sekisho.cli.json.JsonText;
import dev.sekisho.cli.json.Sarif;
import dev.sekisho.cli.terminal.Streams;
import dev.sekisho.cli.text.FindingRow;
import dev.sekisho.cli.text.FindingText;
import dev.sekisho.cli.text.Problems;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Severity;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.simulator.exact.diagram.TooLarge;
import dev.sekisho.simulator.exact.lint.Linter;
import dev.sekisho.simulator.exact.lint.finding.Suppressions;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `sekisho lint`.
@Command(name = "lint", description = {
        "Finds rules that never decide, rules that contradict each other, and traps, over all flows.",
        "The exit code is 1 where a finding is an error."})
final class LintCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin
    private EnvironmentOption environmentOption;

    @Mixin
    private SuppressOption suppress = new SuppressOption();

    @Option(names = "--output", paramLabel = "FORMAT", defaultValue = "text", description = "How to print the result: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Kind output = Kind.TEXT;

    LintCommand(Streams streams) {
        this.streams = streams;
    }

    /// For people, for programs, or for code hosts.
    enum Kind {
        TEXT, JSON, SARIF;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Accepted(FindingRow finding, String reason) {}

    private record Result(List<FindingRow> findings, List<Accepted> accepted) {}

    @Override
    public Integer call() {
        Diagnostics diagnostics = new Diagnostics();
        Environment environment = environmentOption.read(diagnostics);
        Suppressions suppressions = suppress.read(diagnostics);
        Problems.print(diagnostics, streams);
        if (diagnostics.hasErrors()) {
            return ExitCode.WRONG_INPUT;
        }
        if (environment.equals(Environment.EMPTY)) {
            streams.problem("nothing was read that could be looked at", "sekisho inspect --env … shows what is there");
            return ExitCode.WRONG_INPUT;
        }
        try {
            Suppressions.Result result = suppressions.applyTo(Linter.lint(environment));
            Problems.print(result.unused(), diagnostics.sources(), streams);
            print(result);
            boolean grave = result.findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
            return grave ? ExitCode.SOMETHING_TO_SEE : ExitCode.CLEAN;
        } catch (TooLarge e) {
            streams.problem(String.valueOf(e.getMessage()), "look at one policy at a time");
            return ExitCode.WRONG_INPUT;
        }
    }

    private void print(Suppressions.Result result) {
        switch (output) {
            case TEXT -> FindingText.print(result, streams);
            case JSON -> streams.out().println(JsonText.of(new Result(
                    result.findings().stream().map(FindingRow::of).toList(),
                    result.accepted().stream()
                            .map(accepted -> new Accepted(FindingRow.of(accepted.finding()), accepted.reason()))
                            .toList())));
            case SARIF -> streams.out().println(JsonText.of(Sarif.of(result, Version.number())));
        }
    }
}
