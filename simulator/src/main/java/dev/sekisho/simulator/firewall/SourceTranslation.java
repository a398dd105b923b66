package dev.sekisho.simulator.firewall;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.address.WellKnownRanges;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.firewall.SnatSettings;
import dev.sekisho.model.term.Entry;
import dev.sekisho.simulator.verdict.Assumption;
import dev.sekisho.simulator.verdict.Delivery;
import dev.sekisho.simulator.verdict.Forwarding;
import dev.sekisho.simulator.verdict.Notes;
import dev.sekisho.simulator.verdict.Snat;
import dev.sekisho.simulator.verdict.Step;
import dev.sekisho.simulator.view.FirewallView;
import dev.sekisho.simulator.world.Question;
import dev.sekisho.simulator.world.World;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What the firewall does with the source address of traffic that it lets through (`FW-53`, `FW-54`).
record SourceTranslation(FirewallView view, World world, Notes notes) {

    /// Traffic of a network rule: translated unless the destination is in the private ranges.
    Forwarding network(IpAddress destination, IpProtocol protocol) {
        if (isPrivate(destination)) {
            boolean unreachable = isPublic(destination) && neverTranslates(destination);
            return forward(Snat.NONE, destination,
                    unreachable ? Optional.of(Delivery.UNDELIVERABLE) : Optional.empty(), "FW-53");
        }
        if (!protocol.hasPorts() && isPublic(destination)) {
            return forward(Snat.NONE, destination, Optional.of(Delivery.UNDELIVERABLE), "FW-19");
        }
        return forward(outside(destination), destination, Optional.empty(), "FW-53");
    }

    /// Traffic of an application rule: always translated.
    Forwarding application(IpAddress destination) {
        return forward(outside(destination), destination, Optional.empty(), "FW-39");
    }

    private Snat outside(IpAddress destination) {
        return isPublic(destination) && !view.forcedTunneling() ? Snat.PUBLIC_IP : Snat.PRIVATE_IP;
    }

    Forwarding forward(Snat snat, IpAddress destination, Optional<Delivery> delivery, String rule) {
        List<IpAddress> sources = sources(snat);
        String text = switch (snat) {
            case NONE -> "source address unchanged";
            case PUBLIC_IP -> "source address becomes a public address of the firewall";
            case PRIVATE_IP -> "source address becomes a private address of the firewall";
        };
        notes.step(Step.of("source translation", text + (sources.isEmpty() ? "" : " " + sources) + ", to " + destination
                + delivery.map(d -> ": " + d).orElse(""), rule).at(view.firewall().at()));
        return new Forwarding(snat, sources, Optional.of(destination), Optional.empty(), OptionalInt.empty(),
                delivery);
    }

    private List<IpAddress> sources(Snat snat) {
        Firewall firewall = view.firewall();
        return switch (snat) {
            case NONE -> List.of();
            case PUBLIC_IP -> view.publicSources().stream().flatMap(entry -> entry.known().stream()).toList();
            case PRIVATE_IP -> firewall.privateIp().known().stream().toList();
        };
    }

    private boolean isPrivate(IpAddress destination) {
        if (!destination.isIpv4()) {
            return WellKnownRanges.UNIQUE_LOCAL_IPV6.contains(destination);
        }
        Optional<SnatSettings> settings = view.settings().snat()
                .filter(s -> !s.privateRanges().isEmpty() || s.includeIanaPrivateRanges());
        boolean defaults = settings.map(SnatSettings::includeIanaPrivateRanges).orElse(true);
        if (defaults && WellKnownRanges.PRIVATE.contains(destination)) {
            if (WellKnownRanges.RFC6598.contains(destination)) {
                notes.assume(Assumption.FW_53);
            }
            return true;
        }
        return settings.map(SnatSettings::privateRanges).orElse(List.of()).stream()
                .anyMatch(range -> contains(range, destination)) || isLearned(destination);
    }

    /// Ranges of a route server count as private where the policy wants it.
    private boolean isLearned(IpAddress destination) {
        if (view.settings().snat().filter(SnatSettings::autoLearnPrivateRanges).isEmpty()) {
            return false;
        }
        Optional<AddressSet> learned = view.knowledge().learnedPrivateRanges();
        if (learned.isEmpty()) {
            notes.report(
                    Diagnostic.note("LEARNED_RANGES", view.firewall().at(), "the ranges that the firewall learns from"
                            + " a route server are not known; " + destination + " is taken to be outside of them"));
        }
        return learned.filter(set -> set.contains(destination)).isPresent();
    }

    private boolean contains(Entry<IpPrefix> range, IpAddress destination) {
        return switch (range) {
            case Entry.Known<IpPrefix>(IpPrefix prefix) -> prefix.contains(destination);
            case Entry.Unknown<IpPrefix> unknown -> world.holds(Question.contains(unknown, destination));
            case Entry.Malformed<IpPrefix> _ -> false;
        };
    }

    /// A private range of everything switches translation off, and with it the way to the Internet.
    private boolean neverTranslates(IpAddress destination) {
        return destination.isIpv4() && AddressSet.ofPrefixes(view.settings().snat().map(SnatSettings::privateRanges)
                .orElse(List.of()).stream().flatMap(entry -> entry.known().stream()).toList())
                .containsAll(AddressSet.ALL_IPV4);
    }

    private static boolean isPublic(IpAddress destination) {
        return WellKnownRanges.PUBLIC.contains(destination);
    }
}
