package dev.sekisho.cli.command;

import dev.sekisho.cli.json.JsonText;
import dev.sekisho.cli.replay.LogPipeline;
import dev.sekisho.cli.terminal.Streams;
import dev.sekisho.cli.text.Problems;
import dev.sekisho.cli.text.ReplayRow;
import dev.sekisho.cli.text.ReplayText;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.io.log.LogFolder;
import dev.sekisho.simulator.replay.Replay;
import dev.sekisho.simulator.replay.ReplayTally;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sekisho replay`.
@Command(name = "replay", description = {
        "Asks what becomes of the flows that logs know, and compares it with what the logs say, or with --against what would "
                + "become of them in another environment.",
        "Logs are those of Azure Firewall, of security groups and of virtual networks: JSON, rows of Log Analytics as JSON or "
                + "CSV, messages and tuples, plain or gzip'd, in files and folders.",
        "The exit code is 1 where something else becomes of some flow, and 2 where a line cannot be read."})
final class ReplayCommand implements Callable<Integer> {
    private static final long PROGRESS_STEP = 100_000;

    private final Streams streams;

    @Spec
    private CommandSpec spec;

    @Mixin
    private EnvironmentOption environmentOption;

    @Parameters(paramLabel = "LOGS", arity = "1..*", description = "Files and folders of logs.")
    private List<Path> logs = new ArrayList<>();

    @Option(names = "--against", paramLabel = "PATH", description = "A file or folder of what is proposed; may be given several times.")
    private List<Path> against = new ArrayList<>();

    @Option(names = "--resolve", paramLabel = "HOST=IP", description = "An address of a name, for the client and the firewall; may be given several times.")
    private List<String> resolve = new ArrayList<>();

    @Option(names = "--firewall", paramLabel = "NAME", description = "The firewall to ask where no route tells.")
    private Optional<String> firewall = Optional
            .empty();

    @Option(names = "--rules", description = "Also list flows that another rule decides about with the same result.")
    private boolean rules;

    @Option(names = "--threads", paramLabel = "N", description = "How many threads work (default: one for each core).")
    private Optional<Integer> threads = Optional
            .empty();

    @Mixin
    private OutputOption output;

    ReplayCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (threads.filter(count -> count < 1).isPresent()) {
            throw new ParameterException(spec.commandLine(), "--threads must be at least 1");
        }
        Resolutions resolutions = resolutions();
        Diagnostics diagnostics = new Diagnostics();
        Environment environment = resolutions.addTo(environmentOption.read(diagnostics));
        Optional<Environment> other = against.isEmpty() ? Optional.empty()
                : Optional.of(resolutions.addTo(environmentOption.read(against, diagnostics)));
        List<Path> files = files(diagnostics);
        Problems.print(diagnostics, streams);
        if (diagnostics.hasErrors()) {
            return ExitCode.WRONG_INPUT;
        }
        firewall.ifPresent(name -> EnvironmentOption.requireFirewall(name, environment, spec));
        return replay(Replay.of(environment, other, new Replay.Question(firewall, rules)), files);
    }

    private int replay(Replay replay, List<Path> files) {
        Diagnostics problems = new Diagnostics();
        ReplayTally tally = new LogPipeline(replay, threads.orElse(Runtime.getRuntime().availableProcessors()),
                this::showProgress).run(files, problems);
        if (streams.coloured()) {
            streams.err().print("\r");
        }
        tally.passedOver().forEach((what, lines) -> streams.err().println("sekisho: note: " + lines.first() + ": "
                + what + " says nothing about a flow" + times(lines.count())));
        tally.refused().forEach((reason, lines) -> problems.error("LOG_LINE", lines.first(),
                reason + times(lines.count()), ""));
        if (tally.flows() == 0 && !problems.hasErrors()) {
            problems.error("NO_FLOWS", SourceLocation.startOf(logs.getFirst().toString()),
                    "no line here is about a flow", "name files of logs, or folders with such files");
        }
        Problems.print(problems, streams);
        if (tally.flows() > 0) {
            print(ReplayRow.of(tally, replay.rules()));
        }
        return problems.hasErrors() ? ExitCode.WRONG_INPUT
                : tally.changed() > 0 ? ExitCode.SOMETHING_TO_SEE : ExitCode.CLEAN;
    }

    private static String times(long count) {
        return count == 1 ? "" : String.format(Locale.ROOT, " (and %,d like it)", count - 1);
    }

    private void showProgress(long lines) {
        if (streams.coloured() && lines >= PROGRESS_STEP) {
            streams.err().print(String.format(Locale.ROOT, "\r%,d lines", lines));
            streams.err().flush();
        }
    }

    private void print(ReplayRow row) {
        if (output.isJson()) {
            streams.out().println(JsonText.of(row));
        } else {
            ReplayText.print(row, streams);
        }
    }

    private List<Path> files(Diagnostics diagnostics) {
        List<Path> files = new ArrayList<>();
        for (Path path : logs) {
            try {
                files.addAll(LogFolder.files(path));
            } catch (IOException e) {
                diagnostics.error("UNREADABLE_FILE", SourceLocation.startOf(path.toString()),
                        "this folder cannot be read: " + e.getMessage(), "");
            }
        }
        return files;
    }

    private Resolutions resolutions() {
        try {
            return Resolutions.parse(resolve);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
