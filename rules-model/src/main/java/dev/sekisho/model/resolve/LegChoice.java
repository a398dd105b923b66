package dev.sekisho.model.resolve;

import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.catalogue.BackingService;
import dev.sekisho.model.catalogue.HostForm;
import dev.sekisho.model.catalogue.ServiceLeg;
import dev.sekisho.model.cluster.Dependency;
import dev.sekisho.model.need.NeedProtocol;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Chooses the protocols of a service that a dependency uses: the usual ones, or those that its protocol and port name.
final class LegChoice {
    private final Findings findings;
    private final Dependency dependency;
    private final BackingService service;

    LegChoice(Findings findings, Dependency dependency, BackingService service) {
        this.findings = findings;
        this.dependency = dependency;
        this.service = service;
    }

    List<ServiceLeg> choose(HostForm form) {
        List<ServiceLeg> possible = service.legs().stream().filter(leg -> leg.via().contains(dependency.via()))
                .filter(leg -> form.onlyLeg().isEmpty() || form.onlyLeg().get().equals(leg.name())).toList();
        List<ServiceLeg> chosen = narrowed(possible);
        if (chosen.isEmpty()) {
            findings.error("SERVICE_PORT", dependency.at(),
                    dependency.name() + ": " + service.name() + " does not answer on "
                            + dependency.protocol().map(Object::toString).orElse("any protocol")
                            + dependency.port().map(ports -> " " + ports).orElse("") + " via " + dependency.via(),
                    "it answers on " + possible.stream()
                            .map(leg -> leg.protocol() + " " + leg.ports() + " (" + leg.use() + ")")
                            .collect(Collectors.joining(", ")),
                    service.sources());
        }
        return chosen;
    }

    private List<ServiceLeg> narrowed(List<ServiceLeg> possible) {
        if (dependency.protocol().isEmpty() && dependency.port().isEmpty()) {
            List<ServiceLeg> usual = possible.stream().filter(ServiceLeg::usual).toList();
            return usual.isEmpty() ? possible : usual;
        }
        List<ServiceLeg> asked = possible.stream().flatMap(leg -> asked(leg).stream()).toList();
        List<ServiceLeg> usual = asked.stream().filter(ServiceLeg::usual).toList();
        return usual.isEmpty() ? asked : usual;
    }

    /// The leg as far as protocol and port of the dependency ask for it.
    private Optional<ServiceLeg> asked(ServiceLeg leg) {
        PortSet ports = dependency.port().map(leg.ports()::intersection).orElse(leg.ports());
        boolean spoken = dependency.protocol().map(protocol -> speaks(leg, protocol)).orElse(true);
        return spoken && !ports.isEmpty() ? Optional.of(leg.on(ports)) : Optional.empty();
    }

    // An application protocol also runs over TCP, so that `tcp` with the right port asks for it too.
    private boolean speaks(ServiceLeg leg, Dependency.Protocol protocol) {
        return switch (protocol) {
            case HTTP -> leg.protocol() == NeedProtocol.HTTP;
            case HTTPS -> leg.protocol() == NeedProtocol.HTTPS;
            case MSSQL -> leg.protocol() == NeedProtocol.MSSQL;
            case TCP -> leg.protocol() == NeedProtocol.TCP
                    || dependency.port().isPresent() && leg.protocol().isApplication();
            case UDP -> leg.protocol() == NeedProtocol.UDP;
            case ICMP -> leg.protocol() == NeedProtocol.ICMP;
        };
    }
}
