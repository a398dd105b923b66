package dev.sekisho.model.io.flow;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.address.Ipv4Address;
import dev.sekisho.model.traffic.ApplicationData;
import dev.sekisho.model.traffic.Flow;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What is read from bytes is what the text means.
class PlainFlowTest {
    private static final long SEED = 3;
    private static final int FLOWS = 200_000;
    private static final List<String> ADDRESSES = List.of("10.0.0.4", "255.255.255.255", "0.0.0.0", "10.0.0.256",
            "010.0.0.1", "10.0.0", "10.0.0.4.", "1.2.3.4.5", "", "2001:db8::1", "::ffff:10.0.0.1", "10.0.0.4 ",
            "mcr.microsoft.com", "A.example", "ü.example", "host", "999", "[::1]", "fe80::1%eth0", "x", "abc.fed");
    private static final List<String> PROTOCOLS = List.of("tcp", "TCP", "Udp", "icmp", "https", "HTTP", "mssql", "6",
            "17",
            "1", "47", "255", "256", "06", "", "esp", "ICMPv6", "tcq", "-1");
    private static final List<String> PORTS = List.of("443", "80", "1433", "0", "65535", "65536", "0443", "", "*",
            "1-2",
            "443443443", "x");
    private static final List<String> NAMES = List.of("", "", "mcr.microsoft.com", "Upper.Example.", "10.0.0.4", "ü.x",
            "a b",
            "a:443", "*");
    private static final List<String> APPLICATIONS = List.of("", "", "https", "HTTP", "mssql", "none", "None",
            "gopher");

    private final FlowFields fields = new FlowFields();
    private final PlainFlow plain = new PlainFlow();

    @Test
    void saysWhatTheTextMeans() {
        SplittableRandom random = new SplittableRandom(SEED);
        int plainOnes = 0;
        for (int i = 0; i < FLOWS; i++) {
            fields.set(List.of(pick(random, ADDRESSES), pick(random, ADDRESSES), pick(random, PROTOCOLS),
                    pick(random, PORTS), pick(random, NAMES), pick(random, APPLICATIONS)), i);
            if (plain.read(fields)) {
                plainOnes++;
                assertEquals(fields.row().flow(), flow(), () -> fields.row().toString());
            }
        }
        assertTrue(plainOnes > FLOWS / 500, () -> "seed " + SEED);
    }

    @Test
    void readsWhatNearlyAllFlowsAreLike() {
        for (List<String> usual : List.of(List.of("10.0.0.4", "20.1.2.3", "tcp", "443", "", ""),
                List.of("10.0.0.4", "20.1.2.3", "UDP", "53", "", "none"),
                List.of("10.0.0.4", "", "tcp", "443", "mcr.microsoft.com", "https"),
                List.of("10.0.0.4", "mcr.microsoft.com", "https", "", "", ""),
                List.of("10.0.0.4", "20.1.2.3", "1", "", "", ""))) {
            fields.set(usual, 1);
            assertTrue(plain.read(fields), usual::toString);
            assertEquals(fields.row().flow(), flow());
        }
        fields.set(List.of("10.0.0.4", "2001:db8::1", "tcp", "443", "", ""), 1);
        assertFalse(plain.read(fields));
    }

    private Flow flow() {
        IpProtocol protocol = new IpProtocol(plain.protocol());
        Optional<String> name = Optional.of(new String(fields.bytes(), plain.nameFrom(),
                plain.nameTo() - plain.nameFrom(), StandardCharsets.UTF_8)).filter(text -> !text.isEmpty());
        Optional<IpAddress> destination = plain.hasDestination()
                ? Optional.of(new Ipv4Address(plain.destination()))
                : Optional.empty();
        return new Flow(new Ipv4Address(plain.source()), destination, name, protocol,
                protocol.hasPorts() ? OptionalInt.of(plain.port()) : OptionalInt.empty(),
                plain.application().map(data -> ApplicationData.shownBy(data, name, plain.port())), Flow.Marks.NONE);
    }

    private static String pick(SplittableRandom random, List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
