package dev.sekisho.simulator.destination;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.traffic.ApplicationData;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.Environments;
import dev.sekisho.simulator.Flows;
import dev.sekisho.simulator.view.FirewallView;
import dev.sekisho.simulator.view.Views;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DestinationsTest {
    private static final Environment ENVIRONMENT = Environments.of("""
            virtualNetworks:
              - name: spoke
                addressSpace: [10.61.0.0/16]
                bgpRoutes: [0.0.0.0/0, 172.16.0.0/12]
                subnets: [{name: nodes, prefix: 10.61.1.0/24, routeTable: rt, serviceEndpoints: [{service: Microsoft.Storage, prefixes: [198.51.99.0/25]}]}]
                peerings: [{name: far, remote: hub, addressSpace: [1.0.0.0/30]}]
            routeTables:
              - name: rt
                routes:
                  - {name: one, addressPrefix: 1.0.0.4/32, nextHopType: None}
                  - {name: many, addressPrefix: 1.0.0.4/30, nextHopType: None}
            privateEndpoints:
              - {name: near, ip: 10.61.1.77, fqdns: [near.example], subnet: spoke/nodes}
              - {name: hidden, ips: [10.99.0.4, 10.99.0.5], fqdns: [hidden.example], vnetAddressSpace: [10.99.0.0/16]}
            firewalls: [{name: fw, privateIp: 10.60.0.4, publicIps: [20.0.0.10, <later>], policy: pol}]
            firewallPolicies: [{name: pol, ruleCollectionGroups: []}]
            fixtures:
              firewallDns: {both.example: [203.0.113.1], seen.example: [203.0.113.3, 203.0.113.4]}
              clientDns: {both.example: [203.0.113.2], gone.example: []}
            """);
    private final Views views = new Views(ENVIRONMENT);
    private final Surroundings surroundings = Surroundings.of(ENVIRONMENT);
    private final FirewallView firewall = views.firewall(ENVIRONMENT.firewalls().getFirst());
    private final Destinations fromSpoke = new Destinations(surroundings, views.subnet("spoke", "nodes"),
            List.of(new RuleSets(firewall)), List.of());
    private final Destinations fromNowhere = new Destinations(surroundings, Optional.empty(), List.of(),
            List.of());

    private static List<String> told(Destinations destinations, String name) {
        return destinations.of(Flows.https("10.61.1.5", name)).stream()
                .map(a -> a.value().address() + (a.value().standsForOthers() ? " and others " : " ") + a.because())
                .toList();
    }

    @Test
    void theClientsOwnLookUpComesBeforeTheFirewalls() {
        assertEquals(List.of("203.0.113.2 []"), told(fromSpoke, "both.example"));
        assertEquals(List.of("203.0.113.3 [seen.example is 203.0.113.3]", "203.0.113.4 [seen.example is 203.0.113.4]"),
                told(fromSpoke, "SEEN.example."));
        assertEquals(List.of(), told(fromSpoke, "gone.example"));
    }

    @Test
    void aPrivateEndpointAnswersWhereItIsSeen() {
        assertEquals(List.of("10.61.1.77 []"), told(fromSpoke, "near.example"));
        assertEquals(List.of("10.99.0.4 [hidden.example is 10.99.0.4]", "10.99.0.5 [hidden.example is 10.99.0.5]"),
                told(fromNowhere, "hidden.example"));
        assertTrue(told(fromSpoke, "hidden.example").getFirst().contains("and others"));
    }

    @Test
    void anAddressInThePlaceOfANameIsThatAddress() {
        Flow flow = new Flow(IpAddress.parse("10.61.1.5"), Optional.empty(), Optional.of("192.0.2.9"), IpProtocol.TCP,
                OptionalInt.of(443), Optional.empty(), Flow.Marks.NONE);
        assertEquals("192.0.2.9", fromNowhere.of(flow).getFirst().value().address().toString());
        assertFalse(fromNowhere.of(flow).getFirst().value().standsForOthers());
    }

    @Test
    void anUnknownNameIsOneAddressOfEachClassThatNothingDescribedOwns() {
        assertEquals(List.of(
                "1.0.0.8 and others [the address of other.example is in none of the ranges that are described]",
                "1.0.0.5 and others [the address of other.example is in 1.0.0.4/30]"),
                told(fromSpoke, "other.example"));
        assertEquals(List.of("1.0.0.4 and others []"), told(fromNowhere, "other.example"));
    }

    @Test
    void routesOfTheFirewallsOwnSubnetTellAddressesApartToo() {
        Destinations beyond = new Destinations(surroundings, Optional.empty(), List.of(),
                List.of(views.subnet("spoke", "nodes").orElseThrow()));
        assertTrue(told(beyond, "other.example").contains(
                "1.0.0.5 and others [the address of other.example is in 1.0.0.4/30]"),
                told(beyond, "other.example")::toString);
    }

    @Test
    void aResourceOfAServiceWithAnEndpointIsAtTheServicesAddressesAndNothingElseIs() {
        assertEquals(List.of("198.51.99.0 and others []"), told(fromSpoke, "a.blob.core.windows.net"));
        assertFalse(told(fromSpoke, "other.example").toString().contains("198.51.99"));
    }

    @Test
    void whatIsDescribedOwnsItsAddresses() {
        assertEquals("1.0.0.0/30, 10.61.0.0/16, 10.99.0.4/31, 20.0.0.10, 172.16.0.0/12",
                surroundings.owned().toString());
        assertEquals("20.0.0.10", Surroundings.of(firewall).owned().toString());
        assertEquals(List.of(), Surroundings.of(firewall).privateEndpoints());
        assertEquals(2, surroundings.privateEndpoints().size());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"d.example, s.example, h.example, d.example",
            "-, s.example, h.example, s.example",
            "-, -, h.example, h.example", "-, -, h.example:8080, h.example", "-, -, 2001:db8::1, 2001:db8::1",
            "-, -, ':80', ''", "-, -, -, -"})
    void theNameIsTheFirstThatTheFlowShows(String destination, String sni, String host, String name) {
        assertEquals(Optional.ofNullable(name), Destinations.nameOf(flow(destination, sni, host)));
    }

    @Test
    void aFlowGoesToItsAddressUnderTheNameThatItStandsFor() {
        Flow named = flow(null, "s.example", null);
        IpAddress address = IpAddress.parse("203.0.113.200");
        Flow sent = Destinations.towards(named, new Destinations.Target(address, true));
        assertEquals(Optional.of(address), sent.destination());
        assertEquals(Optional.of("s.example"), sent.destinationName());
        assertEquals(Optional.empty(),
                Destinations.towards(named, new Destinations.Target(address, false)).destinationName());
        assertEquals(Optional.of("d.example"), Destinations
                .towards(flow("d.example", "s.example", null), new Destinations.Target(address, false))
                .destinationName());
    }

    private static Flow flow(String destination, String sni, String host) {
        return new Flow(IpAddress.parse("10.61.1.5"), Optional.empty(), Optional.ofNullable(destination),
                IpProtocol.TCP, OptionalInt.of(443),
                Optional.of(new ApplicationData(ApplicationData.Protocol.HTTP, Optional.ofNullable(sni),
                        Optional.ofNullable(host), Optional.empty())),
                Flow.Marks.NONE);
    }
}
