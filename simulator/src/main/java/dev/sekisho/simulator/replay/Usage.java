package dev.sekisho.simulator.replay;

import java.util.OptionalLong;

/// How often something was logged.
///
/// Belongs to one thread.
public final class Usage {
    private long flows;
    private long bytes;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    void count(LoggedFlow logged) {
        flows++;
        bytes += logged.bytes();
        logged.millis().ifPresent(millis -> {
            first = Math.min(first, millis);
            last = Math.max(last, millis);
        });
    }

    void add(Usage other) {
        flows += other.flows;
        bytes += other.bytes;
        first = Math.min(first, other.first);
        last = Math.max(last, other.last);
    }

    /// The number of lines about flows.
    public long flows() {
        return flows;
    }

    /// Bytes sent and received, as far as the logs count them.
    public long bytes() {
        return bytes;
    }

    /// The first moment, in milliseconds since 1970.
    public OptionalLong first() {
        return first == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(first);
    }

    /// The last moment, in milliseconds since 1970.
    public OptionalLong last() {
        return last == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(last);
    }
}
