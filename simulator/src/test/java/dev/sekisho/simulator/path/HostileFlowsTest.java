package dev.sekisho.simulator.path;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.traffic.ApplicationData;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.Environments;
import dev.sekisho.simulator.explain.TraceText;
import dev.sekisho.simulator.explain.VerdictFields;
import dev.sekisho.simulator.verdict.PathVerdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Flows as logs and attackers make them: every one gets a verdict, and the same one each time.
class HostileFlowsTest {
    private static final Environment HUB = Environments.hubAndSpokes();
    private static final List<String> ADDRESSES = List.of("10.20.1.10", "10.244.3.9", "10.20.1.0", "0.0.0.0",
            "255.255.255.255", "127.0.0.1", "169.254.169.254", "168.63.129.16", "10.10.0.4", "203.0.113.60",
            "10.21.1.5", "100.64.0.1", "224.0.0.1", "::", "::1", "fd00::1", "2001:db8::5", "::ffff:10.0.0.1");
    private static final List<String> NAMES = List.of("images.example", "IMAGES.example.", ".", "..", "*", "*.example",
            "a".repeat(300), "xn--", "bücher.example", "10.20.1.10", "[::1]:443", "::1", "host:", "host:0",
            "host:65536", "host:99999999999", "host:-1", "a..b", "-a.example", "\u0000", " ", "", "%00", "a/b", "日本");

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyFlowGetsTheSameVerdictTwice(long seed) {
        Flow flow = random(new SplittableRandom(seed));
        PathOptions options = seed % 3 == 0 ? PathOptions.NONE.withPod() : PathOptions.NONE;
        PathVerdict verdict = new PathInterpreter(HUB).evaluate(flow, options.withEveryRule());
        PathVerdict again = new PathInterpreter(HUB).evaluate(flow, options.withEveryRule());
        assertEquals(verdict, again);
        assertEquals(TraceText.render(verdict), TraceText.render(again));
        assertEquals(VerdictFields.of(verdict).toString(), VerdictFields.of(again).toString());
    }

    @Test
    void anEmptyEnvironmentKnowsNothing() {
        for (long seed = 0; seed < 50; seed++) {
            PathVerdict verdict = new PathInterpreter(Environment.EMPTY)
                    .evaluate(random(new SplittableRandom(seed)), PathOptions.NONE);
            assertEquals(true, verdict.route().isEmpty() || verdict.firewall().isEmpty(), () -> verdict.toString());
        }
    }

    private static Flow random(SplittableRandom random) {
        IpAddress source = IpAddress.parse(pick(random, ADDRESSES));
        Optional<IpAddress> destination = random.nextInt(3) == 0
                ? Optional.empty()
                : Optional.of(IpAddress.parse(pick(random, ADDRESSES)));
        IpProtocol protocol = new IpProtocol(
                random.nextBoolean() ? 6 : random.nextInt(256));
        OptionalInt port = switch (random.nextInt(5)) {
            case 0 -> OptionalInt.empty();
            case 1 -> OptionalInt.of(0);
            case 2 -> OptionalInt.of(65_535);
            case 3 -> OptionalInt.of(53);
            default -> OptionalInt.of(443);
        };
        Optional<ApplicationData> application = random.nextInt(3) == 0
                ? Optional.empty()
                : Optional.of(new ApplicationData(
                        ApplicationData.Protocol.values()[random.nextInt(ApplicationData.Protocol.values().length)],
                        maybe(random), maybe(random), maybe(random)));
        Flow.Marks marks = new Flow.Marks(random.nextInt(8) == 0, random.nextInt(8) == 0,
                random.nextInt(4) == 0 ? maybe(random) : Optional.empty(), random.nextInt(8) == 0,
                random.nextBoolean() ? port : OptionalInt.empty());
        return new Flow(source, destination, maybe(random), protocol, port, application, marks);
    }

    private static Optional<String> maybe(SplittableRandom random) {
        return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(pick(random, NAMES));
    }

    private static String pick(SplittableRandom random, List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
