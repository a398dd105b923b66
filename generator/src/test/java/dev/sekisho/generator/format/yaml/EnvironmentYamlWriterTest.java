package dev.sekisho.generator.format.yaml;

import dev.sekisho.generator.format.Output;
import dev.sekisho.generator.format.RichEnvironment;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.environment.Knowledge;
import dev.sekisho.model.environment.Readings;
import dev.sekisho.model.firewall.ApplicationRuleCollection;
import dev.sekisho.model.firewall.FilterAction;
import dev.sekisho.model.firewall.FirewallPolicy;
import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.model.firewall.PolicySettings;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import dev.sekisho.model.firewall.Tier;
import dev.sekisho.model.io.environment.EnvironmentReader;
import dev.sekisho.model.servicetag.ServiceTags;
import dev.sekisho.model.term.Priority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EnvironmentYamlWriterTest {
    private static final EnvironmentYamlWriter WRITER = new EnvironmentYamlWriter(List.of("A comment"), "everything");

    @TempDir
    Path folder;

    @Test
    void everythingThatTheModelCanSayIsReadBackEqual() throws IOException {
        Environment environment = RichEnvironment.make();
        assertEquals(environment, readBack(environment));
    }

    @Test
    void anEmptyEnvironmentIsReadBackEqual() throws IOException {
        assertEquals(Environment.EMPTY, readBack(Environment.EMPTY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "No", "null", "~", "017", "1:30", "1e3", "2026-11-02", "0x1F", ".inf", "=", "<<",
            "- a", "a: b", "a #b", "#c", "'", "\"", "{a}", "[b]", "&a", "*b", "!c", "%d", "@e", "`f", "|", ">", "?",
            " leading", "trailing ", "two\nlines", "\ttab", "\\", "é—漢", "\u0085", "\u2028", ","})
    void aNameThatYamlWouldReadAsSomethingElseStaysAName(String name) throws IOException {
        Environment environment = new Environment(List.of(), List.of(), List.of(), List.of(),
                List.of(new FirewallPolicy(name, Tier.STANDARD, Optional.empty(), List.of(), PolicySettings.NONE,
                        SourceLocation.UNKNOWN)),
                List.of(new IpGroup("group of " + name, List.of(), SourceLocation.UNKNOWN)), List.of(), List.of(),
                ServiceTags.NONE, Knowledge.NONE, Readings.RECOMMENDED);
        assertEquals(environment, readBack(environment));
    }

    @Test
    void anApplicationCollectionWithoutRulesIsRefusedBecauseItWouldComeBackAsANetworkCollection() {
        FirewallPolicy policy = new FirewallPolicy("p", Tier.STANDARD, Optional.empty(),
                List.of(new RuleCollectionGroup("g", new Priority(100),
                        List.of(new ApplicationRuleCollection("c", new Priority(200), FilterAction.ALLOW, List.of(),
                                SourceLocation.UNKNOWN)),
                        SourceLocation.UNKNOWN)),
                PolicySettings.NONE, SourceLocation.UNKNOWN);
        Output output = WRITER.write(new Environment(List.of(), List.of(), List.of(), List.of(), List.of(policy),
                List.of(), List.of(), List.of(), ServiceTags.NONE, Knowledge.NONE, Readings.RECOMMENDED));
        assertEquals(List.of("collection p/g/c: the rules tell the kind of a collection, and it has none"),
                output.refused().stream().map(Object::toString).toList());
        assertTrue(output.files().isEmpty());
    }

    private Environment readBack(Environment environment) throws IOException {
        String text = WRITER.write(environment).files().getFirst().text();
        Path file = Files.writeString(folder.resolve("environment.yaml"), text);
        Diagnostics diagnostics = new Diagnostics();
        Environment read = EnvironmentReader.read(List.of(file), diagnostics);
        assertEquals(List.of(), diagnostics.all(), text);
        return read;
    }
}
