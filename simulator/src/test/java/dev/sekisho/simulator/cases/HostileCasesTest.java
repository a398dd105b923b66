package dev.sekisho.simulator.cases;

import dev.sekisho.model.diagnostic.Diagnostics;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class HostileCasesTest {
    private static final List<String> FILES = List.of("firewall.yaml", "hub-and-spokes-paths.yaml",
            "hub-and-spokes-routes.yaml", "log-lines.yaml", "validate.yaml");
    private static final List<String> STRANGE = List.of("''", "'*'", "-1", "0", "65536", "99999999999999999999", "~",
            "[]",
            "{}", "[[]]", "{a: b}", "fd00::/8", "'::'", "0.0.0.0/0", "<x>", "10.0.0.9-10.0.0.1", "true", "*alias",
            "!!binary x", "a.".repeat(140), "ä.example", "null");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void filesThatAreNoneAreErrors() throws IOException {
        Path big = folder.resolve("big.yaml");
        byte[] line = new byte[1 << 20];
        Arrays.fill(line, (byte) '#');
        try (var out = Files.newOutputStream(big)) {
            for (int i = 0; i < 50; i++) {
                out.write(line);
            }
        }
        Path binary = Files.write(folder.resolve("binary.yaml"), new byte[]{'c', ':', ' ', 0, (byte) 0xfe});
        StringBuilder bomb = new StringBuilder("schemaVersion: 1\na0: &a0 [x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 14; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(8)));
        }
        Path aliases = Files.writeString(folder.resolve("aliases.yaml"), bomb.append("cases: *a13\n"));
        Path deep = Files.writeString(folder.resolve("deep.yaml"), "schemaVersion: 1\ncases: " + "[".repeat(50_000));
        for (Path file : List.of(folder.resolve("missing.yaml"), folder, big, binary, aliases, deep)) {
            CaseReport report = CaseRunner.run(CaseFileReader.read(file, new Diagnostics()));
            assertEquals(0, report.passed(), file::toString);
            assertFalse(report.cases().isEmpty(), file::toString);
            assertEquals(CaseResult.Status.ERROR, report.cases().getFirst().status());
            assertEquals(file.toString(), report.cases().getFirst().at().file());
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    /// Replaces values, drops and doubles lines, and shifts indentation.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void damagedCaseFilesNeverThrow(long seed) throws IOException, URISyntaxException {
        SplittableRandom random = new SplittableRandom(seed);
        Path own = Path.of(Objects.requireNonNull(getClass().getResource("/cases")).toURI());
        Files.createDirectories(folder.resolve("environments"));
        String environment = "environments/hub-and-spokes.yaml";
        boolean damageEnvironment = random.nextInt(3) == 0;
        String environmentText = Files.readString(own.resolve(environment));
        Files.writeString(folder.resolve(environment),
                damageEnvironment ? damaged(environmentText, random) : environmentText);
        String name = FILES.get(random.nextInt(FILES.size()));
        Path file = Files.writeString(folder.resolve(name), damaged(Files.readString(own.resolve(name)), random));
        CaseReport report = CaseRunner.run(CaseFileReader.read(file, new Diagnostics()));
        assertFalse(report.cases().isEmpty());
    }

    private static String damaged(String text, SplittableRandom random) {
        StringBuilder out = new StringBuilder();
        int oneIn = 5 + random.nextInt(60);
        for (String line : text.split("\n")) {
            if (line.contains("schemaVersion") || random.nextInt(oneIn) != 0) {
                out.append(line).append('\n');
                continue;
            }
            switch (random.nextInt(5)) {
                case 0 -> {}
                case 1 -> out.append(line).append('\n').append(line).append('\n');
                case 2 -> out.append("  ").append(line).append('\n');
                default -> out.append(replacedValue(line, random)).append('\n');
            }
        }
        return out.toString();
    }

    private static String replacedValue(String line, SplittableRandom random) {
        List<Integer> starts = new java.util.ArrayList<>();
        for (int i = line.indexOf(": "); i >= 0; i = line.indexOf(": ", i + 1)) {
            starts.add(i + 2);
        }
        if (starts.isEmpty()) {
            return line;
        }
        int from = starts.get(random.nextInt(starts.size()));
        int to = from;
        while (to < line.length() && ",}]".indexOf(line.charAt(to)) < 0) {
            to++;
        }
        return line.substring(0, from) + STRANGE.get(random.nextInt(STRANGE.size())) + line.substring(to);
    }
}
