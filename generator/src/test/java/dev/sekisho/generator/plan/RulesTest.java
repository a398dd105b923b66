package dev.sekisho.generator.plan;

import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.model.firewall.Rule;
import dev.sekisho.model.firewall.RuleCollection;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RulesTest {

    @Test
    void theNamesOfAFeatureShareOneRuleAndStandSorted() {
        DeploymentPlan plan = Clusters
                .plan(Clusters.PRIVATE_OVERLAY.replace("features: []", "features: [azure-policy, defender]"));
        assertEquals("""
                defender-https: Https:443 10.42.1.0/24 -> *.cloud.defender.microsoft.com,\
                *.ods.opinsights.azure.com,*.oms.opinsights.azure.com
                azure-policy-https: Https:443 10.42.1.0/24 -> data.policy.core.windows.net,\
                dc.services.visualstudio.com,store.policy.core.windows.net
                """, Clusters.rules(plan, "features"));
    }

    @Test
    void aNameThatSeveralFeaturesNeedIsWrittenOnceAndCreditedToAll() {
        DeploymentPlan plan = Clusters
                .plan(Clusters.PRIVATE_OVERLAY.replace("features: []", "features: [workload-identity, defender]"));
        List<String> base = Clusters.carrier(plan, "entra-login").by();
        assertEquals(base, Clusters.carrier(plan, "workload-identity-login").by());
        assertEquals(base, Clusters.carrier(plan, "defender-login").by());
        assertFalse(Clusters.rules(plan, "features").contains("login.microsoftonline.com"));
    }

    @Test
    void whatAWiderNeedLetsThroughIsNotWrittenAgain() {
        DeploymentPlan plan = Clusters.plan(Clusters.with(
                "{name: api, host: api.partner.example, protocol: https, port: 443}",
                "{name: all, host: '*.partner.example', protocol: https, port: 443}",
                "{name: other-port, host: api.partner.example, protocol: https, port: 8443}"));
        assertEquals("""
                all: Https:443 10.42.1.0/24 -> *.partner.example
                other-port: Https:8443 10.42.1.0/24 -> api.partner.example
                """, Clusters.rules(plan, "dependencies"));
        assertEquals(Clusters.carrier(plan, "all").by(), Clusters.carrier(plan, "api").by());
        assertTrue(Clusters.codes(plan).contains("COVERED"));
    }

    @Test
    void dependenciesNeverMerge() {
        DeploymentPlan plan = Clusters.plan(Clusters.with(
                "{name: one, host: one.example, protocol: https, port: 443}",
                "{name: two, host: two.example, protocol: https, port: 443}"));
        assertEquals("""
                one: Https:443 10.42.1.0/24 -> one.example
                two: Https:443 10.42.1.0/24 -> two.example
                """, Clusters.rules(plan, "dependencies"));
    }

    @Test
    void theLegsOfAServiceAreCalledAfterThem() {
        DeploymentPlan plan = Clusters
                .plan(Clusters.with("{name: events, service: event-hubs, host: ev.servicebus.windows.net}"));
        assertEquals("""
                events-amqp: TCP:5671-5672 10.42.1.0/24 -> ev.servicebus.windows.net
                events-kafka: TCP:9093 10.42.1.0/24 -> ev.servicebus.windows.net
                events-https: Https:443 10.42.1.0/24 -> ev.servicebus.windows.net
                """, Clusters.rules(plan, "dependencies"));
    }

    @Test
    void aPortRangeOfAnHttpsNeedBecomesANetworkRuleByName() {
        DeploymentPlan plan = Clusters
                .plan(Clusters.with("{name: api, host: api.partner.example, protocol: https, port: 8000-8999}"));
        assertEquals("api: TCP:8000-8999 10.42.1.0/24 -> api.partner.example\n", Clusters.rules(plan, "dependencies"));
    }

    @Test
    void aRuleOpenToEveryAddressMakesNamesOnItsPortSuperfluous() {
        DeploymentPlan plan = Clusters.plan(Clusters.with("{name: web, cidr: 0.0.0.0/0, protocol: tcp, port: 443}",
                "{name: api, host: api.partner.example, protocol: https, port: 443}")
                .replace("overlay", "nodeSubnet").replace("  podCidr: 10.244.0.0/16\n", ""));
        assertEquals("web: TCP:443 10.42.1.0/24 -> 0.0.0.0/0\n", Clusters.rules(plan, "dependencies"));
        assertEquals("", Clusters.rules(plan, "core"));
        assertEquals(DeploymentPlan.Mechanism.NETWORK_RULE, Clusters.carrier(plan, "mcr-registry").mechanism());
    }

    @Test
    void podsOfAPodSubnetAreASourceOfWhatPodsOpen() {
        DeploymentPlan plan = Clusters.plan(podSubnet());
        assertTrue(Clusters.rules(plan, "core").contains("base-https-nodes: Https:443 10.42.1.0/24 -> "));
        assertEquals("api: Https:443 10.42.1.0/24,10.42.16.0/20 -> api.partner.example\n",
                Clusters.rules(plan, "dependencies"));
        assertEquals(List.of("aks", "pods"), plan.routing().orElseThrow().subnets());
    }

    @Test
    void sourcesThatManyRulesShareBecomeAnIpGroup() {
        String[] dependencies = IntStream.range(0, 12)
                .mapToObj(i -> "{name: d%d, host: d%d.example, protocol: https, port: 443}".formatted(i, i))
                .toArray(String[]::new);
        DeploymentPlan plan = Clusters.plan(Clusters.with(dependencies));
        IpGroup group = plan.firewall().orElseThrow().ipGroups().getFirst();
        assertEquals("ipg-payments-nodes", group.name());
        assertEquals("[10.42.1.0/24]", Clusters.known(group.members()).toString());
        assertTrue(Clusters.rules(plan, "core").contains("base-https: Https:443 ipg-payments-nodes -> "));
    }

    @Test
    void theFqdnTagStandsForCoreNamesOnly() {
        DeploymentPlan plan = Clusters.plan(Clusters.PRIVATE_OVERLAY.replace("features: []", "features: [azure-policy]")
                + "options: {fqdnTag: true}\n");
        assertEquals("aks-fqdn-tag: Https:443 10.42.1.0/24 -> AzureKubernetesService\n", Clusters.rules(plan, "core"));
        assertTrue(Clusters.rules(plan, "features").contains("data.policy.core.windows.net"));
    }

    @Test
    void groupsAndCollectionsLeaveRoomBetweenThem() {
        DeploymentPlan plan = Clusters.plan(Clusters
                .with("{name: db, cidr: 172.20.0.0/24, protocol: tcp, port: 5432}")
                .replace("features: []", "features: [azure-policy, defender]"));
        assertEquals("[rcg-payments-core 10000, rcg-payments-features 11000, rcg-payments-dependencies 12000]",
                Clusters.groups(plan).stream().map(group -> group.name() + " " + group.priority()).toList().toString());
        assertEquals("""
                [rc-payments-core-application 20000, rc-payments-defender-application 20000, \
                rc-payments-azure-policy-application 20100, rc-payments-dependencies-network 1000]""",
                Clusters.collections(plan).stream().map(RulesTest::describe).toList().toString());
    }

    private static String describe(RuleCollection collection) {
        return collection.name() + " " + collection.priority();
    }

    @Test
    void descriptionsSayWhatForAndFromWhere() {
        DeploymentPlan plan = Clusters.plan(Clusters.with(
                "{name: db, service: mysql-flexible, host: db.mysql.database.azure.com, purpose: nightly reports}"));
        Rule rule = Clusters.rules(plan).stream().filter(one -> one.name().equals("db")).findFirst().orElseThrow();
        assertTrue(rule.description().startsWith("Nightly reports. Sources: "), rule.description());
        assertTrue(Clusters.rules(plan).stream().allMatch(one -> one.description().length() <= 200));
    }

    private static String podSubnet() {
        return Clusters.with("{name: api, host: api.partner.example, protocol: https, port: 443}")
                .replace("networkPlugin: overlay", "networkPlugin: podSubnet")
                .replace("  podCidr: 10.244.0.0/16\n", "  podSubnet: {name: pods, prefix: 10.42.16.0/20}\n");
    }
}
