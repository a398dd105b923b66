package dev.sekisho.model.firewall;

import java.util.Optional;

/// Settings of one policy, each absent where the policy does not write it.
public record PolicySettings(Optional<ThreatIntelMode> threatIntelMode,
        Optional<ThreatIntelAllowlist> threatIntelAllowlist, Optional<DnsSettings> dns, Optional<SnatSettings> snat,
        Optional<IntrusionDetection> intrusionDetection, Optional<ExplicitProxy> explicitProxy,
        Optional<Boolean> allowSqlRedirect, boolean tlsInspectionCertificate) {
    /// Nothing written.
    public static final PolicySettings NONE = new PolicySettings(Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);

    /// Returns the same settings with these DNS settings.
    public PolicySettings withDns(DnsSettings settings) {
        return new PolicySettings(threatIntelMode, threatIntelAllowlist, Optional.of(settings), snat,
                intrusionDetection, explicitProxy, allowSqlRedirect, tlsInspectionCertificate);
    }
}
