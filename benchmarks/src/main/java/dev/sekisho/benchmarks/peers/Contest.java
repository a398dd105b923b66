package dev.sekisho.benchmarks.peers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs both sides of a row alternately, each in a process of its own on one core, and compares.
final class Contest {
    private final Path programs;
    private final int turns;
    private final int rounds;
    private final String core;

    /// @param programs folder of the peers' programs
    /// @param turns how often each side has its turn
    /// @param rounds how often it answers all questions in a turn
    /// @param core the processor that both run on
    Contest(Path programs, int turns, int rounds, String core) {
        this.programs = programs;
        this.turns = turns;
        this.rounds = rounds;
        this.core = core;
    }

    /// What came of a row.
    ///
    /// @param peer the peer's turns; empty where the peer is not there
    /// @param ours our turns
    record Result(Row row, List<Measurement> peer, List<Measurement> ours) {
        boolean sameAnswers() {
            long checksum = ours.getFirst().checksum();
            return peer.stream().allMatch(turn -> turn.checksum() == checksum)
                    && ours.stream().allMatch(turn -> turn.checksum() == checksum);
        }

        /// The peer's time by ours: above 1 where we are faster.
        double ratio() {
            return nanos(peer) / nanos(ours);
        }

        static double nanos(List<Measurement> turns) {
            return Measurement.median(turns.stream().map(Measurement::medianNanos).toList());
        }

        static double best(List<Measurement> turns) {
            return turns.stream().flatMap(turn -> turn.nanos().stream()).mapToDouble(d -> d).min().orElseThrow();
        }

        static double buildMillis(List<Measurement> turns) {
            return Measurement.median(turns.stream().map(Measurement::buildMillis).toList());
        }
    }

    Result run(Row row) throws IOException, InterruptedException {
        Path program = programs.resolve(row.peer());
        List<Measurement> peer = new ArrayList<>();
        List<Measurement> ours = new ArrayList<>();
        for (int turn = 0; turn < turns; turn++) {
            if (Files.isExecutable(program)) {
                run(List.of("taskset", "-c", core, program.toString(), row.table().toString(),
                        row.questions().toString(), Integer.toString(rounds))).ifPresent(peer::add);
            }
            ours(row, core, 1).ifPresent(ours::add);
        }
        return new Result(row, peer, ours);
    }

    /// How many times more questions two threads answer on two cores than one thread on one.
    double scaling(Row row) throws IOException, InterruptedException {
        List<Double> ratios = new ArrayList<>();
        for (int turn = 0; turn < turns; turn++) {
            Measurement one = ours(row, "0,1", 1).orElseThrow();
            Measurement two = ours(row, "0,1", 2).orElseThrow();
            ratios.add(2 * one.medianNanos() / two.medianNanos());
        }
        return Measurement.median(ratios);
    }

    private Optional<Measurement> ours(Row row, String cores, int threads) throws IOException, InterruptedException {
        return run(List.of("taskset", "-c", cores, Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:+UseTransparentHugePages", "-Xms2g", "-Xmx6g", "-cp",
                System.getProperty("java.class.path"), OurSide.class.getName(), row.work(), row.table().toString(),
                row.questions().toString(), Integer.toString(rounds), Integer.toString(threads)));
    }

    /// Runs a program. One that fails says why on standard error, and its row goes without it.
    private Optional<Measurement> run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(Map.of("PEER_CORE", core));
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            System.err.println("failed: " + String.join(" ", command));
            return Optional.empty();
        }
        return Optional.of(Measurement.parse(output));
    }
}
