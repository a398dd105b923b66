package dev.sekisho.simulator.exact.space;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.exact.diagram.IndexBox;
import dev.sekisho.simulator.exact.diagram.IndexSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class FlowSpaceTest {
    private static final List<String> PATTERNS = List.of("*", "*.contoso.com", "*contoso.com", "contoso.com",
            "a.contoso.com", "*.a.contoso.com", "*osoft.com", "microsoft.com", "*.com", "com", "*m");
    private static final List<String> NAMES = List.of("contoso.com", "a.contoso.com", "b.a.contoso.com", "xcontoso.com",
            "microsoft.com", "osoft.com", "x.osoft.com", "com", "example.org", "example.com", "m");

    private static Region named(String pattern) {
        return Region.ALL.named(NameSet.of(List.of(FqdnPattern.parse(pattern))));
    }

    private static Flow https(String name) {
        return FlowSpace.flow(IpAddress.parse("10.0.0.4"), IpAddress.parse("203.0.113.7"), FlowKind.HTTPS,
                OptionalInt.of(443), Optional.of(name), "/");
    }

    @Test
    void aNameIsInTheClassesOfThePatternsThatMatchIt() {
        List<Region> regions = PATTERNS.stream().map(FlowSpaceTest::named).toList();
        FlowSpace space = new FlowSpace(regions);
        for (String name : NAMES) {
            int index = space.point(https(name))[FlowSpace.NAME];
            for (String pattern : PATTERNS) {
                assertEquals(FqdnPattern.parse(pattern).matches(name),
                        space.box(named(pattern)).on(FlowSpace.NAME).contains(index), name + " and " + pattern);
            }
        }
    }

    @Test
    void theExampleOfAClassIsInIt() {
        FlowSpace space = new FlowSpace(PATTERNS.stream().map(FlowSpaceTest::named).toList());
        for (String pattern : PATTERNS) {
            IndexBox box = space.box(named(pattern));
            for (int index : box.on(FlowSpace.NAME).stream().toArray()) {
                Flow flow = space.example(box.with(FlowSpace.NAME, IndexSet.of(index)));
                assertEquals(index, space.point(flow)[FlowSpace.NAME], flow.toString());
            }
        }
    }

    @Test
    void namesAreDescribedByThePatternsThatTheyCameFrom() {
        FlowSpace space = new FlowSpace(PATTERNS.stream().map(FlowSpaceTest::named).toList());
        for (String pattern : PATTERNS.subList(1, PATTERNS.size())) {
            assertEquals(List.of(pattern), space.describe(space.box(named(pattern))).names());
        }
        assertEquals(List.of(), space.describe(space.box(Region.ALL)).names());
        NameSet rest = NameSet.of(List.of(FqdnPattern.parse("*.contoso.com")))
                .without(List.of(FqdnPattern.parse("a.contoso.com")));
        assertEquals(List.of("*.contoso.com except a.contoso.com"),
                space.describe(space.box(Region.ALL.named(rest))).names());
    }

    @Test
    void aBoxIsDescribedAsTheRegionThatItCameFrom() {
        Region web = Region.ALL.from(AddressSet.of(IpPrefix.parse("10.0.0.0/24")))
                .to(AddressSet.of(IpPrefix.parse("172.16.0.0/12"))).speaking(Set.of(FlowKind.HTTPS, FlowKind.HTTP),
                        PortSet.of(80, 443));
        FlowSpace space = new FlowSpace(new ArrayList<>(List.of(Region.ALL, web, named("*.contoso.com"))));
        assertEquals("10.0.0.0/24 -> 172.16.0.0/12 http, https:80,443", space.describe(space.box(web)).toString());
        assertEquals("* -> * any:*", space.describe(space.box(Region.ALL)).toString());
        assertEquals("* -> * as *.contoso.com any:*",
                space.describe(space.box(named("*.contoso.com"))).toString());
    }
}
