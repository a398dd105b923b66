package dev.sekisho.simulator.log;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpProtocol;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the comma-separated tuples of flow logs (`LOG-8`, `LOG-9`).
final class FlowTuples {
    private static final int NSG_VERSION_1 = 8;
    private static final int NSG_VERSION_2 = 13;
    private static final int VNET = 13;

    /// Times below are seconds, because the same number of milliseconds would lie before 1974 (`LOG-9`).
    private static final long FIRST_MILLIS = 100_000_000_000L;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Map<String, String> DIRECTIONS = Map.of("I", "Inbound", "O", "Outbound");
    private static final Map<String, String> NSG_PROTOCOLS = Map.of("T", "TCP", "U", "UDP");
    private static final Map<String, String> DECISIONS = Map.of("A", "Allow", "D", "Deny");
    private static final Set<String> NSG_STATES = Set.of("B", "C", "E");
    private static final Set<String> VNET_STATES = Set.of("B", "C", "E", "D");
    private static final Set<String> ENCRYPTIONS = Set.of("X", "NX", "NX_HW_NOT_SUPPORTED", "NX_SW_NOT_READY",
            "NX_NOT_ACCEPTED", "NX_NOT_SUPPORTED", "NX_LOCAL_DST", "NX_FALLBACK");
    private static final List<LogField> STATISTICS = List.of(LogField.PACKETS_SENT, LogField.BYTES_SENT,
            LogField.PACKETS_RECEIVED, LogField.BYTES_RECEIVED);

    private final String[] parts;
    private final LogLine.Builder line = new LogLine.Builder();
    private Optional<String> problem = Optional.empty();

    private FlowTuples(String text) {
        parts = text.strip().split(",", -1);
    }

    static LogReading readNsg(String text) {
        FlowTuples tuple = new FlowTuples(text);
        int count = tuple.parts.length;
        if (count < NSG_VERSION_1 || count > NSG_VERSION_2) {
            return new LogReading.Refused(
                    "a tuple has " + NSG_VERSION_1 + " to " + NSG_VERSION_2 + " parts, not " + count);
        }
        tuple.number(0, LogField.EPOCH_SECONDS);
        tuple.endpoints();
        tuple.word(5, LogField.PROTOCOL, NSG_PROTOCOLS);
        tuple.word(6, LogField.DIRECTION, DIRECTIONS);
        tuple.word(7, LogField.DECISION, DECISIONS);
        if (count > NSG_VERSION_1) {
            tuple.oneOf(8, LogField.STATE, NSG_STATES);
        }
        tuple.statistics(9);
        return tuple.result();
    }

    static LogReading readVnet(String text) {
        FlowTuples tuple = new FlowTuples(text);
        if (tuple.parts.length != VNET) {
            return new LogReading.Refused("a tuple has " + VNET + " parts, not " + tuple.parts.length);
        }
        boolean seconds = NUMBER.matcher(tuple.parts[0]).matches() && Long.parseLong(tuple.parts[0]) < FIRST_MILLIS;
        tuple.number(0, seconds ? LogField.EPOCH_SECONDS : LogField.EPOCH_MILLIS);
        tuple.endpoints();
        tuple.protocolNumber(5);
        tuple.word(6, LogField.DIRECTION, DIRECTIONS);
        tuple.oneOf(7, LogField.STATE, VNET_STATES);
        tuple.oneOf(8, LogField.ENCRYPTION, ENCRYPTIONS);
        tuple.statistics(9);
        return tuple.result();
    }

    private void endpoints() {
        address(1, LogField.SRC_IP);
        address(2, LogField.DST_IP);
        port(3, LogField.SRC_PORT);
        port(4, LogField.DST_PORT);
    }

    private void statistics(int from) {
        for (int i = from; i < parts.length; i++) {
            if (!parts[i].isEmpty()) {
                number(i, STATISTICS.get(i - from));
            }
        }
    }

    private void number(int index, LogField field) {
        if (NUMBER.matcher(parts[index]).matches()) {
            line.put(field, Long.toString(Long.parseLong(parts[index])));
        } else {
            refuse(index, field, "a number");
        }
    }

    private void port(int index, LogField field) {
        number(index, field);
        if (NUMBER.matcher(parts[index]).matches() && Long.parseLong(parts[index]) > 65_535) {
            refuse(index, field, "a port");
        }
    }

    private void address(int index, LogField field) {
        Optional<IpAddress> address = IpAddress.tryParse(parts[index]);
        if (address.isPresent()) {
            line.put(field, address.get().toString());
        } else {
            refuse(index, field, "an address");
        }
    }

    private void protocolNumber(int index) {
        boolean valid = NUMBER.matcher(parts[index]).matches() && Long.parseLong(parts[index]) <= 255;
        if (valid) {
            line.put(LogField.PROTOCOL, new IpProtocol(Integer.parseInt(parts[index])).toString());
        } else {
            refuse(index, LogField.PROTOCOL, "a protocol number");
        }
    }

    private void word(int index, LogField field, Map<String, String> words) {
        String word = words.get(parts[index]);
        if (word != null) {
            line.put(field, word);
        } else {
            refuse(index, field, "one of " + words.keySet().stream().sorted().toList());
        }
    }

    private void oneOf(int index, LogField field, Set<String> words) {
        if (words.contains(parts[index])) {
            line.put(field, parts[index]);
        } else {
            refuse(index, field, "one of " + words.stream().sorted().toList());
        }
    }

    private void refuse(int index, LogField field, String expected) {
        problem = problem.or(() -> Optional.of("part " + (index + 1) + " (" + field + ") is not " + expected));
    }

    private LogReading result() {
        return problem.<LogReading>map(LogReading.Refused::new).orElseGet(line::build);
    }
}
