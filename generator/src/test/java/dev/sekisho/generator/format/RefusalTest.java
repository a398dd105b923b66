package dev.sekisho.generator.format;

import dev.sekisho.generator.plan.DeploymentPlan;
import dev.sekisho.generator.plan.DeploymentPlan.FirewallPlan;
import dev.sekisho.generator.plan.DeploymentPlan.RoutingPlan;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.firewall.ApplicationProtocol;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.FilterAction;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NatRuleCollection;
import dev.sekisho.model.firewall.NatTarget;
import dev.sekisho.model.firewall.NetworkDestinations;
import dev.sekisho.model.firewall.NetworkProtocol;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.NetworkRuleCollection;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import dev.sekisho.model.firewall.SourceSide;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.network.NextHop;
import dev.sekisho.model.network.Route;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.PortTerm;
import dev.sekisho.model.term.Priority;
import dev.sekisho.model.term.ResourceRef;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// What a format cannot say is named, and then nothing is written.
class RefusalTest {
    private static final SourceLocation NOWHERE = SourceLocation.UNKNOWN;

    static Stream<Writer> deployed() {
        return TestWriters.all().stream().filter(writer -> switch (writer.format()) {
            case ARM, BICEP, TERRAFORM, AZCLI -> true;
            case YAML, KUBERNETES -> false;
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deployed")
    void aValueThatIsNotKnownIsRefused(Writer writer) {
        refused(writer, firewall(RichPlan.firewallWith(RichPlan.rule(new Entry.Unknown<>("var.partner")))),
                "rule only/one/single: the value of var.partner is not known");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deployed")
    void aValueThatAzureWouldRefuseIsRefused(Writer writer) {
        refused(writer,
                firewall(RichPlan.firewallWith(RichPlan
                        .rule(new Entry.Malformed<>("a.*.b", "FQDN_WILDCARD", "the asterisk comes first")))),
                "rule only/one/single: Azure would refuse 'a.*.b': the asterisk comes first");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deployed")
    void aProtocolWithoutPortIsRefused(Writer writer) {
        ApplicationRule portless = new ApplicationRule("portless", "",
                List.of(new ApplicationProtocol(ApplicationProtocol.Type.HTTP, OptionalInt.empty())), SourceSide.ANY,
                List.of(Entry.of(FqdnPattern.parse("a.example"))), List.of(), List.of(), List.of(), List.of(), false,
                NOWHERE);
        refused(writer, firewall(RichPlan.firewallWith(portless)),
                "rule only/one/portless: a rule of a policy states the port of each protocol");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deployed")
    void anIpGroupThatLeadsNowhereIsRefused(Writer writer) {
        NetworkRule rule = new NetworkRule("r", "", List.of(NetworkProtocol.TCP),
                new SourceSide(List.of(), List.of(new ResourceRef("elsewhere"))),
                new NetworkDestinations(List.of(Entry.of(AddressTerm.Any.ANY)), List.of(), List.of()),
                List.of(port("443")), NOWHERE);
        refused(writer, firewall(collection(network(List.of(rule)))),
                "rule g/c/r: the IP group elsewhere is neither in the plan nor a full resource id");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deployed")
    void aCollectionWithoutRulesIsRefused(Writer writer) {
        refused(writer, firewall(collection(network(List.of()))),
                "collection g/c: a collection without rules has no kind");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deployed")
    void aRouteThatOverridesBgpAndOneWithoutAddressAreRefusedTogether(Writer writer) {
        RouteTable table = new RouteTable("rt", false,
                List.of(new Route("over",
                        Entry.of(new Route.Destination.Prefix(IpPrefix.parse("10.0.0.0/8"))),
                        NextHop.Platform.INTERNET, true, NOWHERE),
                        new Route("later", Entry.of(new Route.Destination.Prefix(IpPrefix.parse("0.0.0.0/0"))),
                                new NextHop.VirtualAppliance(new Entry.Unknown<>("fw.ip")), false, NOWHERE)),
                NOWHERE);
        refused(writer, RichPlan.with(Optional.empty(), Optional.of(new RoutingPlan(table, List.of("aks")))),
                "route over: hasBgpOverride is read-only in Azure's API (R-26)",
                "route later: the value of fw.ip is not known");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deployed")
    void terraformAloneRefusesADnatRuleThatItsProviderCannotHold(Writer writer) {
        NatRule wide = new NatRule("wide", "", List.of(NetworkProtocol.ANY), SourceSide.ANY,
                List.of(address("20.0.0.10/32"), address("20.0.0.11/32")), List.of(port("80")),
                Entry.of(new NatTarget.Address(IpAddress.parse("10.0.0.4"))), port("8080-8081"), NOWHERE);
        DeploymentPlan plan = firewall(
                collection(new NatRuleCollection("c", new Priority(200), List.of(wide), NOWHERE)));
        if (writer.format() == OutputFormat.TERRAFORM) {
            refused(writer, plan, "rule g/c/wide: a DNAT rule of azurerm has exactly one destination address, not 2",
                    "rule g/c/wide: a DNAT rule of azurerm is for TCP or UDP",
                    "rule g/c/wide: a DNAT rule of azurerm translates to one port, not to 8080-8081");
        } else {
            assertEquals(List.of(), writer.write(plan).refused());
        }
    }

    private static void refused(Writer writer, DeploymentPlan plan, String... expected) {
        Output output = writer.write(plan);
        assertEquals(List.of(expected), output.refused().stream().map(Refusal::toString).toList());
        assertEquals(List.of(), output.files());
    }

    private static DeploymentPlan firewall(FirewallPlan firewall) {
        return RichPlan.with(Optional.of(firewall), Optional.empty());
    }

    private static FirewallPlan collection(RuleCollection collection) {
        return RichPlan.firewallWithGroups(
                List.of(new RuleCollectionGroup("g", new Priority(100), List.of(collection), NOWHERE)));
    }

    private static NetworkRuleCollection network(List<NetworkRule> rules) {
        return new NetworkRuleCollection("c", new Priority(200), FilterAction.ALLOW, rules, NOWHERE);
    }

    private static Entry<AddressTerm> address(String text) {
        return Entry.of(new AddressTerm.Prefix(IpPrefix.parse(text)));
    }

    private static Entry<PortTerm> port(String text) {
        return Entry.of(new PortTerm.Range(PortRange.parse(text)));
    }
}
