package dev.sekisho.cli.command;

import dev.sekisho.cli.json.JsonText;
import dev.sekisho.cli.terminal.Streams;
import dev.sekisho.cli.text.ChangeRow;
import dev.sekisho.cli.text.ChangeText;
import dev.sekisho.cli.text.Problems;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.io.environment.EnvironmentReader;
import dev.sekisho.simulator.exact.diagram.TooLarge;
import dev.sekisho.simulator.exact.diff.EnvironmentDiff;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sekisho diff`.
@Command(name = "diff", description = {"Compares two environments flow by flow, and all flows at once.",
        "Order, splits, names and formats make no difference; without a change the two are proven to be equivalent.",
        "The exit code is 1 where something else becomes of some flow."})
final class DiffCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(index = "0", paramLabel = "BEFORE", description = "A file or folder: what exists.")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "AFTER", description = "A file or folder: what is proposed.")
    private Path after = Path.of("");

    @Option(names = "--parameters", paramLabel = "FILE", description = "A file with values for the parameters of ARM templates on both sides; may be given several times, and a later one wins.")
    private List<Path> parameters = new ArrayList<>();

    @Option(names = "--firewall", paramLabel = "NAME", description = "The firewall to ask where no route tells; otherwise each one in turn.")
    private Optional<String> firewall = Optional.empty();

    @Option(names = "--rules", description = "Also list flows that another rule decides about with the same result.")
    private boolean rules;

    @Option(names = "--markdown", description = "Print Markdown, for the comment on a pull request.")
    private boolean markdown;

    @Mixin
    private OutputOption output;

    DiffCommand(Streams streams) {
        this.streams = streams;
    }

    private record Result(boolean equivalent, List<ChangeRow> changes, boolean complete) {}

    @Override
    public Integer call() {
        Optional<Environment> first = read(before);
        Optional<Environment> second = read(after);
        if (first.isEmpty() || second.isEmpty()) {
            return ExitCode.WRONG_INPUT;
        }
        try {
            EnvironmentDiff diff = EnvironmentDiff.of(first.get(), second.get(),
                    new EnvironmentDiff.Question(firewall, rules));
            print(diff);
            return diff.changes().isEmpty() ? ExitCode.CLEAN : ExitCode.SOMETHING_TO_SEE;
        } catch (TooLarge e) {
            streams.problem(String.valueOf(e.getMessage()), "compare single policies, or fewer subnets at a time");
            return ExitCode.WRONG_INPUT;
        }
    }

    private Optional<Environment> read(Path path) {
        Diagnostics diagnostics = new Diagnostics();
        Environment environment = EnvironmentReader.read(List.of(path), parameters, diagnostics);
        Problems.print(diagnostics, streams);
        return diagnostics.hasErrors() ? Optional.empty() : Optional.of(environment);
    }

    private void print(EnvironmentDiff diff) {
        if (output.isJson()) {
            streams.out().println(JsonText.of(new Result(diff.changes().isEmpty(),
                    diff.changes().stream().map(ChangeRow::of).toList(), diff.complete())));
        } else if (markdown) {
            streams.out().print(ChangeText.markdown(diff));
        } else {
            ChangeText.print(diff, streams);
        }
    }
}
