package dev.sekisho.cli.command;

/// What a command tells the shell.
public final class ExitCode {
    /// Done, and everything is in order.
    public static final int CLEAN = 0;
    /// Done, and there is something to see: a blocked requirement, a failed test, a difference.
    public static final int SOMETHING_TO_SEE = 1;
    /// Wrong usage, input that cannot be read, or a place that cannot be written.
    public static final int WRONG_INPUT = 2;
    /// A fault of Sekisho itself.
    public static final int FAULT = 70;

    private ExitCode() {}
}
