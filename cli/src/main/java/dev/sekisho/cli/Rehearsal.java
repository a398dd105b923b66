package dev.sekisho.cli;

import dev.sekisho.cli.terminal.Streams;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;

/// Runs typical command lines in one process and throws their output away.
///
/// The launcher runs this once after a build, so that the JVM can record what it loads and start faster from then on.
/// Nothing depends on how the commands end.
final class Rehearsal {
    private Rehearsal() {}

    /// Takes the folder of the checkout and an empty folder for files that the commands write.
    static void main(String[] args) {
        Path checkout = Path.of(args[0]);
        Path scratch = Path.of(args[1]);
        for (List<String> command : commands(checkout, scratch)) {
            PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
            Main.run(new Streams(nowhere, nowhere, false), command.toArray(String[]::new));
        }
    }

    private static List<List<String>> commands(Path checkout, Path scratch) {
        String small = checkout.resolve("samples/private-cluster/cluster.yaml").toString();
        String large = checkout.resolve("samples/monitoring-policy-defender/cluster.yaml").toString();
        Path written = scratch.resolve("text");
        String environment = written.resolve("sekisho/environment.yaml").toString();
        return List.of(List.of("--version"), List.of("--help"), List.of("generate", "--help"),
                List.of("no-such-command"), List.of("generate", small, "-o", written.toString()),
                List.of("generate", large, "-o", scratch.resolve("json").toString(), "--output", "json"),
                List.of("check", small, "--env", environment), List.of("inspect", "--env", environment),
                List.of("trace", "--env", environment, "--from", "10.42.1.4", "--to", "mcr.microsoft.com:443"),
                List.of("catalog", "list"));
    }
}
