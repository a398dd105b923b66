package dev.sekisho.cli;

import dev.sekisho.cli.command.CommandTree;
import dev.sekisho.cli.terminal.Streams;

/// The entry point of the `sekisho` command.
public final class Main {
    private Main() {}

    /// Runs one command line and ends the process with its exit code.
    static void main(String[] args) {
        System.exit(run(Streams.ofProcess(), args));
    }

    /// Runs one command line and returns its exit code; see [dev.sekisho.cli.command.ExitCode].
    public static int run(Streams streams, String... args) {
        try {
            return CommandTree.of(streams).execute(args);
        } finally {
            streams.flush();
        }
    }
}
