package dev.sekisho.simulator.replay;

import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.traffic.Flow;
import java.util.Comparator;
import java.util.OptionalLong;

/// A flow that a log knows.
///
/// @param said what became of it
/// @param by the rule that the log names, from policy to rule as far as it says; empty where it names none
/// @param millis when, in milliseconds since 1970
/// @param bytes sent and received since the last line about it; 0 where the log does not count
/// @param continued whether the line goes on about a flow that began before (`LOG-8`, `LOG-9`)
/// @param at where the log says so
public record LoggedFlow(Flow flow, Said said, String by, OptionalLong millis, long bytes, boolean continued,
        SourceLocation at) {
    private static final Comparator<LoggedFlow> PLACE = Comparator.comparing(LoggedFlow::at, SourceLocation.ORDER);

    /// Returns the one that stands first, in the order of files and lines.
    static LoggedFlow earlier(LoggedFlow one, LoggedFlow other) {
        return PLACE.compare(other, one) < 0 ? other : one;
    }
}
