package dev.sekisho.generator.format.environment;

import dev.sekisho.generator.format.Refusal;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.firewall.FirewallPolicy;
import dev.sekisho.model.firewall.FirewallRules;
import dev.sekisho.model.firewall.IntrusionDetection;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.PolicySettings;
import dev.sekisho.model.firewall.Rule;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import dev.sekisho.model.network.NetworkSecurityGroup;
import dev.sekisho.model.network.NextHop;
import dev.sekisho.model.network.Route;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.model.network.SecurityRule;
import dev.sekisho.model.term.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Finds the entries that Azure would refuse: no format that is deployed holds them.
public final class EntryCheck {
    private final List<Refusal> refusals = new ArrayList<>();

    private EntryCheck() {}

    /// Returns what Azure would refuse in policies, tables and groups, each with its place.
    public static List<Refusal> of(Environment environment) {
        List<Refusal> refusals = new ArrayList<>();
        environment.networkSecurityGroups().forEach(group -> refusals.addAll(of(group)));
        environment.routeTables().forEach(table -> refusals.addAll(of(table)));
        environment.ipGroups()
                .forEach(group -> refusals.addAll(of(Kind.IP_GROUP + " " + group.name(), group.members())));
        environment.firewallPolicies().forEach(policy -> refusals.addAll(of(policy)));
        for (Firewall firewall : environment.firewalls()) {
            if (firewall.rules() instanceof FirewallRules.Classic classic) {
                refusals.addAll(of(firewall.name(), classic.collections(), classic.settings()));
            }
        }
        return refusals;
    }

    /// Returns what Azure would refuse in a policy, each with the place in it.
    public static List<Refusal> of(FirewallPolicy policy) {
        EntryCheck check = new EntryCheck();
        String place = Kind.FIREWALL_POLICY + " " + policy.name();
        check.settings(place, policy.settings());
        for (RuleCollectionGroup group : policy.ruleCollectionGroups()) {
            check.collections(place + ", rule " + group.name() + "/", group.ruleCollections());
        }
        return List.copyOf(check.refusals);
    }

    /// Returns what Azure would refuse in the rules and settings of a classic firewall.
    public static List<Refusal> of(String firewall, List<RuleCollection> collections, PolicySettings settings) {
        EntryCheck check = new EntryCheck();
        check.settings(Kind.FIREWALL + " " + firewall, settings);
        check.collections(Kind.FIREWALL + " " + firewall + ", rule ", collections);
        return List.copyOf(check.refusals);
    }

    /// Returns what Azure would refuse in a route table.
    public static List<Refusal> of(RouteTable table) {
        EntryCheck check = new EntryCheck();
        for (Route route : table.routes()) {
            String place = Kind.ROUTE_TABLE + " " + table.name() + ", route " + route.name();
            check.entries(place, Stream.of(route.destination()));
            if (route.nextHop() instanceof NextHop.VirtualAppliance(var address)) {
                check.entries(place, Stream.of(address));
            }
        }
        return List.copyOf(check.refusals);
    }

    /// Returns what Azure would refuse in a security group.
    public static List<Refusal> of(NetworkSecurityGroup group) {
        EntryCheck check = new EntryCheck();
        for (SecurityRule rule : group.securityRules()) {
            String place = Kind.NETWORK_SECURITY_GROUP + " " + group.name() + ", rule " + rule.name();
            for (SecurityRule.Side side : List.of(rule.source(), rule.destination())) {
                check.entries(place, side.addresses().stream());
                check.entries(place, side.ports().stream());
            }
        }
        return List.copyOf(check.refusals);
    }

    /// Returns what Azure would refuse in a list of entries.
    public static List<Refusal> of(String place, List<? extends Entry<?>> entries) {
        EntryCheck check = new EntryCheck();
        check.entries(place, entries.stream());
        return List.copyOf(check.refusals);
    }

    private void settings(String place, PolicySettings settings) {
        settings.dns().ifPresent(dns -> entries(place, dns.servers().stream()));
        settings.snat().ifPresent(snat -> entries(place, snat.privateRanges().stream()));
        settings.threatIntelAllowlist().ifPresent(list -> {
            entries(place, list.ipAddresses().stream());
            entries(place, list.fqdns().stream());
        });
        settings.intrusionDetection().ifPresent(detection -> {
            entries(place, detection.privateRanges().stream());
            for (IntrusionDetection.Bypass bypass : detection.bypasses()) {
                entries(place, bypass.sources().addresses().stream());
                entries(place, bypass.destinationAddresses().stream());
                entries(place, bypass.destinationPorts().stream());
            }
        });
    }

    private void collections(String place, List<RuleCollection> collections) {
        for (RuleCollection collection : collections) {
            collection.rules().forEach(rule -> entries(place + collection.name() + "/" + rule.name(), entries(rule)));
        }
    }

    private static Stream<? extends Entry<?>> entries(Rule rule) {
        Stream<? extends Entry<?>> sources = rule.sources().addresses().stream();
        return Stream.concat(sources, switch (rule) {
            case NetworkRule network -> Stream.of(network.destinations().addresses(), network.destinations().fqdns(),
                    network.destinationPorts()).flatMap(List::stream);
            case ApplicationRule application -> Stream.of(application.targetFqdns(), application.targetUrls(),
                    application.destinationAddresses()).flatMap(List::stream);
            case NatRule nat -> Stream.of(nat.destinationAddresses(), nat.destinationPorts(), List.of(nat.target()),
                    List.of(nat.translatedPort())).flatMap(List::stream);
        });
    }

    private void entries(String place, Stream<? extends Entry<?>> entries) {
        entries.forEach(entry -> {
            if (entry instanceof Entry.Malformed<?>(String text, String _, String reason)) {
                refusals.add(
                        new Refusal(place, text.isEmpty() ? reason : "Azure would refuse '" + text + "': " + reason));
            }
        });
    }
}
