package dev.sekisho.simulator.verdict;

import java.util.List;
import java.util.Optional;

/// What the firewall saw and logged beside its decision.
///
/// @param alerts records of threat intelligence and intrusion detection that did not stop the traffic
/// @param tlsInspected whether the firewall decrypted the traffic
/// @param logs tables that get a record of the flow, in the order in which they do (`LOG-6`)
/// @param webCategory category of the host, where the deciding rule names categories (`FW-41`)
public record Observations(List<Alert> alerts, List<LogTable> logs, boolean tlsInspected,
        Optional<String> webCategory) {
    /// Nothing special.
    public static final Observations NONE = new Observations(List.of(), List.of(), false, Optional.empty());

    public Observations {
        alerts = List.copyOf(alerts);
        logs = List.copyOf(logs);
    }
}
