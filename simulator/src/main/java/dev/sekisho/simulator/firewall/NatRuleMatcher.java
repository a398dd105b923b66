package dev.sekisho.simulator.firewall;

import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.simulator.match.Field;
import dev.sekisho.simulator.match.FieldMatch;
import dev.sekisho.simulator.match.IpProtocols;
import dev.sekisho.simulator.match.RuleMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Whether a DNAT rule matches the flow before translation (`FW-51`).
record NatRuleMatcher(Encounter encounter) {
    private static final int HIGHEST_PORT = 63_999;

    RuleMatch match(NatRule rule) {
        List<FieldMatch> fields = new ArrayList<>();
        fields.add(new Sides(encounter.view()).source(rule.sources(), encounter.flow().source()));
        List<FieldMatch> protocolAndPort = IpProtocols.match(rule.protocols(), rule.destinationPorts(),
                encounter.flow().protocol(), encounter.flow().destinationPort());
        fields.add(protocolAndPort.getFirst());
        fields.add(new Sides(encounter.view()).destination(Field.DESTINATION, encounter.destination(),
                rule.destinationAddresses(), List.of()).result());
        OptionalInt port = encounter.flow().destinationPort();
        fields.add(port.isPresent() && port.getAsInt() > HIGHEST_PORT
                ? FieldMatch.no(Field.PORT, "DNAT serves ports up to " + HIGHEST_PORT)
                : protocolAndPort.getLast());
        return new RuleMatch(fields);
    }
}
