package dev.sekisho.benchmarks.input;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/// Arguments and files that make no sense end a command with a sentence and exit code 2, not with a stack trace.
public final class WrongInput {
    private WrongInput() {}

    /// Handles what a command throws, for picocli.
    ///
    /// @throws Exception what is no mistake of the user
    public static int report(Exception failure, CommandLine command, ParseResult arguments) throws Exception {
        String message = switch (failure) {
            case NoSuchFileException missing -> "there is no file " + missing.getFile();
            case IllegalArgumentException wrong -> String.valueOf(wrong.getMessage());
            case IOException unreadable -> String.valueOf(unreadable.getMessage());
            default -> throw failure;
        };
        command.getErr().println(command.getCommandName() + ": " + message);
        return CommandLine.ExitCode.USAGE;
    }
}
