package dev.sekisho.generator.format.resource;

import dev.sekisho.model.firewall.DnsSettings;
import dev.sekisho.model.firewall.ExplicitProxy;
import dev.sekisho.model.firewall.IntrusionDetection;
import dev.sekisho.model.firewall.PolicySettings;
import dev.sekisho.model.firewall.SnatSettings;
import dev.sekisho.model.term.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The settings of a firewall policy in the names of Azure's API, the level `properties` left out (`FW-62`).
public final class PolicyValues {
    private final FirewallValues rules;
    private final Value.Fields certificate;

    /// @param rules how a format writes entries and references
    public PolicyValues(FirewallValues rules) {
        this(rules, Value.Fields.NONE);
    }

    /// @param rules how a format writes entries and references
    /// @param certificate the certificate for TLS inspection, of which the model only knows that there is one
    public PolicyValues(FirewallValues rules, Value.Fields certificate) {
        this.rules = rules;
        this.certificate = certificate;
    }

    /// Returns the settings that a policy writes.
    public Value.Fields of(PolicySettings settings) {
        Value.Fields fields = settings.threatIntelMode()
                .map(mode -> Value.Fields.NONE.with("threatIntelMode", mode.azureName())).orElse(Value.Fields.NONE);
        fields = with(fields, "threatIntelWhitelist",
                settings.threatIntelAllowlist()
                        .map(list -> Value.Fields.NONE.with("ipAddresses", items(list.ipAddresses())).with("fqdns",
                                items(list.fqdns()))));
        fields = with(fields, "dnsSettings", settings.dns().map(this::dns));
        fields = with(fields, "snat", settings.snat().map(this::snat));
        fields = with(fields, "intrusionDetection",
                settings.intrusionDetection().map(this::intrusionDetection));
        fields = with(fields, "explicitProxy", settings.explicitProxy().map(PolicyValues::explicitProxy));
        fields = with(fields, "sql", settings.allowSqlRedirect()
                .map(allowed -> Value.Fields.NONE.with("allowSqlRedirect", new Value.Flag(allowed))));
        return settings.tlsInspectionCertificate()
                ? fields.with("transportSecurity", Value.Fields.NONE.with("certificateAuthority", certificate))
                : fields;
    }

    private Value.Fields dns(DnsSettings dns) {
        return Value.Fields.NONE.withAny("servers", rules.entries(dns.servers())).with("enableProxy",
                new Value.Flag(dns.enableProxy()));
    }

    private Value.Fields snat(SnatSettings snat) {
        List<Value> ranges = new ArrayList<>(rules.entries(snat.privateRanges()));
        if (snat.includeIanaPrivateRanges()) {
            ranges.add(new Value.Text("IANAPrivateRanges"));
        }
        Value.Fields fields = Value.Fields.NONE.with("privateRanges", new Value.Items(ranges));
        return snat.autoLearnPrivateRanges() ? fields.with("autoLearnPrivateRanges", "Enabled") : fields;
    }

    private Value.Fields intrusionDetection(IntrusionDetection detection) {
        List<Value> overrides = new ArrayList<>();
        detection.signatureOverrides().forEach((id, mode) -> overrides
                .add(Value.Fields.NONE.with("id", id).with("mode", mode.azureName())));
        Value.Fields configuration = Value.Fields.NONE.withAny("signatureOverrides", overrides)
                .withAny("bypassTrafficSettings",
                        detection.bypasses().stream().map(this::bypass).toList())
                .withAny("privateRanges", rules.entries(detection.privateRanges()));
        Value.Fields fields = Value.Fields.NONE.with("mode", detection.mode().azureName());
        return configuration.fields().isEmpty() ? fields : fields.with("configuration", configuration);
    }

    private Value.Fields bypass(IntrusionDetection.Bypass bypass) {
        return Value.Fields.NONE.with("name", bypass.name()).with("protocol", bypass.protocol().azureName())
                .and(rules.sources(bypass.sources()))
                .withAny("destinationAddresses", rules.entries(bypass.destinationAddresses()))
                .withAny("destinationIpGroups", rules.groups(bypass.destinationIpGroups()))
                .withAny("destinationPorts", rules.entries(bypass.destinationPorts()));
    }

    private static Value.Fields explicitProxy(ExplicitProxy proxy) {
        Value.Fields fields = Value.Fields.NONE.with("enableExplicitProxy", new Value.Flag(proxy.enabled()));
        return port(port(fields, "httpPort", proxy.httpPort()), "httpsPort", proxy.httpsPort());
    }

    private static Value.Fields port(Value.Fields fields, String name, OptionalInt port) {
        return port.isPresent() ? fields.with(name, new Value.Number(port.getAsInt())) : fields;
    }

    private static Value.Fields with(Value.Fields fields, String name, Optional<Value.Fields> value) {
        return value.map(inner -> fields.with(name, inner)).orElse(fields);
    }

    private Value items(List<? extends Entry<?>> items) {
        return new Value.Items(rules.entries(items));
    }
}
