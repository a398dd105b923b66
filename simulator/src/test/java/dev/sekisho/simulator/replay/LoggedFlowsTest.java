package dev.sekisho.simulator.replay;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.traffic.ApplicationData;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.Flows;
import dev.sekisho.simulator.log.LogFormat;
import dev.sekisho.simulator.log.LogLine;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

class LoggedFlowsTest {
    private static final SourceLocation HERE = SourceLocation.of("log", 1, 1);

    private static LoggedFlows.Found read(LogFormat format, String line) {
        return LoggedFlows.of(assertInstanceOf(LogLine.class, format.read(line)), HERE);
    }

    private static LoggedFlow flow(LogFormat format, String line) {
        return assertInstanceOf(LoggedFlows.Found.One.class, read(format, line)).flow();
    }

    private static Flow named(String name, ApplicationData.Protocol protocol, int port, Optional<String> url) {
        ApplicationData shown = ApplicationData.shownBy(protocol, Optional.of(name), port);
        return new Flow(IpAddress.parse("10.0.0.5"), Optional.empty(), Optional.of(name), IpProtocol.TCP,
                OptionalInt.of(port), Optional.of(new ApplicationData(protocol, shown.sni(), shown.host(), url)),
                Flow.Marks.NONE);
    }

    @Test
    void aMessageOfAnApplicationRuleShowsItsNameAndUrl() {
        assertEquals(
                new LoggedFlow(
                        named("api.example", ApplicationData.Protocol.HTTP, 8080, Optional.of("api.example:8080/v1")),
                        Said.DENIED_BY_FIREWALL, "", OptionalLong.empty(), 0, false, HERE),
                flow(LogFormat.AZURE_DIAGNOSTICS,
                        "HTTP  request from 10.0.0.5:5000 to api.example:8080. Url: api.example:8080/v1. Action: Deny. "
                                + "No rule matched. Proceeding with default action"));
        assertEquals("p/g/c/r", flow(LogFormat.AZURE_DIAGNOSTICS,
                "HTTPS request from 10.0.0.5:5000 to a.example:443. Action: Allow. Policy: p. Rule Collection Group: g. "
                        + "Rule Collection: c. Rule: r")
                .by());
    }

    @Test
    void aNameThatIsAnAddressIsTheDestination() {
        Flow flow = flow(LogFormat.RECORD, """
                {"category": "AZFWApplicationRule", "properties": {"Protocol": "HTTPS", "SourceIp": "10.0.0.5",
                 "SourcePort": 1, "DestinationPort": 443, "Fqdn": "203.0.113.9", "Action": "Deny"}}""").flow();
        assertEquals(Optional.of(IpAddress.parse("203.0.113.9")), flow.destination());
        assertEquals(Optional.empty(), flow.destinationName());
    }

    @ParameterizedTest
    @CsvSource({"443, HTTPS", "80, HTTP", "8443, HTTP"})
    void inspectedRequestsAreOfTheProtocolOfTheirPort(int port, ApplicationData.Protocol protocol) {
        Flow flow = flow(LogFormat.RECORD, """
                {"category": "AZFWApplicationRule", "properties": {"Protocol": "HTTP/1.1", "SourceIp": "10.0.0.5",
                 "SourcePort": 1, "DestinationPort": %d, "Fqdn": "a.example", "TargetUrl": "a.example/b",
                 "Action": "Allow"}}""".formatted(port)).flow();
        assertEquals(named("a.example", protocol, port, Optional.of("a.example/b")), flow);
    }

    @Test
    void translationsComeFromOutsideAndAreAllowed() {
        LoggedFlow logged = flow(LogFormat.AZURE_DIAGNOSTICS,
                "TCP request from 198.51.100.1:4000 to 20.0.0.10:443 was DNAT'ed to 10.0.2.4:8443.");
        assertEquals(Flows.tcp("198.51.100.1", "20.0.0.10", 443).fromOutside(), logged.flow());
        assertEquals(Said.ALLOWED_BY_FIREWALL, logged.said());
    }

    @Test
    void tuplesSayWhenHowMuchAndWhetherTheyGoOn() {
        assertEquals(
                new LoggedFlow(Flows.tcp("10.0.0.62", "203.0.113.51", 80), Said.ALLOWED_BY_SECURITY_GROUPS, "",
                        OptionalLong.of(1_542_110_437_000L), 12_000, true, HERE),
                flow(LogFormat.NSG_FLOW_TUPLE, "1542110437,10.0.0.62,203.0.113.51,50462,80,T,O,A,E,12,4000,9,8000"));
        LoggedFlow denied = flow(LogFormat.VNET_FLOW_TUPLE,
                "1663146003599,10.0.0.6,52.239.184.180,23956,53,17,I,D,NX,0,0,0,0");
        assertEquals(Said.DROPPED_BY_SECURITY_GROUP, denied.said());
        assertEquals(Flows.udp("10.0.0.6", "52.239.184.180", 53), denied.flow());
        assertEquals(OptionalLong.of(1_663_146_003_599L), denied.millis());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "DNS Request: 10.0.0.5:5000 - 5813 A IN a.example. udp 113 false 4096 NOERROR qr 176 0.0047s | a DNS query",
            "HTTPS request from 10.0.0.5:5000 was denied. Reason: SNI TLS extension was missing. | a request without a destination",
            "HTTP request from 10.0.0.5:5000 to bad.example:80. Action: Alert. ThreatIntel: Bot Networks | an alert",
            "TCP request from 10.0.0.5:5000 to 10.9.0.1:. Action: Deny | a line without a port"})
    void whatIsAboutNoFlowSaysWhatItIs(String line, String what) {
        assertEquals(new LoggedFlows.Found.Nothing(what), read(LogFormat.AZURE_DIAGNOSTICS, line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"65536", "99999999999"})
    void aPortThatIsNoneIsNotThere(String port) {
        assertEquals(new LoggedFlows.Found.Nothing("a line without a port"), read(LogFormat.RECORD, """
                {"category": "AZFWNetworkRule", "properties": {"Protocol": "TCP", "SourceIp": "10.0.0.5",
                 "DestinationIp": "10.9.0.1", "DestinationPort": %s, "Action": "Deny"}}""".formatted(port)));
    }
}
