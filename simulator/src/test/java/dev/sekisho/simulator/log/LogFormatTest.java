package dev.sekisho.simulator.log;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

class LogFormatTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "HTTP  request from 10.0.0.5:5000 to api.example:8080. Url: api.example:8080/v1. Action: Deny. No rule matched. Proceeding with default action"
                    + "| {protocol=HTTP, srcIp=10.0.0.5, srcPort=5000, dstPort=8080, fqdn=api.example, url=api.example:8080/v1, action=Deny, reason=NoRuleMatched}",
            "HTTPS request from 10.0.0.5:5000 to api.example:443. Action: Deny. ActionReason: Default Action"
                    + "| {protocol=HTTPS, srcIp=10.0.0.5, srcPort=5000, dstPort=443, fqdn=api.example, action=Deny, reason=NoRuleMatched}",
            "HTTPS request from 10.0.0.5:5000 was denied. Reason: SNI TLS extension was missing."
                    + "| {protocol=HTTPS, srcIp=10.0.0.5, srcPort=5000, action=Deny, reason=SniMissing}",
            "ICMP request from 10.0.0.5 to 10.9.0.1. Action: Allow | {protocol=ICMP, srcIp=10.0.0.5, dstIp=10.9.0.1, action=Allow}",
            "ICMP Type=8 request from 10.0.0.5: to 10.9.0.1:. Action: Deny. | {protocol=ICMP, srcIp=10.0.0.5, dstIp=10.9.0.1, action=Deny}",
            "UDP request from [fd00::5]:5000 to [2001:db8::1]:53. Action: Allow"
                    + "| {protocol=UDP, srcIp=fd00::5, srcPort=5000, dstIp=2001:db8::1, dstPort=53, action=Allow}",
            "HTTP request from 10.0.0.5:5000 to bad.example:80. Action: Alert. ThreatIntel: Bot Networks"
                    + "| {protocol=HTTP, srcIp=10.0.0.5, srcPort=5000, dstPort=80, fqdn=bad.example, action=Alert, threat=Bot Networks}",
            "HTTPS request from 10.0.0.5:5000 to a.example:443. Action: Allow. Policy: p.one. Rule Collection Group: g. Rule Collection: c.two. Rule: r v1.2"
                    + "| {protocol=HTTPS, srcIp=10.0.0.5, srcPort=5000, dstPort=443, fqdn=a.example, action=Allow, policy=p.one, ruleCollectionGroup=g, ruleCollection=c.two, rule=r v1.2}",
            "TCP request from 198.51.100.1:4000 to 20.0.0.10:443 was DNAT'ed to 10.0.2.4:8443."
                    + "| {protocol=TCP, srcIp=198.51.100.1, srcPort=4000, dstIp=20.0.0.10, dstPort=443, action=DNAT, translatedIp=10.0.2.4, translatedPort=8443}",
            "DNS Request: 10.0.0.5:5000 – 5813 A IN md-hdd.example.net. udp 113 false 4096 NOERROR qr,rd,ra 176 0.0047s"
                    + "| {protocol=UDP, srcIp=10.0.0.5, srcPort=5000, fqdn=md-hdd.example.net}"})
    void readsMessagesOfTheFirewall(String line, String fields) {
        assertEquals(fields, LogFormat.AZURE_DIAGNOSTICS.read(line).toString());
    }

    @Test
    void readsFlowTuplesWithAndWithoutStatistics() {
        assertEquals(
                "{epochSeconds=1542110437, protocol=TCP, srcIp=10.0.0.62, srcPort=50462, dstIp=203.0.113.51, dstPort=80,"
                        + " direction=Outbound, decision=Allow, state=E, packetsSent=12, bytesSent=4000, packetsReceived=9,"
                        + " bytesReceived=8000}",
                LogFormat.NSG_FLOW_TUPLE.read("1542110437,10.0.0.62,203.0.113.51,50462,80,T,O,A,E,12,4000,9,8000")
                        .toString());
        assertEquals(
                "{epochMillis=1663146003599, protocol=UDP, srcIp=10.0.0.6, srcPort=23956, dstIp=52.239.184.180, dstPort=53,"
                        + " direction=Outbound, state=B, encryption=NX_FALLBACK}",
                LogFormat.VNET_FLOW_TUPLE.read("1663146003599,10.0.0.6,52.239.184.180,23956,53,17,O,B,NX_FALLBACK,,,,")
                        .toString());
        assertEquals(
                "{epochSeconds=1663146003, protocol=GRE, srcIp=10.0.0.6, srcPort=0, dstIp=52.239.184.180, dstPort=0,"
                        + " direction=Inbound, state=D, encryption=X, packetsSent=0, bytesSent=0, packetsReceived=0,"
                        + " bytesReceived=0}",
                LogFormat.VNET_FLOW_TUPLE.read("1663146003,10.0.0.6,52.239.184.180,0,0,47,I,D,X,0,0,0,0").toString());
    }

    @ParameterizedTest
    @CsvSource({"azureDiagnostics, ''", "azureDiagnostics, hello",
            "azureDiagnostics, TCP request from x:1 to 10.0.0.1:2. Action: Deny",
            "azureDiagnostics, TCP request from 10.0.0.1:1 to 10.0.0.2:2", "nsgFlowTuple, ''", "nsgFlowTuple, '1,2,3'",
            "nsgFlowTuple, '1542110437,10.0.0.62,203.0.113.51,50462,80,X,O,A'",
            "nsgFlowTuple, '1542110437,10.0.0.62,203.0.113.51,50462,65536,T,O,A'",
            "vnetFlowTuple, '1663146003599,10.0.0.6,52.239.184.180,23956,443,256,O,B,NX,0,0,0,0'",
            "vnetFlowTuple, '99999999999999999999,10.0.0.6,52.239.184.180,1,2,6,O,B,NX,0,0,0,0'"})
    void refusesOtherLinesWithAReason(String format, String line) {
        assertInstanceOf(LogReading.Refused.class, LogFormat.named(format).orElseThrow().read(line));
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neverThrowsOnMutatedLines(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder line = new StringBuilder(random.nextBoolean()
                ? "HTTPS request from 10.0.0.5:5000 to a.example:443. Action: Allow. Policy: p. Rule Collection: c. Rule: r"
                : "1663146003599,10.0.0.6,52.239.184.180,23956,443,6,O,B,NX,0,0,0,0");
        for (int i = random.nextInt(1, 8); i > 0 && !line.isEmpty(); i--) {
            int at = random.nextInt(line.length());
            switch (random.nextInt(3)) {
                case 0 -> line.deleteCharAt(at);
                case 1 -> line.insert(at, ".:,[]- '\u0000é9".charAt(random.nextInt(11)));
                default -> line.setLength(Math.max(1, at));
            }
        }
        for (LogFormat format : LogFormat.values()) {
            assertNotNull(format.read(line.toString()));
        }
    }
}
