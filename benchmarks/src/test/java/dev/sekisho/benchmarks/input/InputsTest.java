package dev.sekisho.benchmarks.input;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.Ipv4Prefix;
import dev.sekisho.model.address.Ipv6Address;
import dev.sekisho.model.address.Ipv6Prefix;
import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.simulator.compiled.name.NameMatcher;
import dev.sekisho.simulator.compiled.rules.PacketBatch;
import dev.sekisho.simulator.compiled.rules.RuleBox;
import dev.sekisho.simulator.compiled.rules.RuleClassifier;
import dev.sekisho.simulator.compiled.synthetic.RuleShape;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What both sides read must say the same to both, or their times cannot be compared.
class InputsTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource(RuleShape.class)
    void rulesComeBackFromTheirTuples(RuleShape shape) {
        List<RuleBox> rules = shape.rules(60, 7);
        assertEquals(rules, RuleTuples.rules(RuleTuples.words(rules)));
    }

    @Test
    void packetsThatHitTheRulesComeBackFromTheirWords() {
        List<RuleBox> rules = RuleShape.ACL.rules(50, 3);
        PacketBatch batch = RuleTuples.batch(RuleTuples.packets(rules, 400, 5));
        RuleClassifier classifier = RuleClassifier.compile(rules);
        classifier.classify(batch, 0, 400);
        int hits = 0;
        for (int rule : batch.rules()) {
            hits += rule >= 0 ? 1 : 0;
        }
        assertTrue(hits > 200, "most packets hit a rule, but only " + hits + " did");
    }

    @Test
    void tablesHaveTheirSizeAndEachPrefixOnce() {
        List<Ipv4Prefix> internet = PrefixTables.internet(5_000, 3);
        assertEquals(5_000, new HashSet<>(internet).size());
        assertEquals(internet, PrefixTables.internet(5_000, 3));
        assertEquals(400, new HashSet<>(PrefixTables.virtualNetwork(400, 3)).size());
        assertEquals(5_000, new HashSet<>(PrefixTables.internet6(5_000, 3)).size());
    }

    @Test
    void matchingAddressesLieInAPrefixOfTheTable() {
        List<Ipv6Prefix> table = PrefixTables.internet6(50, 9);
        long[] halves = Addresses.matching6(table, 100, 2);
        for (int i = 0; i < 100; i++) {
            Ipv6Address address = new Ipv6Address(halves[2 * i], halves[2 * i + 1]);
            assertTrue(table.stream().anyMatch(prefix -> prefix.contains(address)), address::toString);
        }
    }

    @Test
    void aRoutingTableIsReadAndAMistakeHasItsLine() throws IOException {
        Path file = Files.writeString(folder.resolve("table.txt"), "# a table\n192.0.2.0/24 64496\n2001:db8::/32\n\n");
        PrefixFile table = PrefixFile.read(file);
        assertEquals(List.of(Ipv4Prefix.parse("192.0.2.0/24")), table.ipv4());
        assertEquals(List.of(Ipv6Prefix.parse("2001:db8::/32")), table.ipv6());
        Path wrong = Files.writeString(folder.resolve("wrong.txt"), "192.0.2.0/24\n192.0.2.0/33\n");
        String message = String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> PrefixFile.read(wrong)).getMessage());
        assertTrue(message.contains("wrong.txt:2"), message);
    }

    @Test
    void rulesOfClassBenchAreReadAndAMistakeHasItsLine() throws IOException {
        Path file = Files.writeString(folder.resolve("one.rules"),
                "@192.0.2.7/32\t10.0.0.0/8\t0 : 65535\t80 : 443\t0x11/0xFF\t0x0000/0x0200\t\n");
        RuleBox rule = ClassBenchFile.read(file).getFirst();
        assertEquals(17, rule.protocol());
        assertEquals(PortSet.of(new PortRange(80, 443)), rule.destinationPorts());
        assertEquals("[192.0.2.7]", rule.sources().ranges().toString().replace("/32", ""));
        Path wrong = Files.writeString(folder.resolve("wrong.rules"), "\nno rule\n");
        String message = String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> ClassBenchFile.read(wrong)).getMessage());
        assertTrue(message.contains("wrong.rules:2"), message);
    }

    @Test
    void aboutFourOfTenNamesMatchAPattern() {
        List<String> patterns = HostNames.patterns(400, 1);
        assertEquals(400, new HashSet<>(patterns).size());
        NameMatcher matcher = NameMatcher.compile(patterns.stream().map(FqdnPattern::parse).toList());
        int hits = 0;
        for (String name : HostNames.names(patterns, 1_000, 1)) {
            byte[] text = name.getBytes(StandardCharsets.US_ASCII);
            hits += matcher.lookup(text, 0, text.length) >= 0 ? 1 : 0;
        }
        assertTrue(hits > 300 && hits < 600, "hits: " + hits);
    }

    @ParameterizedTest
    @EnumSource(ClassBenchRules.class)
    void rulesInTheStatisticsOfClassBenchComeOnceAndAlike(ClassBenchRules family) {
        List<RuleBox> rules = family.rules(3_000, 8);
        assertEquals(3_000, new HashSet<>(rules).size());
        assertEquals(rules, family.rules(3_000, 8));
        long open = rules.stream().filter(rule -> rule.sources().equals(AddressSet.ALL_IPV4)).count();
        long ofHost = rules.stream().filter(rule -> rule.destinations().size().bitLength() == 1).count();
        double percentOpen = 100.0 * open / rules.size();
        double percentOfHost = 100.0 * ofHost / rules.size();
        switch (family) {
            case ACL -> assertTrue(percentOpen < 2 && percentOfHost > 55, percentOpen + ", " + percentOfHost);
            case FW -> assertTrue(percentOpen > 22 && percentOpen < 32, percentOpen + ", " + percentOfHost);
            case IPC -> assertTrue(percentOpen > 2 && percentOfHost < 45, percentOpen + ", " + percentOfHost);
        }
    }

    @Test
    void threeHundredRulesOfAPolicyAreSomeThirtyThousandTuples() {
        for (long seed = 1; seed < 6; seed++) {
            int tuples = RuleTuples.words(AzureRules.rules(300, seed))[0];
            assertTrue(tuples > 22_000 && tuples < 40_000, "seed " + seed + ": " + tuples);
        }
    }

    @Test
    void aTrieOfAddressesBranchesAsItSays() {
        String none = "0 ".repeat(31) + "0";
        SplittableRandom random = new SplittableRandom(4);
        AddressTrie chain = AddressTrie.parse(none, 4);
        assertEquals(chain.next(32, random), chain.next(32, random));
        AddressTrie four = AddressTrie.parse("100 100" + " 0".repeat(30), 4);
        Set<Ipv4Prefix> found = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            found.add(four.next(24, random));
        }
        assertEquals(4, found.size());
    }

    @Test
    void whatIsPackedIsRead() throws IOException {
        Path file = folder.resolve("table.txt.xz");
        try (OutputStream out = new XZOutputStream(Files.newOutputStream(file), new LZMA2Options())) {
            out.write("192.0.2.0/24\n".getBytes(StandardCharsets.US_ASCII));
        }
        assertEquals(List.of(Ipv4Prefix.parse("192.0.2.0/24")), PrefixFile.read(file).ipv4());
    }
}
