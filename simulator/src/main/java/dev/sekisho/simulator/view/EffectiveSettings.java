package dev.sekisho.simulator.view;

import dev.sekisho.model.firewall.DnsSettings;
import dev.sekisho.model.firewall.ExplicitProxy;
import dev.sekisho.model.firewall.IntrusionDetection;
import dev.sekisho.model.firewall.PolicySettings;
import dev.sekisho.model.firewall.SnatSettings;
import dev.sekisho.model.firewall.ThreatIntelAllowlist;
import dev.sekisho.model.firewall.ThreatIntelMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The settings that hold for a firewall, its policy and all parents of it together.
///
/// @param threatIntelMode the strictest of the chain; a child cannot relax it (`FW-12`)
/// @param allowlists allowlists of the whole chain, united (`FW-12`)
/// @param dns settings of the policy nearest to the firewall (`FW-22`)
/// @param snat likewise
/// @param intrusionDetection strictest mode, all bypasses (`FW-48`, `FW-49`)
/// @param certificate whether there is a certificate to inspect TLS with (`FW-40`)
public record EffectiveSettings(ThreatIntelMode threatIntelMode, List<ThreatIntelAllowlist> allowlists,
        Optional<DnsSettings> dns, Optional<SnatSettings> snat, Optional<IntrusionDetection> intrusionDetection,
        Optional<ExplicitProxy> explicitProxy, boolean allowSqlRedirect,
        boolean certificate) {
    public EffectiveSettings {
        allowlists = List.copyOf(allowlists);
    }

    /// Combines the settings of a chain of policies.
    ///
    /// @param chain settings as written, the root parent first
    public static EffectiveSettings of(List<PolicySettings> chain) {
        Optional<ThreatIntelMode> threatIntel = chain.stream().flatMap(s -> s.threatIntelMode().stream())
                .reduce(ThreatIntelMode::stricter);
        return new EffectiveSettings(threatIntel.orElse(ThreatIntelMode.ALERT),
                chain.stream().flatMap(s -> s.threatIntelAllowlist().stream()).toList(),
                chain.stream().flatMap(s -> s.dns().stream()).reduce((_, child) -> child),
                chain.stream().flatMap(s -> s.snat().stream()).reduce((_, child) -> child),
                chain.stream().flatMap(s -> s.intrusionDetection().stream()).reduce(EffectiveSettings::combine),
                chain.stream().flatMap(s -> s.explicitProxy().stream()).reduce((_, child) -> child),
                chain.stream().flatMap(s -> s.allowSqlRedirect().stream()).reduce((_, child) -> child).orElse(false),
                chain.stream().anyMatch(PolicySettings::tlsInspectionCertificate));
    }

    private static IntrusionDetection combine(IntrusionDetection parent, IntrusionDetection child) {
        SortedMap<String, ThreatIntelMode> overrides = new TreeMap<>(parent.signatureOverrides());
        overrides.putAll(child.signatureOverrides());
        List<IntrusionDetection.Bypass> bypasses = new ArrayList<>(parent.bypasses());
        bypasses.addAll(child.bypasses());
        return new IntrusionDetection(parent.mode().stricter(child.mode()), overrides, bypasses,
                child.privateRanges().isEmpty() ? parent.privateRanges() : child.privateRanges());
    }
}
