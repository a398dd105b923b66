package dev.sekisho.cli.command;

import dev.sekisho.cli.json.DiagnosticRow;
import dev.sekisho.cli.json.JsonText;
import dev.sekisho.cli.terminal.Ink;
import dev.sekisho.cli.terminal.Streams;
import dev.sekisho.cli.text.Problems;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.simulator.cases.CaseEntry;
import dev.sekisho.simulator.cases.CaseFileReader;
import dev.sekisho.simulator.cases.CaseReport;
import dev.sekisho.simulator.cases.CaseResult;
import dev.sekisho.simulator.cases.CaseRunner;
import dev.sekisho.simulator.cases.JUnitXml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sekisho test`.
@Command(name = "test", description = "Runs test files: configurations, flows, and what is expected of them.")
final class TestCommand implements Callable<Integer> {
    private final Streams streams;

    /// How the report is printed.
    enum Format {
        TEXT, JSON, JUNIT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Test files (YAML).")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--output", paramLabel = "FORMAT", defaultValue = "text", description = "How to print the report: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

    TestCommand(Streams streams) {
        this.streams = streams;
    }

    private record Result(int passed, int failed, List<Row> cases) {
        static Result of(CaseReport report) {
            return new Result(report.passed(), report.failed(), report.cases().stream().map(Row::of).toList());
        }
    }

    private record Row(String id, String title, String status, List<CaseResult.Difference> differences,
            List<DiagnosticRow> problems) {
        static Row of(CaseResult result) {
            return new Row(result.id(), result.title(), result.status().text(), result.differences(),
                    DiagnosticRow.of(result.problems()));
        }
    }

    @Override
    public Integer call() {
        Diagnostics sources = new Diagnostics();
        List<CaseEntry> entries = files.stream().flatMap(file -> CaseFileReader.read(file, sources).stream()).toList();
        CaseReport report = CaseRunner.run(entries);
        switch (format) {
            case TEXT -> print(report, sources);
            case JSON -> streams.out().println(JsonText.of(Result.of(report)));
            case JUNIT -> streams.out().print(JUnitXml.write(report));
        }
        if (entries.stream().anyMatch(this::isUnreadableFile)) {
            return ExitCode.WRONG_INPUT;
        }
        return report.failed() == 0 ? ExitCode.CLEAN : ExitCode.SOMETHING_TO_SEE;
    }

    private boolean isUnreadableFile(CaseEntry entry) {
        return entry instanceof CaseEntry.Broken broken
                && files.stream().anyMatch(file -> file.toString().equals(broken.id()));
    }

    private void print(CaseReport report, Diagnostics sources) {
        for (CaseResult result : report.cases()) {
            switch (result.status()) {
                case PASS -> {}
                case FAIL -> {
                    streams.out().println(Ink.BAD.on(streams, "fail") + "  " + result.id() + "  " + result.title()
                            + "  (" + result.at() + ")");
                    result.differences().forEach(difference -> streams.out().println("      " + difference));
                }
                case ERROR -> {
                    streams.out().println(Ink.BAD.on(streams, "error") + " " + result.id() + "  " + result.title());
                    Problems.print(result.problems(), sources.sources(), streams);
                }
            }
        }
        Ink ink = report.failed() == 0 ? Ink.GOOD : Ink.BAD;
        streams.out().println(ink.on(streams, report.passed() + " passed, " + report.failed() + " failed"));
    }
}
