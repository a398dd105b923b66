package dev.sekisho.simulator.cases;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.log.LogFormat;
import java.util.Optional;

/// What a case asks about.
public sealed interface CaseInput {
    /// The configuration itself.
    enum Configuration implements CaseInput {
        CONFIGURATION
    }

    /// An address that a subnet sends to.
    ///
    /// @param source an address in the subnet; absent where the environment has one subnet only
    record Destination(Optional<IpAddress> source, IpAddress address) implements CaseInput {}

    /// A flow.
    ///
    /// @param pod whether its source is a pod (`podIp`), whose address the network may translate (`R-23`)
    record Traffic(Flow flow, boolean pod) implements CaseInput {}

    /// A log line.
    record Line(LogFormat format, String text) implements CaseInput {}
}
