package dev.sekisho.cli.command;

import dev.sekisho.cli.json.JsonText;
import dev.sekisho.cli.terminal.Streams;
import dev.sekisho.cli.text.ChangeRow;
import dev.sekisho.cli.text.ChangeText;
import dev.sekisho.cli.text.InboundChangeRow;
import dev.sekisho.cli.text.Problems;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.io.environment.EnvironmentReader;
import dev.sekisho.model.io.kubernetes.ManifestReader;
import dev.sekisho.model.kubernetes.Manifests;
import dev.sekisho.simulator.exact.diagram.TooLarge;
import dev.sekisho.simulator.exact.diff.EnvironmentDiff;
import dev.sekisho.simulator.exposure.Exposure;
import dev.sekisho.simulator.exposure.ExposureDiff;
import dev.sekisho.simulator.view.SubnetView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sekisho diff`.
@Command(name = "diff", description = {"Compares two environments flow by flow, and all flows at once.",
        "Order, splits, names and formats make no difference; without a change the two are proven to be equivalent.",
        "Where they hold manifests too: who newly reaches a Service or no longer does, and whose replies are lost.",
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

    @Option(names = "--node-subnet", paramLabel = "NETWORK/SUBNET", description = "The subnet of the nodes, for inbound flows; otherwise that of the only cluster that is described.")
    private Optional<String> nodeSubnet = Optional.empty();

    @Option(names = "--rules", description = "Also list flows that another rule decides about with the same result.")
    private boolean rules;

    @Option(names = "--markdown", description = "Print Markdown, for the comment on a pull request.")
    private boolean markdown;

    @Mixin
    private OutputOption output;

    DiffCommand(Streams streams) {
        this.streams = streams;
    }

    /// @param inbound what changes for clients of Services and API servers
    private record Result(boolean equivalent, List<ChangeRow> changes, boolean complete,
            List<InboundChangeRow> inbound) {}

    /// What one side describes.
    private record Side(Environment environment, Manifests manifests) {}

    private record Read(Side side, Diagnostics diagnostics) {}

    @Override
    public Integer call() {
        CompletableFuture<Read> other = CompletableFuture.supplyAsync(() -> read(after));
        Optional<Side> first = said(read(before));
        Optional<Side> second = said(joined(other));
        if (first.isEmpty() || second.isEmpty()) {
            return ExitCode.WRONG_INPUT;
        }
        if (isEmpty(first.get()) && isEmpty(second.get())) {
            streams.err().println("sekisho: warning: neither side describes anything, so nothing is compared; "
                    + "sekisho inspect --env … shows what is there");
        }
        try {
            EnvironmentDiff diff = EnvironmentDiff.of(first.get().environment(), second.get().environment(),
                    new EnvironmentDiff.Question(firewall, rules));
            List<ExposureDiff.Change> inbound = inbound(first.get(), second.get());
            print(diff, inbound);
            return diff.changes().isEmpty() && inbound.isEmpty() ? ExitCode.CLEAN : ExitCode.SOMETHING_TO_SEE;
        } catch (TooLarge e) {
            streams.problem(String.valueOf(e.getMessage()), "compare single policies, or fewer subnets at a time");
            return ExitCode.WRONG_INPUT;
        }
    }

    /// What changes for clients of Services and API servers, where both sides tell where the nodes are.
    private List<ExposureDiff.Change> inbound(Side first, Side second) {
        if (isSilent(first) && isSilent(second)) {
            return List.of();
        }
        List<SubnetView> nodesBefore = Exposure.nodes(first.environment(), nodeSubnet);
        List<SubnetView> nodesAfter = Exposure.nodes(second.environment(), nodeSubnet);
        if (nodesBefore.isEmpty() || nodesAfter.isEmpty()) {
            streams.err().println(
                    "sekisho: note: inbound flows are not compared: which subnet the nodes are in is not described; name it with "
                            + "--node-subnet NETWORK/SUBNET");
            return List.of();
        }
        return ExposureDiff.of(Exposure.of(first.environment(), nodesBefore, first.manifests()),
                Exposure.of(second.environment(), nodesAfter, second.manifests()));
    }

    private static boolean isEmpty(Side side) {
        return side.environment().equals(Environment.EMPTY) && side.manifests().equals(Manifests.NONE);
    }

    private static boolean isSilent(Side side) {
        return side.manifests().services().isEmpty() && side.environment().clusters().stream()
                .noneMatch(cluster -> cluster.apiServer().isPresent());
    }

    private Read read(Path path) {
        Diagnostics diagnostics = new Diagnostics();
        Environment environment = EnvironmentReader.read(List.of(path), parameters, diagnostics);
        return new Read(new Side(environment, ManifestReader.among(List.of(path), diagnostics)), diagnostics);
    }

    /// Waits for a side; what ends reading it ends the command as if it had been read here.
    private static Read joined(CompletableFuture<Read> read) {
        try {
            return read.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case Error error -> throw error;
                case RuntimeException exception -> throw exception;
                case null, default -> throw e;
            }
        }
    }

    /// Says what is wrong with a side, and returns it where that is no error.
    private Optional<Side> said(Read read) {
        Problems.print(read.diagnostics(), streams);
        return read.diagnostics().hasErrors() ? Optional.empty() : Optional.of(read.side());
    }

    private void print(EnvironmentDiff diff, List<ExposureDiff.Change> inbound) {
        if (output.isJson()) {
            streams.out().println(JsonText.of(new Result(diff.changes().isEmpty() && inbound.isEmpty(),
                    diff.changes().stream().map(ChangeRow::of).toList(), diff.complete(),
                    inbound.stream().map(InboundChangeRow::of).toList())));
        } else if (markdown) {
            streams.out().print(ChangeText.markdown(diff) + InboundChangeRow.markdown(inbound));
        } else {
            InboundChangeRow.print(inbound, streams);
            ChangeText.print(diff, streams);
        }
    }
}
