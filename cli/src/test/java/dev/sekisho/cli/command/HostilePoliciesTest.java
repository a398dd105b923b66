package dev.sekisho.cli.command;

import dev.sekisho.cli.terminal.CapturedStreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertTrue;

/// Policies that are built to hurt end every command with a result, or with why there is none. `-Dsekisho.hostile=10000`
/// makes them as large as Azure allows, and a tenth of that where each rule has many prefixes.
class HostilePoliciesTest {
    private static final int RULES = Integer.getInteger("sekisho.hostile", 1_000);
    private static final int RULES_WITH_PREFIXES = RULES / 10;
    private static final String CLUSTER = Path.of("..", "samples", "private-cluster", "cluster.yaml").toString();
    private static final String COLLECTION = SpokeWithFirewall.YAML.substring(0,
            SpokeWithFirewall.YAML.indexOf("            rules:"));

    @TempDir
    private Path scratch;

    /// What hurts.
    enum Kind {
        /// Wildcards below each other.
        WILDCARDS(i -> application(i, "*." + String.join(".", Integer.toString(i, 3).split("")) + ".example")),
        /// One rule over and over.
        EQUAL(i -> application(i, "shop.example")),
        /// Prefixes that tell as many addresses apart as can be.
        PREFIXES(i -> network(i, new SplittableRandom(i))),
        /// No rule at all.
        EMPTY(_ -> "");

        private final IntFunction<String> rule;

        Kind(IntFunction<String> rule) {
            this.rule = rule;
        }

        private String yaml(boolean whole) {
            int most = this == PREFIXES ? RULES_WITH_PREFIXES : RULES;
            int count = whole ? most : most / 2;
            return this == EMPTY ? COLLECTION
                    : COLLECTION + "            rules:\n"
                            + IntStream.range(0, count).mapToObj(rule).collect(Collectors.joining());
        }
    }

    private static String application(int index, String name) {
        return rule("name: r%d, ruleType: ApplicationRule, sourceAddresses: ['*'], ".formatted(index)
                + "protocols: [{protocolType: Https, port: 443}], targetFqdns: ['%s']".formatted(name));
    }

    private static String network(int index, SplittableRandom random) {
        return rule("name: r%d, ruleType: NetworkRule, ipProtocols: [TCP], destinationPorts: ['%d'], ".formatted(index,
                1 + random.nextInt(65_535))
                + "sourceAddresses: [%s], destinationAddresses: [%s]".formatted(prefixes(random), prefixes(random)));
    }

    private static String rule(String keys) {
        return " ".repeat(14) + "- {" + keys + "}\n";
    }

    private static String prefixes(SplittableRandom random) {
        return IntStream.range(0, 15).mapToObj(_ -> {
            int length = 8 + random.nextInt(25);
            int bits = random.nextInt() >>> 32 - length << 32 - length;
            return "%d.%d.%d.%d/%d".formatted(bits >>> 24, bits >>> 16 & 255, bits >>> 8 & 255, bits & 255, length);
        }).collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @EnumSource
    void everyCommandEndsWithAnAnswerOrWithWhyThereIsNone(Kind kind) throws IOException {
        String file = Files.writeString(scratch.resolve("large.yaml"), kind.yaml(true)).toString();
        String half = Files.writeString(scratch.resolve("half.yaml"), kind.yaml(false)).toString();
        String out = scratch.resolve("out").toString();
        for (List<String> command : List.of(List.of("lint", "--env", file), List.of("check", CLUSTER, "--env", file),
                List.of("diff", half, file),
                List.of("convert", "--optimise", "--format", "yaml", "-o", out, "--env", file))) {
            CapturedStreams streams = CapturedStreams.plain();
            int exitCode = CommandTree.of(streams.streams()).execute(command.toArray(String[]::new));
            assertTrue(exitCode <= ExitCode.SOMETHING_TO_SEE || streams.err().contains("too large, because"),
                    () -> command + ": " + exitCode + "\n" + streams.err().lines().limit(20)
                            .collect(Collectors.joining("\n")));
        }
    }
}
