package dev.sekisho.cli.command;

import dev.sekisho.cli.json.JsonText;
import dev.sekisho.cli.terminal.Streams;
import dev.sekisho.simulator.compiled.synthetic.Estate;
import dev.sekisho.simulator.compiled.synthetic.Measurement;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `sekisho bench`.
@Command(name = "bench", description = {
        "Measures this machine on a generated network with a large rule set: how long its tables take to make, how large "
                + "they are, and how many flows a second they judge.",
        "Some outcomes are compared with the interpreter's first. The rules and flows are the same on every machine."})
final class BenchCommand implements Callable<Integer> {
    private static final long SEED = 42;

    private final Streams streams;

    @Spec
    private CommandSpec spec;

    @Option(names = "--rules", paramLabel = "N", defaultValue = "1000", description = "How many rules the firewall has (default: ${DEFAULT-VALUE}).")
    private int rules;

    @Option(names = "--flows", paramLabel = "N", defaultValue = "2000000", description = "How many flows to judge (default: ${DEFAULT-VALUE}).")
    private long flows;

    @Mixin
    private OutputOption output;

    BenchCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (rules < 1 || flows < 1) {
            throw new ParameterException(spec.commandLine(), "--rules and --flows must be at least 1");
        }
        Measurement measured = Measurement.of(new Estate(rules, SEED), flows,
                Runtime.getRuntime().availableProcessors());
        if (output.isJson()) {
            streams.out().println(JsonText.of(fields(measured)));
        } else {
            fields(measured).forEach((name, value) -> streams.out().println(
                    value instanceof Number number
                            ? String.format(Locale.ROOT, "%-24s %,15d", name, number.longValue())
                            : String.format(Locale.ROOT, "%-24s %s", name, value)));
        }
        return ExitCode.CLEAN;
    }

    private static SequencedMap<String, Object> fields(Measurement measured) {
        SequencedMap<String, Object> fields = new LinkedHashMap<>();
        fields.put("rules", measured.estate().rules());
        fields.put("seed", measured.estate().seed());
        fields.put("flows", measured.flows());
        fields.put("compileMillis", measured.compileMillis());
        fields.put("tableBytes", measured.tableBytes());
        fields.put("flowsPerSecond", measured.onOneThread());
        fields.put("threads", measured.threads());
        fields.put("flowsPerSecondThreads", measured.onAllThreads());
        fields.put("interpreted", measured.interpreted());
        fields.put("compared", measured.compared());
        fields.put("jvm", System.getProperty("java.vm.version", ""));
        fields.put("system", System.getProperty("os.name", "") + " " + System.getProperty("os.arch", ""));
        return fields;
    }
}
