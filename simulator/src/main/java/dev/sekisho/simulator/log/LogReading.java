package dev.sekisho.simulator.log;

/// What came of reading one line.
public sealed interface LogReading permits LogLine, LogReading.Refused {

    /// The line is not of the expected format.
    ///
    /// @param reason why not, one clause
    record Refused(String reason) implements LogReading {}
}
