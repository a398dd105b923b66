package dev.sekisho.simulator.firewall;

import dev.sekisho.model.firewall.IntrusionDetection;
import dev.sekisho.model.firewall.ThreatIntelMode;
import dev.sekisho.model.firewall.Tier;
import dev.sekisho.simulator.match.Field;
import dev.sekisho.simulator.match.FieldMatch;
import dev.sekisho.simulator.match.IpProtocols;
import dev.sekisho.simulator.match.RuleMatch;
import dev.sekisho.simulator.world.World;
import java.util.List;
import java.util.Optional;

/// Intrusion detection, which looks at what the rules allowed (`FW-48`, `FW-49`).
record Intrusion(Encounter encounter, World world) {

    /// Returns what happens to allowed traffic: nothing, an alert, or a silent drop.
    ///
    /// @param readable whether the traffic is unencrypted or was decrypted
    ThreatIntelMode verdict(boolean readable) {
        Optional<IntrusionDetection> settings = encounter.view().settings().intrusionDetection();
        Optional<String> signature = encounter.flow().marks().idpsSignature();
        if (settings.isEmpty() || signature.isEmpty() || !readable
                || encounter.view().firewall().tier() != Tier.PREMIUM
                || settings.get().mode() == ThreatIntelMode.OFF || !encounter.destination().isIpv4()
                || settings.get().bypasses().stream().anyMatch(this::bypasses)) {
            return ThreatIntelMode.OFF;
        }
        return settings.get().signatureOverrides().getOrDefault(signature.get(), settings.get().mode());
    }

    private boolean bypasses(IntrusionDetection.Bypass bypass) {
        Sides sides = new Sides(encounter.view());
        List<FieldMatch> protocolAndPort = IpProtocols.match(List.of(bypass.protocol()), bypass.destinationPorts(),
                encounter.flow().protocol(), encounter.flow().destinationPort());
        RuleMatch match = new RuleMatch(List.of(sides.source(bypass.sources(), encounter.flow().source()),
                sides.destination(Field.DESTINATION, encounter.destination(), bypass.destinationAddresses(),
                        bypass.destinationIpGroups()).result(),
                protocolAndPort.getFirst(), protocolAndPort.getLast()));
        return match.holds(world);
    }
}
