package dev.sekisho.model.io.csv;

import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Severity;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.FirewallPolicy;
import dev.sekisho.model.firewall.Rule;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import dev.sekisho.model.io.environment.EnvironmentReader;
import dev.sekisho.model.io.tree.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RuleTableTest {
    /// Headings and cells as a script for a whole policy writes them.
    private static final String WHOLE = """
            #TYPE System.Management.Automation.PSCustomObject
            "RuleCollectionGroup","RuleCollectionGroupPriority","RuleCollectionName","RuleCollectionPriority",\
            "RuleCollectionAction","RuleCollectionType","RuleType","RuleName","SourceType","Source","Protocols",\
            "TerminateTLS","DestinationPorts","DestinationType","Destination"
            "net","210","time","110","Deny","FirewallPolicyFilterRuleCollection","NetworkRule","ntp",\
            "SourceAddresses","10.1.0.0/16","UDP, TCP",,"123,124","DestinationFqdns","ntp.example ntp2.example"
            "net","210","time","110","Deny","FirewallPolicyFilterRuleCollection","NetworkRule","tagged",\
            "SourceIpGroups","/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/ipGroups/nodes","Any",,"*",\
            "DestinationAddresses","AzureCloud.eastus;20.0.0.4 - 20.0.0.9"
            "app","310","web","120","Allow","FirewallPolicyFilterRuleCollection","ApplicationRule","site",\
            "SourceAddresses","*","Https:443,Http:8080","True","","TargetFqdns","*.site.example"
            "app","310","cats","130","Allow","FirewallPolicyFilterRuleCollection","ApplicationRule","news",\
            "SourceAddresses","*","Https:443","False","","WebCategories","News,Sports"
            "nat","100","in","140","DNAT","FirewallPolicyNatRuleCollection","NatRule","ssh",\
            "SourceAddresses","198.51.100.7","TCP","","2222","DestinationAddresses","20.1.2.3"
            """;

    private static final List<String> STRANGE = List.of("", "\"", ",", ";", "\n", "\r\n", "\t", "\"\"", "#", "é漢",
            "\u0000",
            "Https:", ":", "-", " - ", "[", "}");

    @TempDir
    Path folder;

    private final Diagnostics diagnostics = new Diagnostics();

    @Test
    void groupsCollectionsAndRulesAreReadFromTheColumnsOfAnExportScript() throws IOException {
        FirewallPolicy policy = policy("hub.csv", WHOLE);
        assertEquals("hub", policy.name());
        assertEquals(List.of("net 210", "app 310", "nat 100"), policy.ruleCollectionGroups().stream()
                .map(group -> group.name() + " " + group.priority()).toList());
        assertEquals(List.of("time 110", "web 120", "cats 130", "in 140"), collections(policy).stream()
                .map(collection -> collection.name() + " " + collection.priority()).toList());
    }

    @Test
    void listsInOneCellAreTakenApartWhateverSeparatesThem() throws IOException {
        FirewallPolicy policy = policy("hub.csv", WHOLE);
        assertTrue(rule(policy, "ntp").contains("protocols=[UDP, TCP]"), rule(policy, "ntp"));
        assertTrue(rule(policy, "ntp").contains("fqdns=[ntp.example, ntp2.example]"), rule(policy, "ntp"));
        assertTrue(rule(policy, "ntp").contains("destinationPorts=[123, 124]"), rule(policy, "ntp"));
        assertTrue(rule(policy, "tagged").contains("addresses=[AzureCloud.eastus, 20.0.0.4-20.0.0.9]"),
                rule(policy, "tagged"));
        assertTrue(rule(policy, "tagged").contains("/ipGroups/nodes"), rule(policy, "tagged"));
        assertTrue(rule(policy, "site").contains("protocols=[Https:443, Http:8080]"), rule(policy, "site"));
        assertTrue(rule(policy, "site").contains("terminateTls=true"), rule(policy, "site"));
        assertTrue(rule(policy, "news").contains("webCategories=[News, Sports]"), rule(policy, "news"));
    }

    @Test
    void aNatRuleWithoutATargetIsReportedAtItsRow() throws IOException {
        policy("hub.csv", WHOLE);
        assertTrue(diagnostics.all().stream().anyMatch(problem -> problem.code().equals("NO_DESTINATION")
                && problem.at().line() == 7), diagnostics::toString);
    }

    @Test
    void theColumnsOfACollectionExportAreKnownAndItsOrderIsThatOfTheFile() throws IOException {
        FirewallPolicy policy = policy("rules.csv", """
                "RuleCollectionName","RulePriority","ActionType","RUleConnectionType","Name","protocols",\
                "SourceAddresses","DestinationAddresses","SourceIPGroups","DestinationIPGroups","DestinationPorts",\
                "DestinationFQDNs"
                "sql","300","Allow","FirewallPolicyFilterRuleCollection","db","TCP","10.0.0.4, 10.0.0.5","Sql.WestEurope",\
                "","","1433","ntp.example"
                """);
        assertEquals(List.of("sql 300"), collections(policy).stream()
                .map(collection -> collection.name() + " " + collection.priority()).toList());
        assertTrue(rule(policy, "db").contains("addresses=[10.0.0.4, 10.0.0.5]"), rule(policy, "db"));
        assertTrue(rule(policy, "db").contains("addresses=[Sql.WestEurope]"), rule(policy, "db"));
        assertTrue(rule(policy, "db").contains("fqdns=[ntp.example]"), rule(policy, "db"));
        assertEquals(List.of("MISSING_COLUMN"), diagnostics.all().stream()
                .filter(problem -> problem.problem().contains("column")).map(Diagnostic::code).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t"})
    void anySeparatorWillDoAndTypesThatAreNotWrittenFollowFromTheValues(String separator) throws IOException {
        FirewallPolicy policy = policy("sheet.csv", """
                sep=%
                Policy%Group%Group Priority%Collection%Priority%Action%Name%Source%Protocol%Port%Destination%Owner
                hub-policy%core%200%web%300%allow%github%10.2.0.0/24%https%8443%github.com *.github.com%team a
                hub-policy%core%200%net%400%allow%dns%10.2.0.0/24%udp%53%10.1.0.4%team b
                hub-policy%core%200%net%400%allow%time%10.2.0.0/24%udp%123%time.example%

                hub-policy%core%200%net%400%allow%cloud%10.2.0.0/24%tcp%443%Storage.WestEurope%
                """.replace("%", separator));
        assertEquals("hub-policy", policy.name());
        assertTrue(rule(policy, "github").contains("targetFqdns=[github.com, *.github.com]"), rule(policy, "github"));
        assertTrue(rule(policy, "github").contains("protocols=[Https:8443]"), rule(policy, "github"));
        assertTrue(rule(policy, "dns").contains("addresses=[10.1.0.4]"), rule(policy, "dns"));
        assertTrue(rule(policy, "time").contains("fqdns=[time.example]"), rule(policy, "time"));
        assertTrue(rule(policy, "cloud").contains("addresses=[Storage.WestEurope]"), rule(policy, "cloud"));
        assertTrue(diagnostics.all().stream().anyMatch(problem -> problem.code().equals("NOT_MODELLED")
                && problem.problem().contains("'Owner'") && problem.at().line() == 2), diagnostics::toString);
    }

    @Test
    void problemsStandAtTheLineAndColumnOfTheirCell() throws IOException {
        policy("bad.csv", """
                Collection,Priority,Action,Name,Source,Protocol,Ports,Destination
                web,300,Allow,"a ""quoted"" name, with comma",10.0.0.0/24,TCP,443,10.0.0.300
                web,301,Allow,second,10.0.0.0/24,TCP,443,10.0.0.3
                web,300,,third,10.0.0.0/24,TCP,443,10.0.0.3
                app,400,Allow,lost,10.0.0.0/24,Microsoft.Azure.Commands.Network.Models.PSAzureFirewallPolicyApplicationRuleProtocol,,x.example
                """);
        List<String> found = diagnostics.all().stream()
                .map(problem -> problem.at().line() + ":" + problem.at().column() + " " + problem.code()).toList();
        assertTrue(found.contains("2:67 ADDRESS"), found::toString);
        assertTrue(found.contains("3:5 CONFLICT"), found::toString);
        assertTrue(found.contains("4:1 MISSING_VALUE"), found::toString);
        assertTrue(found.contains("5:32 LOST_IN_EXPORT"), found::toString);
    }

    @Test
    void groupsAndCollectionsWithoutPrioritiesAreTakenInTheOrderOfTheFileWithAWarning() throws IOException {
        FirewallPolicy policy = policy("plain.csv", """
                Rule Collection Group;Rule Collection;Action;Rule Name;Source IP;Protocol;Destination Port;Destination IP
                second;b;Allow;one;10.0.0.4;TCP;443;10.1.0.4
                first;a;Deny;two;10.0.0.5;TCP;444;10.1.0.5
                second;c;Allow;three;10.0.0.6;TCP;445;10.1.0.6
                """);
        assertEquals(List.of("second 200", "first 300"), policy.ruleCollectionGroups().stream()
                .map(group -> group.name() + " " + group.priority()).toList());
        assertEquals(List.of("b 200", "c 300", "a 200"), collections(policy).stream()
                .map(collection -> collection.name() + " " + collection.priority()).toList());
        assertEquals(2, diagnostics.all().stream().filter(problem -> problem.code().equals("MISSING_COLUMN")
                && problem.severity() == Severity.WARNING).count());
    }

    @Test
    void onlyTablesOfFirewallRulesAreRecognised() {
        assertTrue(RuleTable.recognises(SourceFile.of("a", WHOLE)));
        for (String other : List.of("", "\n", "src,dst,protocol,port,fqdn,app\n10.0.0.4,20.0.0.1,tcp,443,,\n",
                "name,priority,access\n", "name: value\n", "a,b\n\"open", "RuleName,RuleType,SourceAddresses\n")) {
            assertFalse(RuleTable.recognises(SourceFile.of("a", other)), other);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void damagedTablesNeverThrowAndEveryProblemHasAPlace(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder(WHOLE);
        for (int i = 1 + random.nextInt(30); i > 0; i--) {
            int at = random.nextInt(text.length());
            text.replace(at, at + random.nextInt(2), STRANGE.get(random.nextInt(STRANGE.size())));
        }
        SourceFile file = SourceFile.of("damaged.csv", text.toString());
        RuleTable.recognises(file);
        RuleTable.resources(file, "damaged", diagnostics);
        assertTrue(diagnostics.all().stream().allMatch(problem -> problem.at().isKnown()));
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @Test
    void aTableOfSomethingElseIsAnErrorWhereItIsNamedAndPassedOverInAFolder() throws IOException {
        Path flows = Files.writeString(folder.resolve("flows.csv"), "src,dst,protocol,port\n");
        EnvironmentReader.read(List.of(flows), diagnostics);
        assertEquals(List.of("NOT_AN_ENVIRONMENT"), diagnostics.all().stream().map(Diagnostic::code).toList());
        Diagnostics ofFolder = new Diagnostics();
        EnvironmentReader.read(List.of(folder), ofFolder);
        assertEquals(List.of("SKIPPED_FILE"), ofFolder.all().stream().map(Diagnostic::code).toList());
    }

    private FirewallPolicy policy(String name, String text) throws IOException {
        Environment environment = EnvironmentReader
                .read(List.of(Files.writeString(folder.resolve(name), text)), diagnostics);
        return environment.firewallPolicies().getFirst();
    }

    private static List<RuleCollection> collections(FirewallPolicy policy) {
        return policy.ruleCollectionGroups().stream().map(RuleCollectionGroup::ruleCollections).flatMap(List::stream)
                .toList();
    }

    private static String rule(FirewallPolicy policy, String name) {
        for (RuleCollection collection : collections(policy)) {
            for (Rule rule : collection.rules()) {
                if (rule.name().equals(name)) {
                    return rule.toString();
                }
            }
        }
        throw new AssertionError("no rule " + name + " in " + policy);
    }
}
