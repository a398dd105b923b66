package dev.sekisho.simulator.firewall;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.Tier;
import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.term.Entry;
import dev.sekisho.simulator.match.Addresses;
import dev.sekisho.simulator.match.Field;
import dev.sekisho.simulator.match.FieldMatch;
import dev.sekisho.simulator.match.IpProtocols;
import dev.sekisho.simulator.match.RuleMatch;
import dev.sekisho.simulator.verdict.Assumption;
import dev.sekisho.simulator.world.Question;
import dev.sekisho.simulator.world.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether a network rule matches (`FW-15` to `FW-27`). Unless the steps tell about every rule, one field that misses is
/// enough.
record NetworkRuleMatcher(Encounter encounter) {

    RuleMatch match(NetworkRule rule, Tier tier) {
        List<FieldMatch> protocolAndPort = IpProtocols.match(rule.protocols(), rule.destinationPorts(),
                encounter.flow().protocol(), encounter.flow().destinationPort());
        Optional<RuleMatch> miss = encounter.everyRule()
                ? Optional.empty()
                : RuleMatch.settledBy(protocolAndPort);
        return miss.orElseGet(() -> match(rule, tier, protocolAndPort));
    }

    private RuleMatch match(NetworkRule rule, Tier tier, List<FieldMatch> protocolAndPort) {
        List<FieldMatch> fields = new ArrayList<>();
        if (tier == Tier.BASIC && !rule.destinations().fqdns().isEmpty()) {
            fields.add(FieldMatch.no(Field.TIER, "names in network rules need the Standard tier"));
        }
        fields.add(new Sides(encounter.view()).source(rule.sources(), encounter.flow().source()));
        fields.add(protocolAndPort.getFirst());
        fields.add(destination(rule));
        fields.add(protocolAndPort.getLast());
        return new RuleMatch(fields);
    }

    private FieldMatch destination(NetworkRule rule) {
        Addresses addresses = new Sides(encounter.view()).destination(Field.DESTINATION, encounter.destination(),
                rule.destinations().addresses(), rule.destinations().ipGroups());
        for (Entry<FqdnPattern> entry : rule.destinations().fqdns()) {
            switch (entry) {
                case Entry.Known<FqdnPattern>(FqdnPattern pattern) -> name(addresses, pattern);
                case Entry.Unknown<FqdnPattern> unknown -> addresses.alternative(unknown.toString(), Truth.UNKNOWN,
                        Optional.of(Question.contains(unknown, encounter.destination())));
                case Entry.Malformed<FqdnPattern> _ ->
                    addresses.alternative(entry.toString(), Truth.NO, Optional.empty());
            }
        }
        return addresses.result();
    }

    private void name(Addresses addresses, FqdnPattern pattern) {
        Optional<Fqdn> exact = pattern.exactName();
        if (exact.isEmpty()) {
            addresses.alternative(pattern.toString(), Truth.NO, Optional.empty());
            return;
        }
        String name = exact.get().value();
        boolean asked = encounter.name().filter(exact.get()::equals).isPresent();
        Optional<List<IpAddress>> resolved = encounter.resolve(exact.get());
        boolean hit = resolved.isPresent()
                ? resolved.get().contains(encounter.destination())
                : asked && encounter.sameResolver();
        if (!encounter.view().dnsProxy()) {
            addresses.alternative(name, Truth.NO, Optional.empty());
            if (hit || asked && resolved.isEmpty()) {
                addresses.butForAssumption(Assumption.FW_22);
            }
        } else if (hit || resolved.isPresent()) {
            addresses.alternative("the addresses of " + name, Truth.of(hit), Optional.empty());
        } else {
            addresses.alternative(name, Truth.UNKNOWN, Optional.of(asked
                    ? new Question("client and firewall resolve " + name + " alike",
                            "client and firewall resolve " + name + " differently")
                    : new Question("the firewall resolves " + name + " to " + encounter.destination(),
                            "the firewall does not resolve " + name + " to " + encounter.destination())));
        }
    }
}
