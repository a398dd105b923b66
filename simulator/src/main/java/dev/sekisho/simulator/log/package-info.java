/// Reads Azure's traffic logs: records in JSON, messages of the legacy firewall log, and the flow tuples of network
/// security groups and virtual networks.
///
/// Start at [LogFormat] for one line and at [LogRecords] for a file. A line becomes a [LogLine] or a [LogReading.Refused] that says why; nothing throws. Depends on
/// `address`, `diagnostic` and `io.tree` of the rules model.
@NullMarked
package dev.sekisho.simulator.log;

import org.jspecify.annotations.NullMarked;
