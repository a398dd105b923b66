package dev.sekisho.generator.plan;

import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.Ipv4Address;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.cluster.Via;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.need.ClusterNeeds;
import dev.sekisho.model.need.EgressNeed;
import dev.sekisho.model.need.NeedProtocol;
import dev.sekisho.model.need.NeedTarget;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LimitsTest {

    @Test
    void manyAddressesOfOneRuleBecomeIpGroupsOfAtMostFiveThousand() {
        DeploymentPlan plan = Clusters.plan(Clusters.read(Clusters.PRIVATE_OVERLAY), List.of(byAddress(11_000)));
        List<IpGroup> groups = plan.firewall().orElseThrow().ipGroups();
        assertEquals(List.of("ipg-payments-partners", "ipg-payments-partners-2", "ipg-payments-partners-3"),
                groups.stream().map(IpGroup::name).toList());
        assertEquals(List.of(5_000, 5_000, 1_000), groups.stream().map(group -> group.members().size()).toList());
        NetworkRule rule = (NetworkRule) Clusters.rules(plan).getFirst();
        assertEquals(List.of(), rule.destinations().addresses());
        assertEquals(3, rule.destinations().ipGroups().size());
    }

    @Test
    void aFewAddressesStayInTheRule() {
        DeploymentPlan plan = Clusters.plan(Clusters.read(Clusters.PRIVATE_OVERLAY), List.of(byAddress(16)));
        assertEquals(List.of(), plan.firewall().orElseThrow().ipGroups());
    }

    @Test
    void aGroupOfMoreThanTwoMegabytesIsRefused() {
        List<EgressNeed> needs = IntStream.range(0, 6_000).mapToObj(i -> byName("dep" + i)).toList();
        assertTrue(refusal(needs).contains("for bytes in the group rcg-payments-dependencies, by estimate (FW-60)"),
                () -> refusal(needs));
    }

    @Test
    void manyNamesInNetworkRulesAreWarnedAbout() {
        List<EgressNeed> needs = IntStream.range(0, 1_001).mapToObj(i -> byNameInNetwork("dep" + i)).toList();
        DeploymentPlan plan = Clusters.plan(Clusters.read(Clusters.PRIVATE_OVERLAY), needs);
        assertTrue(plan.warnings().stream().anyMatch(warning -> warning.code().equals("LIMIT")));
    }

    @Test
    void moreAuthorizedRangesThanTheApiServerTakesAreRefused() {
        String ranges = String.join(", ",
                IntStream.range(0, 200).mapToObj(i -> "198.51." + i + ".0/24").toList());
        String yaml = Clusters.PRIVATE_OVERLAY.replace("{access: private}",
                "{access: public, authorizedIpRanges: [" + ranges + "]}");
        Diagnostics problems = new Diagnostics();
        assertTrue(Planner.plan(Clusters.read(yaml), new ClusterNeeds(List.of(), List.of(), List.of()), Clusters.DATE,
                problems).isEmpty());
        assertTrue(problems.toString().contains("202 is above the limit of 200"), problems::toString);
    }

    private static String refusal(List<EgressNeed> needs) {
        Diagnostics problems = new Diagnostics();
        assertTrue(Planner.plan(Clusters.read(Clusters.PRIVATE_OVERLAY),
                new ClusterNeeds(needs, List.of(), List.of()), Clusters.DATE, problems).isEmpty());
        return problems.toString();
    }

    // Every second address, so that nothing can be joined.
    private static EgressNeed byAddress(int count) {
        List<NeedTarget> targets = IntStream.range(0, count)
                .mapToObj(i -> IpPrefix.of(new Ipv4Address(0xCB000000 + 2 * i), 32))
                .<NeedTarget>map(NeedTarget.Address::new).toList();
        return need("partners", targets, NeedProtocol.TCP, Set.of(EgressNeed.Layer.NETWORK));
    }

    private static EgressNeed byName(String id) {
        return need(id, List.of(new NeedTarget.Name(FqdnPattern.parse(id + ".example"))), NeedProtocol.HTTPS,
                Set.of(EgressNeed.Layer.APPLICATION));
    }

    private static EgressNeed byNameInNetwork(String id) {
        return need(id, List.of(new NeedTarget.Name(FqdnPattern.parse(id + ".example"))), NeedProtocol.TCP,
                Set.of(EgressNeed.Layer.NETWORK));
    }

    private static EgressNeed need(String id, List<NeedTarget> targets, NeedProtocol protocol,
            Set<EgressNeed.Layer> layers) {
        return new EgressNeed(id, "dependencies", "purpose of " + id, List.of(targets), List.of(), protocol,
                PortSet.of(443), layers, EgressNeed.Sources.PODS, Via.FIREWALL, Optional.empty(), Optional.empty(),
                true,
                false, List.of(), List.of());
    }
}
