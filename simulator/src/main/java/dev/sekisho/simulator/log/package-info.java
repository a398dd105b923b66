/// Reads single lines of Azure's traffic logs: messages of the legacy firewall log, and the flow tuples of network
/// security groups and virtual networks.
///
/// Start at [LogFormat]. A line becomes a [LogLine] or a [LogReading.Refused] that says why; nothing throws. Depends on
/// `address` alone.
@NullMarked
package dev.sekisho.simulator.log;

import org.jspecify.annotations.NullMarked;
