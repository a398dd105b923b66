package dev.sekisho.simulator.firewall;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.match.RuleMatch;
import dev.sekisho.simulator.view.FirewallView;
import dev.sekisho.simulator.view.OrderedCollection;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A flow that stands in front of a firewall.
///
/// It remembers what each rule says about the flow, because that is the same in every world. Not for several threads.
public final class Encounter {
    private final FirewallView view;
    private final Flow flow;
    private final IpAddress destination;
    private final Optional<Fqdn> name;
    private final boolean sameResolver;
    private final boolean everyRule;
    private final Map<OrderedCollection, List<RuleMatch>> matches = new IdentityHashMap<>();

    private Encounter(FirewallView view, Flow flow, IpAddress destination, Optional<Fqdn> name, boolean sameResolver,
            boolean everyRule) {
        this.view = view;
        this.flow = flow;
        this.destination = destination;
        this.name = name;
        this.sameResolver = sameResolver;
        this.everyRule = everyRule;
    }

    /// Puts a flow in front of a firewall.
    ///
    /// @param flow a flow with a destination address; its name is the one that the client resolved to it
    /// @param sameResolver whether client and firewall resolve names alike, because the firewall answers the client's
    ///        queries (`DNS-1`)
    /// @param everyRule whether the steps tell about every rule, with each of its fields
    public static Encounter of(FirewallView view, Flow flow, boolean sameResolver, boolean everyRule) {
        return new Encounter(view, flow, flow.destination().orElseThrow(),
                flow.destinationName().flatMap(Fqdn::tryParse), sameResolver, everyRule);
    }

    FirewallView view() {
        return view;
    }

    Flow flow() {
        return flow;
    }

    /// Returns the address in the packet.
    IpAddress destination() {
        return destination;
    }

    /// Returns the name that the client resolved to the address, where it is known.
    Optional<Fqdn> name() {
        return name;
    }

    boolean sameResolver() {
        return sameResolver;
    }

    boolean everyRule() {
        return everyRule;
    }

    /// Returns what the first rules of a collection say about the flow, as far as they were asked before; whoever asks
    /// the next rule adds its answer.
    List<RuleMatch> matches(OrderedCollection collection) {
        return matches.computeIfAbsent(collection, _ -> new ArrayList<>());
    }

    /// Returns the addresses that the firewall resolves a name to; nothing where they are not known.
    Optional<List<IpAddress>> resolve(Fqdn fqdn) {
        return Optional.ofNullable(view.knowledge().firewallDns().get(fqdn.value()));
    }

    /// Returns the same for a name as it stood on the wire.
    Optional<List<IpAddress>> resolve(String fqdn) {
        return Optional.ofNullable(view.knowledge().firewallDns().get(NameMatch.canonical(fqdn)));
    }

    /// Returns the same flow after its destination was translated.
    Encounter translated(Flow translatedFlow, IpAddress newDestination) {
        return new Encounter(view, translatedFlow, newDestination, Optional.empty(), false, everyRule);
    }
}
