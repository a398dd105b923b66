package dev.sekisho.benchmarks.peers;

import dev.sekisho.benchmarks.contest.Contest;
import dev.sekisho.benchmarks.contest.InputFiles;
import dev.sekisho.benchmarks.contest.Result;
import dev.sekisho.benchmarks.contest.Row;
import dev.sekisho.benchmarks.input.PrefixFile;
import dev.sekisho.benchmarks.input.PrefixTables;
import dev.sekisho.benchmarks.input.WrongInput;
import dev.sekisho.model.address.Ipv4Prefix;
import dev.sekisho.model.address.Ipv6Prefix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Makes the inputs, lets both sides of each row answer, and prints the table.
@Command(name = "benchmarks/peers", mixinStandardHelpOptions = true, sortOptions = false, description = {
        "Compares the compiled engine with the leaders of its field, side by side in one run.",
        "Ratio: the peer's time by ours, medians of all rounds; above 1 we are faster."})
public final class Peers implements Callable<Integer> {
    private static final int FULL_TABLE = 900_000;
    private static final int FULL_TABLE_6 = 160_000;
    private static final List<String> ALL = List.of("");
    private static final int SETTLE_MILLIS = 2_000;

    @Option(names = "--prefixes", paramLabel = "FILE", description = "a routing table, one prefix on a line (.gz, .xz); without it tables are made from the seed")
    private @Nullable Path prefixes;

    @Option(names = "--rules", paramLabel = "FILE", arity = "1..*", description = "rules in ClassBench's form (.gz); rules of sizes that no file has are made from the seed")
    private List<Path> ruleFiles = List.of();

    @Option(names = "--only", paramLabel = "TEXT", arity = "1..*", description = "only rows whose question has one of these texts")
    private List<String> only = ALL;

    @Option(names = "--list", description = "list the rows, measure nothing")
    private boolean list;

    @Option(names = "--seed", defaultValue = "1", description = "seed of what is made (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--questions", defaultValue = "4194304", description = "addresses in a round; packets and names are fewer (default: ${DEFAULT-VALUE})")
    private int questions;

    @Option(names = "--rounds", defaultValue = "15", description = "rounds of each side in a start (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--starts", defaultValue = "2", description = "starts of each side (default: ${DEFAULT-VALUE})")
    private int starts;

    @Option(names = "--processors", paramLabel = "N", defaultValue = "1", hidden = true)
    private int processors;

    @Option(names = "--patience", paramLabel = "SECONDS", defaultValue = "90", description = "how long to wait until a side has made its table (default: ${DEFAULT-VALUE})")
    private int patience;

    @Option(names = "--programs", required = true, hidden = true)
    private Path programs = Path.of("");

    @Option(names = "--provenance", defaultValue = "", hidden = true)
    private String provenance = "";

    @Option(names = "--results", paramLabel = "FILE", hidden = true)
    private @Nullable Path results;

    /// Runs the comparison: exit code 1 where answers differ or a side of ours failed, 2 for arguments that make no sense.
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Peers()).setExecutionExceptionHandler(WrongInput::report).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        if (questions < 4096 || rounds < 1 || starts < 1) {
            throw new IllegalArgumentException("at least 4096 questions, 1 round and 1 start make a comparison");
        }
        if (results != null && !only.equals(ALL)) {
            throw new IllegalArgumentException("results are kept of whole runs: leave out --only or --results");
        }
        Path folder = Files.createTempDirectory("peers");
        InputFiles files = new InputFiles(folder, seed);
        try {
            Rows rows = rows(files);
            List<Rows.Planned> chosen = rows.all().stream()
                    .filter(row -> only.stream().anyMatch(row.question()::contains)).toList();
            if (list) {
                chosen.forEach(row -> System.out.println(row.question()));
                return CommandLine.ExitCode.OK;
            }
            if (chosen.isEmpty()) {
                throw new IllegalArgumentException("no row has " + String.join(" or ", only) + "; --list shows them");
            }
            return compare(chosen, files);
        } finally {
            files.clear();
            Files.delete(folder);
        }
    }

    private int compare(List<Rows.Planned> rows, InputFiles files) throws IOException {
        Contest contest = new Contest(programs, starts, rounds, processors, SETTLE_MILLIS, patience);
        List<Result> done = new ArrayList<>();
        System.out.println(ResultTable.heading());
        for (Rows.Planned planned : rows) {
            Row row = planned.open();
            if (row.ours().threads() > processors) {
                System.err.println(row.question() + " is left out: there is only one processor");
                continue;
            }
            Result result = contest.run(row);
            files.clear();
            done.add(result);
            System.out.println(ResultTable.line(result));
            if (results != null) {
                Files.writeString(Path.of(results + ".csv"), ResultFile.text(provenance, done));
                Files.writeString(Path.of(results + ".md"), ResultTable.markdown(provenance, done));
            }
        }
        return done.stream().allMatch(result -> result.sameAnswers() && result.ours().isPresent()) ? 0 : 1;
    }

    private Rows rows(InputFiles files) throws IOException {
        @Nullable PrefixFile given = prefixes != null ? PrefixFile.read(prefixes) : null;
        List<Ipv4Prefix> internet = given != null ? given.ipv4() : PrefixTables.internet(FULL_TABLE, seed);
        List<Ipv6Prefix> internet6 = given != null ? given.ipv6() : PrefixTables.internet6(FULL_TABLE_6, seed);
        Rows rows = new Rows(files, questions);
        rows.routes(internet, internet6);
        rows.rules(ruleFiles);
        rows.routesAndRules(internet);
        rows.names();
        rows.threads(internet);
        return rows;
    }
}
