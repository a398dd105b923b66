package dev.sekisho.benchmarks.contest;

import dev.sekisho.benchmarks.work.JavaSide;
import dev.sekisho.benchmarks.work.Made;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Lets both sides of a row answer in turn, round by round, each in a process of its own on the same processor: what disturbs
/// the machine disturbs both.
///
/// @param programs folder of the peers' programs in C
/// @param starts how often both processes are started anew
/// @param rounds how often each answers all questions in a start
/// @param processors how many processors the machine has; rows of several threads use all of them, the others the last one
/// @param settleMillis how long our side makes its table again, and then answers, before it counts: the compiler is done by then
/// @param patience for how many seconds to wait until a side has made its table
public record Contest(Path programs, int starts, int rounds, int processors, int settleMillis, int patience) {
    /// A row with a side that takes so long to make its table, or fails, is not started again.
    private static final double LONG_MILLIS = 5_000;

    /// Runs a row. A side that fails says why on standard error.
    public Result run(Row row) {
        List<Made> theirs = new ArrayList<>();
        List<Made> ours = new ArrayList<>();
        List<Double> theirRounds = new ArrayList<>();
        List<Double> ourRounds = new ArrayList<>();
        boolean again = true;
        for (int start = 0; start < starts && again; start++) {
            Optional<Side> peer = row.peer().flatMap(contestant -> start(contestant, row));
            Optional<Side> own = sharesProcess(row) ? peer : start(row.ours(), row);
            try {
                for (int round = 0; round < rounds; round++) {
                    if (peer.isPresent()) {
                        theirRounds.add(peer.get().round(threads(row.peer())));
                    }
                    if (own.isPresent()) {
                        ourRounds.add(own.get().round(row.ours().threads()));
                    }
                }
            } catch (IOException e) {
                System.err.println(row.question() + ": " + e.getMessage());
            }
            peer.ifPresent(side -> theirs.add(side.made()));
            own.ifPresent(side -> ours.add(side.made()));
            peer.ifPresent(Side::close);
            own.ifPresent(Side::close);
            again = peer.isPresent() && own.isPresent() && !takesLong(theirs) && !takesLong(ours);
        }
        long sums = Stream.concat(theirs.stream(), ours.stream()).map(Made::checksum).distinct()
                .count();
        return new Result(row.question(), row.mark(), row.peer().map(Contestant::name).orElse(""),
                score(theirs, theirRounds),
                score(ours, ourRounds), sums <= 1);
    }

    private static boolean takesLong(List<Made> made) {
        return made.stream().anyMatch(table -> table.buildMillis() > LONG_MILLIS);
    }

    private static boolean sharesProcess(Row row) {
        return row.peer().filter(contestant -> contestant.sameProgram(row.ours())).isPresent();
    }

    private static int threads(Optional<Contestant> contestant) {
        return contestant.map(Contestant::threads).orElse(1);
    }

    private static Optional<Score> score(List<Made> made, List<Double> rounds) {
        return rounds.isEmpty() ? Optional.empty() : Optional.of(Score.of(made, rounds));
    }

    private Optional<Side> start(Contestant contestant, Row row) {
        if (contestant.language() == Contestant.Language.C
                && !Files.isExecutable(programs.resolve(contestant.work()))) {
            return Optional.empty();
        }
        try {
            return Optional
                    .of(Side.start(command(contestant, pinning(row)), Map.of("PEER_CORE", lastProcessor()),
                            patience));
        } catch (IOException e) {
            System.err.println(row.question() + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    /// The first one is busier with the system's own work.
    private String lastProcessor() {
        return Integer.toString(processors - 1);
    }

    private List<String> pinning(Row row) {
        boolean oneThread = threads(row.peer()) == 1 && row.ours().threads() == 1;
        String cores = oneThread ? lastProcessor() : "0-" + lastProcessor();
        return Files.isExecutable(Path.of("/usr/bin/taskset")) ? List.of("taskset", "-c", cores) : List.of();
    }

    private List<String> command(Contestant contestant, List<String> pinning) {
        List<String> command = new ArrayList<>(pinning);
        switch (contestant.language()) {
            case C -> command.add(programs.resolve(contestant.work()).toString());
            case JAVA -> {
                command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC", "-XX:+UseTransparentHugePages", "-Xms2g", "-Xmx8g",
                        "-D" + JavaSide.SETTLE + "=" + settleMillis, "-cp",
                        System.getProperty("java.class.path"), JavaSide.class.getName(), contestant.work()));
            }
        }
        contestant.inputs().forEach(input -> command.add(input.toString()));
        return command;
    }
}
