package dev.sekisho.simulator.replay;

import dev.sekisho.model.address.IpAddress;

/// Logged flows to one destination of which something else becomes: who sent them, how often and when.
///
/// Belongs to one thread.
public final class ReplayedChange {
    private final Key key;
    private final Usage usage = new Usage();
    private final Lowest<IpAddress> sources = new Lowest<>();
    private final Lowest<Integer> ports = new Lowest<>();
    private LoggedFlow witness;

    /// What flows have in common.
    ///
    /// @param destination the name where one is known, otherwise the address
    /// @param protocol what the client speaks: `https`, `tcp` and so on
    /// @param before what became of them
    /// @param beforeBy by what; empty where nothing has a name
    /// @param after what would become of them
    public record Key(String destination, String protocol, String before, String beforeBy, String after,
            String afterBy) {}

    ReplayedChange(Key key, LoggedFlow witness) {
        this.key = key;
        this.witness = witness;
    }

    void count(LoggedFlow logged) {
        usage.count(logged);
        sources.add(logged.flow().source());
        logged.flow().destinationPort().ifPresent(ports::add);
        witness = LoggedFlow.earlier(witness, logged);
    }

    void add(ReplayedChange other) {
        usage.add(other.usage);
        sources.add(other.sources);
        ports.add(other.ports);
        witness = LoggedFlow.earlier(witness, other.witness);
    }

    public Key key() {
        return key;
    }

    public Usage usage() {
        return usage;
    }

    /// Who sent them.
    public Lowest<IpAddress> sources() {
        return sources;
    }

    /// To which ports.
    public Lowest<Integer> ports() {
        return ports;
    }

    /// The flow that the logs name first, in the order of files and lines.
    public LoggedFlow witness() {
        return witness;
    }
}
