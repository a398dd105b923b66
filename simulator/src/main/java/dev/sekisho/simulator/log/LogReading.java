package dev.sekisho.simulator.log;

/// What came of reading one line.
public sealed interface LogReading permits LogLine, LogReading.Refused, LogReading.PassedOver {

    /// The line is not of the expected format.
    ///
    /// @param reason why not, one clause
    record Refused(String reason) implements LogReading {}

    /// The line is a sound record of something else.
    ///
    /// @param what what it is, in a few words
    record PassedOver(String what) implements LogReading {}
}
