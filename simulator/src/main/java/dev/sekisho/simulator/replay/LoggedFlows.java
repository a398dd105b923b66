package dev.sekisho.simulator.replay;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.traffic.ApplicationData;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.log.LogField;
import dev.sekisho.simulator.log.LogLine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes flows of the lines of logs.
///
/// The source is who the logging device saw: a firewall sees the node of a pod wherever the pod's address is translated
/// (`R-23`, `LOG-10`). A line without a name gives a flow without one.
final class LoggedFlows {
    private static final long SECOND = 1000;
    private static final int TLS = 443;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");
    private static final Set<String> GOES_ON = Set.of("C", "E");
    private static final List<LogField> RULE = List.of(LogField.POLICY, LogField.RULE_COLLECTION_GROUP,
            LogField.RULE_COLLECTION, LogField.RULE);
    private static final List<LogField> BYTES = List.of(LogField.BYTES_SENT, LogField.BYTES_RECEIVED);

    private final LogLine line;
    private final SourceLocation at;

    private LoggedFlows(LogLine line, SourceLocation at) {
        this.line = line;
        this.at = at;
    }

    /// What a line says.
    sealed interface Found {
        record One(LoggedFlow flow) implements Found {}

        /// The line is about no flow whose fate could be compared.
        ///
        /// @param what what it is, in a few words
        record Nothing(String what) implements Found {}
    }

    static Found of(LogLine line, SourceLocation at) {
        return new LoggedFlows(line, at).found();
    }

    private Found found() {
        Optional<Said> said = said();
        boolean goesSomewhere = has(LogField.DST_IP) || has(LogField.FQDN);
        if (said.isEmpty()) {
            return new Found.Nothing(has(LogField.ACTION) ? "an alert"
                    : has(LogField.FQDN) && !has(LogField.DST_IP) ? "a DNS query" : "a record without an action");
        }
        if (!goesSomewhere) {
            return new Found.Nothing("a request without a destination");
        }
        Optional<IpAddress> source = line.get(LogField.SRC_IP).flatMap(IpAddress::tryParse);
        Optional<Spoken> spoken = line.get(LogField.PROTOCOL).flatMap(this::spoken);
        if (source.isEmpty() || spoken.isEmpty()) {
            return new Found.Nothing(source.isEmpty() ? "a line without a source" : "a line without a protocol");
        }
        OptionalInt port = number(LogField.DST_PORT).stream().filter(number -> number <= PortRange.HIGHEST)
                .mapToInt(Math::toIntExact).findFirst();
        if (spoken.get().transport().hasPorts() && port.isEmpty()) {
            return new Found.Nothing("a line without a port");
        }
        return new Found.One(new LoggedFlow(flow(source.get(), spoken.get(), port), said.get(), rule(), millis(),
                BYTES.stream().mapToLong(field -> number(field).orElse(0)).sum(),
                line.get(LogField.STATE).filter(GOES_ON::contains).isPresent(), at));
    }

    /// Alerts are logged beside the record of the rule that let the flow through (`LOG-6`); translations have no action
    /// (`LOG-3`).
    private Optional<Said> said() {
        if (has(LogField.DIRECTION)) {
            boolean dropped = line.get(LogField.DECISION).filter("Deny"::equals).isPresent()
                    || line.get(LogField.STATE).filter("D"::equals).isPresent();
            return Optional.of(dropped ? Said.DROPPED_BY_SECURITY_GROUP : Said.ALLOWED_BY_SECURITY_GROUPS);
        }
        String action = line.get(LogField.ACTION).orElse(has(LogField.TRANSLATED_IP) ? "DNAT" : "");
        return switch (action.toLowerCase(Locale.ROOT)) {
            case "allow", "dnat" -> Optional.of(Said.ALLOWED_BY_FIREWALL);
            case "deny", "drop" -> Optional.of(Said.DENIED_BY_FIREWALL);
            default -> Optional.empty();
        };
    }

    private record Spoken(IpProtocol transport, Optional<ApplicationData.Protocol> application) {}

    /// Inspected requests are logged with the version of HTTP (`LOG-2`).
    private Optional<Spoken> spoken(String protocol) {
        if (protocol.startsWith("HTTP/")) {
            boolean tls = line.get(LogField.DST_PORT).filter(Integer.toString(TLS)::equals).isPresent();
            return spoken(tls ? "HTTPS" : "HTTP");
        }
        return Stream.of(ApplicationData.Protocol.values()).filter(each -> each.name().equals(protocol)).findFirst()
                .map(application -> new Spoken(IpProtocol.TCP, Optional.of(application)))
                .or(() -> IpProtocol.tryParse(protocol).map(transport -> new Spoken(transport, Optional.empty())));
    }

    private Flow flow(IpAddress source, Spoken spoken, OptionalInt port) {
        Optional<String> shown = line.get(LogField.FQDN);
        Optional<IpAddress> address = line.get(LogField.DST_IP).or(() -> shown).flatMap(IpAddress::tryParse);
        Optional<String> name = shown.filter(text -> IpAddress.tryParse(text).isEmpty());
        Optional<ApplicationData> application = spoken.application()
                .map(protocol -> shown(protocol, name, port.orElse(0)));
        Flow flow = new Flow(source, address, name, spoken.transport(),
                spoken.transport().hasPorts() ? port : OptionalInt.empty(), application, Flow.Marks.NONE);
        return has(LogField.TRANSLATED_IP) ? flow.fromOutside() : flow;
    }

    private ApplicationData shown(ApplicationData.Protocol protocol, Optional<String> name, int port) {
        ApplicationData usual = ApplicationData.shownBy(protocol, name, port);
        return new ApplicationData(protocol, usual.sni(), usual.host(), line.get(LogField.URL));
    }

    private String rule() {
        return RULE.stream().flatMap(field -> line.get(field).stream()).collect(Collectors.joining("/"));
    }

    private OptionalLong millis() {
        OptionalLong millis = number(LogField.EPOCH_MILLIS);
        return millis.isPresent() ? millis
                : number(LogField.EPOCH_SECONDS).stream().map(seconds -> seconds * SECOND).findFirst();
    }

    private boolean has(LogField field) {
        return line.get(field).isPresent();
    }

    private OptionalLong number(LogField field) {
        return line.get(field).filter(text -> NUMBER.matcher(text).matches()).stream().mapToLong(Long::parseLong)
                .findFirst();
    }
}
