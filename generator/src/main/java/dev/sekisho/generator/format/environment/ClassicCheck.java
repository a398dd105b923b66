package dev.sekisho.generator.format.environment;

import dev.sekisho.generator.format.Refusal;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.FirewallRules;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NatTarget;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.PolicySettings;
import dev.sekisho.model.firewall.Rule;
import dev.sekisho.model.firewall.RuleCollection;
import java.util.ArrayList;
import java.util.List;

/// Finds what a firewall without a policy has no property for in Azure's API: a file of Sekisho may state it, a template
/// may not.
public final class ClassicCheck {
    private final String place;
    private final List<Refusal> refusals = new ArrayList<>();

    private ClassicCheck(String place) {
        this.place = place;
    }

    /// Returns what cannot be deployed of a classic firewall.
    public static List<Refusal> of(String firewall, FirewallRules.Classic classic) {
        ClassicCheck check = new ClassicCheck(Kind.FIREWALL + " " + firewall + ", ");
        check.refusals.addAll(EntryCheck.of(firewall, classic.collections(), classic.settings()));
        check.settings(classic.settings());
        for (RuleCollection collection : classic.collections()) {
            collection.rules().forEach(rule -> check.rule(collection.name(), rule));
        }
        return List.copyOf(check.refusals);
    }

    private void settings(PolicySettings settings) {
        settings.threatIntelAllowlist().ifPresent(_ -> needsPolicy("threatIntelWhitelist"));
        settings.intrusionDetection().ifPresent(_ -> needsPolicy("intrusionDetection"));
        settings.explicitProxy().ifPresent(_ -> needsPolicy("explicitProxy"));
        settings.allowSqlRedirect().ifPresent(_ -> needsPolicy("sql"));
        if (settings.tlsInspectionCertificate()) {
            needsPolicy("transportSecurity");
        }
    }

    private void rule(String collection, Rule rule) {
        String path = "rule " + collection + "/" + rule.name();
        switch (rule) {
            case ApplicationRule application -> {
                refuse(!application.targetUrls().isEmpty(), path, "targetUrls");
                refuse(!application.webCategories().isEmpty(), path, "webCategories");
                refuse(!application.destinationAddresses().isEmpty(), path, "destinationAddresses");
                refuse(application.terminateTls(), path, "terminateTLS");
            }
            case NatRule nat -> refuse(nat.target().known().filter(NatTarget.Name.class::isInstance).isPresent(), path,
                    "translatedFqdn");
            case NetworkRule _ -> {
                // All of it has a property.
            }
        }
    }

    private void refuse(boolean has, String path, String property) {
        if (has) {
            needsPolicy(path + ", " + property);
        }
    }

    private void needsPolicy(String what) {
        refusals.add(new Refusal(place + what, "a firewall without a policy has no property for it"));
    }
}
