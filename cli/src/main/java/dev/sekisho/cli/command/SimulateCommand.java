package dev.sekisho.cli.command;

import dev.sekisho.cli.output.StreamedFile;
import dev.sekisho.cli.record.CsvRecords;
import dev.sekisho.cli.record.JsonRecords;
import dev.sekisho.cli.record.RecordFormat;
import dev.sekisho.cli.simulate.FlowPipeline;
import dev.sekisho.cli.simulate.RecordWriter;
import dev.sekisho.cli.simulate.Tally;
import dev.sekisho.cli.terminal.Streams;
import dev.sekisho.cli.text.Problems;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.io.flow.FlowFile;
import dev.sekisho.simulator.compiled.engine.FlowEngine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sekisho simulate`.
@Command(name = "simulate", description = {
        "Says what becomes of each flow of a file: one record a flow, in the order of the file, with the rule, route or "
                + "security group that decided.",
        "Flows are CSV with a header or JSON lines, with the fields src, dst, protocol, port, fqdn and app. Records are CSV, "
                + "or JSON lines with --output json.",
        "The exit code is 0 for every answer, also for Deny and Unknown, and 2 where a line is no flow."})
final class SimulateCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";
    private static final long PROGRESS_STEP = 1_000_000;

    private final Streams streams;

    @Spec
    private CommandSpec spec;

    @Mixin
    private EnvironmentOption environmentOption;

    @Parameters(paramLabel = "FLOWS", description = "The file of flows; - is standard input.")
    private String flows;

    @Option(names = "-o", paramLabel = "FILE", description = "Where to write the records; otherwise to standard output.")
    private Optional<Path> target = Optional
            .empty();

    @Option(names = "--force", description = "Replace an existing file.")
    private boolean force;

    @Option(names = "--resolve", paramLabel = "HOST=IP", description = "An address of a name, for the client and the firewall; may be given several times.")
    private List<String> resolve = new ArrayList<>();

    @Option(names = "--firewall", paramLabel = "NAME", description = "The firewall to ask where no route tells.")
    private Optional<String> firewall = Optional
            .empty();

    @Option(names = "--threads", paramLabel = "N", description = "How many threads evaluate (default: one for each core).")
    private Optional<Integer> threads = Optional
            .empty();

    @Mixin
    private OutputOption output;

    SimulateCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Resolutions resolutions = resolutions();
        Diagnostics diagnostics = new Diagnostics();
        Environment environment = resolutions.addTo(environmentOption.read(diagnostics));
        Problems.print(diagnostics, streams);
        if (diagnostics.hasErrors()) {
            return ExitCode.WRONG_INPUT;
        }
        firewall.ifPresent(name -> EnvironmentOption.requireFirewall(name, environment, spec));
        if (threads.filter(count -> count < 1).isPresent()) {
            throw new ParameterException(spec.commandLine(), "--threads must be at least 1");
        }
        if (target.filter(this::isBarred).isPresent()) {
            return ExitCode.WRONG_INPUT;
        }
        try (InputStream in = open(); FlowFile file = FlowFile.of(in)) {
            file.unusedColumns().forEach(column -> streams.err()
                    .println("sekisho: note: " + flows + ": the column '" + column + "' says nothing about a flow"));
            return simulate(FlowEngine.compile(environment, firewall), file);
        } catch (IllegalArgumentException e) {
            streams.problem(flows + ": " + e.getMessage(), "");
        } catch (NoSuchFileException e) {
            streams.problem(flows + ": there is no such file",
                    "check the spelling of the name; - reads standard input");
        } catch (IOException e) {
            streams.problem(flows + ": " + e.getMessage(), "");
        } catch (UncheckedIOException e) {
            streams.problem(flows + ": " + e.getMessage(), "");
        }
        return ExitCode.WRONG_INPUT;
    }

    /// Says why no records can be put into a file, before any flow is read.
    private boolean isBarred(Path place) {
        Path folder = place.toAbsolutePath().resolve("..").normalize();
        if (Files.isDirectory(place)) {
            streams.problem(place + " is a folder", "name a file in it");
        } else if (!Files.isDirectory(folder)) {
            streams.problem("there is no folder " + folder, "make it first, or name a file elsewhere");
        } else if (!force && Files.exists(place)) {
            streams.problem(place + " is there already", "add --force to replace it");
        } else if (!Files.isWritable(folder)) {
            streams.problem(folder + ": permission denied", "name a file elsewhere");
        } else {
            return false;
        }
        return true;
    }

    private int simulate(FlowEngine engine, FlowFile file) throws IOException {
        RecordFormat format = output.isJson() ? new JsonRecords() : new CsvRecords();
        FlowPipeline pipeline = new FlowPipeline(engine, format,
                threads.orElse(Runtime.getRuntime().availableProcessors()));
        long start = System.nanoTime();
        Tally tally;
        if (target.isPresent()) {
            try (StreamedFile records = StreamedFile.at(target.get())) {
                tally = pipeline.run(file, RecordWriter.to(records.stream()), progress());
                if (tally.unreadable() == 0) {
                    records.finish();
                }
            }
        } else {
            tally = pipeline.run(file, RecordWriter.to(streams.out()), progress());
        }
        summarise(tally, (System.nanoTime() - start) / 1e9);
        return tally.unreadable() == 0 ? ExitCode.CLEAN : ExitCode.WRONG_INPUT;
    }

    private FlowPipeline.Progress progress() {
        return new FlowPipeline.Progress() {
            private long next = PROGRESS_STEP;

            @Override
            public void at(long count) {
                if (count >= next) {
                    next = count + PROGRESS_STEP;
                    if (streams.coloured()) {
                        streams.err().print(String.format(Locale.ROOT, "\r%,d flows", count));
                        streams.err().flush();
                    }
                }
            }
        };
    }

    private void summarise(Tally tally, double seconds) {
        streams.out().flush();
        if (streams.coloured() && tally.flows() >= PROGRESS_STEP) {
            streams.err().print("\r");
        }
        Diagnostics problems = new Diagnostics();
        tally.problems().forEach(problem -> problems.add(Diagnostic.error("FLOW",
                SourceLocation.of(flows, (int) Math.min(problem.line(), Integer.MAX_VALUE), 1), problem.problem())));
        Problems.print(problems, streams);
        long hidden = tally.unreadable() - tally.problems().size();
        if (hidden > 0) {
            streams.err().println("and " + hidden + " more lines that are no flows");
        }
        String results = tally.results().entrySet().stream()
                .map(entry -> String.format(Locale.ROOT, "%s %,d", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
        streams.err().println(String.format(Locale.ROOT,
                "%,d flows%s in %.1f s: %,d decided by tables, %,d like one before, %,d interpreted",
                tally.flows(), results.isEmpty() ? "" : " (" + results + ")", seconds,
                tally.flows() - tally.remembered() - tally.interpreted(), tally.remembered(), tally.interpreted()));
    }

    private InputStream open() throws IOException {
        return flows.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(Path.of(flows));
    }

    private Resolutions resolutions() {
        try {
            return Resolutions.parse(resolve);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
