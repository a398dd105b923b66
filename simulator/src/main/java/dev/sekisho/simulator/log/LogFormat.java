package dev.sekisho.simulator.log;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The formats of log lines.
public enum LogFormat {
    /// The message of a legacy firewall record: `properties.msg`, in Log Analytics `msg_s` (`LOG-7`).
    AZURE_DIAGNOSTICS("azureDiagnostics") {
        @Override
        public LogReading read(String line) {
            return FirewallMessage.read(line);
        }
    },
    /// A tuple of a network security group's flow log, version 1 or 2 (`LOG-8`).
    NSG_FLOW_TUPLE("nsgFlowTuple") {
        @Override
        public LogReading read(String line) {
            return FlowTuples.readNsg(line);
        }
    },
    /// A tuple of a virtual network's flow log (`LOG-9`).
    VNET_FLOW_TUPLE("vnetFlowTuple") {
        @Override
        public LogReading read(String line) {
            return FlowTuples.readVnet(line);
        }
    },
    /// A whole record in JSON that says one thing: a firewall's, or a flow log's with a single tuple (`LOG-1` to `LOG-9`).
    RECORD("record") {
        @Override
        public LogReading read(String line) {
            List<LogReading> readings = LogRecords.read(line);
            return readings.size() == 1 ? readings.getFirst()
                    : new LogReading.Refused("the record says " + readings.size() + " things, not one");
        }
    };

    private final String text;

    LogFormat(String text) {
        this.text = text;
    }

    /// Reads one line.
    public abstract LogReading read(String line);

    /// Returns the name that files use.
    public String text() {
        return text;
    }

    /// Returns the format of that name.
    public static Optional<LogFormat> named(String text) {
        return Arrays.stream(values()).filter(format -> format.text.equals(text)).findFirst();
    }

    @Override
    public String toString() {
        return text;
    }
}
