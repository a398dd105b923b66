package dev.sekisho.model.resolve;

import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.catalogue.BackingService;
import dev.sekisho.model.catalogue.Catalogue;
import dev.sekisho.model.cluster.Dependency;
import dev.sekisho.model.cluster.Via;
import dev.sekisho.model.diagnostic.Suggestions;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.need.EgressNeed;
import dev.sekisho.model.need.EgressNeed.Layer;
import dev.sekisho.model.need.NeedProtocol;
import dev.sekisho.model.need.NeedTarget;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// From the dependencies of a cluster to needs.
final class DependencyResolver {
    static final String GROUP = "dependencies";

    private final Circumstances circumstances;
    private final Catalogue catalogue;
    private final Findings findings;

    DependencyResolver(Circumstances circumstances, Catalogue catalogue, Findings findings) {
        this.circumstances = circumstances;
        this.catalogue = catalogue;
        this.findings = findings;
    }

    void resolve() {
        RetiredNames retired = new RetiredNames(circumstances, catalogue, findings);
        for (Dependency dependency : circumstances.intent().dependencies()) {
            retired.check(dependency);
            if (dependency.service().isEmpty()) {
                plain(dependency).ifPresent(findings::need);
            } else {
                ofService(dependency, dependency.service().get());
            }
        }
    }

    private void ofService(Dependency dependency, String id) {
        Optional<BackingService> service = catalogue.service(id);
        if (service.isEmpty()) {
            findings.error("UNKNOWN_SERVICE", dependency.at(),
                    dependency.name() + ": '" + id + "' is no service of the catalogue",
                    Suggestions.advice(id, "services", catalogue.serviceIds(), 6), List.of());
            return;
        }
        new ServiceDependency(circumstances, catalogue, findings, dependency, service.get()).resolve();
    }

    private Optional<EgressNeed> plain(Dependency dependency) {
        if (dependency.via() != Via.FIREWALL) {
            findings.error("SERVICE_REQUIRED", dependency.at(),
                    dependency.name() + ": via " + dependency.via() + " needs to know the service",
                    "add service: with one of " + String.join(", ", catalogue.serviceIds()), List.of());
            return Optional.empty();
        }
        if (dependency.protocol().isEmpty()) {
            findings.error("MISSING_PROTOCOL", dependency.at(),
                    dependency.name() + ": a dependency without a service needs a protocol",
                    "add protocol: and port:, or service:", List.of());
            return Optional.empty();
        }
        NeedProtocol protocol = NeedProtocol.valueOf(dependency.protocol().get().name());
        List<List<NeedTarget>> alternatives = new ArrayList<>();
        dependency.host().ifPresent(host -> alternatives.add(List.of(new NeedTarget.Name(host))));
        dependency.cidr().ifPresent(cidr -> alternatives.add(List.of(new NeedTarget.Address(cidr))));
        if (alternatives.isEmpty()) {
            findings.error("NO_DESTINATION", dependency.at(), dependency.name() + ": neither host nor cidr is given",
                    "add host: or cidr:", List.of());
            return Optional.empty();
        }
        Set<Layer> layers = layers(dependency, protocol);
        if (layers.isEmpty()) {
            findings.error("NETWORK_FQDN_WILDCARD", dependency.at(),
                    dependency.name() + ": " + protocol + " to "
                            + dependency.host().map(FqdnPattern::toString).orElse("")
                            + " needs a network rule, and network rules take no wildcards",
                    "name the hosts one by one, or add cidr:", List.of("fw-fqdn-network-rules"));
            return Optional.empty();
        }
        PortSet ports = dependency.port().orElseGet(() -> usualPorts(protocol));
        return Optional.of(new EgressNeed(dependency.name(), GROUP, purpose(dependency, ""), alternatives, List.of(),
                protocol, ports, layers, EgressNeed.Sources.PODS, Via.FIREWALL, Optional.empty(), Optional.empty(),
                true,
                false, List.of(), List.of()));
    }

    private Set<Layer> layers(Dependency dependency, NeedProtocol protocol) {
        boolean addressed = dependency.cidr().isPresent();
        boolean exact = dependency.host().filter(host -> !host.isWildcard()).isPresent();
        if (dependency.cidr().filter(cidr -> Locality.isLocal(cidr, circumstances)).isPresent()) {
            return Set.of(Layer.LOCAL);
        }
        Set<Layer> layers = EnumSet.noneOf(Layer.class);
        if (protocol.isApplication() && dependency.host().isPresent()) {
            layers.add(Layer.APPLICATION);
        }
        if (addressed || exact) {
            layers.add(Layer.NETWORK);
        }
        return layers;
    }

    private static PortSet usualPorts(NeedProtocol protocol) {
        return switch (protocol) {
            case HTTP -> PortSet.of(80);
            case HTTPS -> PortSet.of(443);
            case MSSQL -> PortSet.of(1433);
            case TCP, UDP, ICMP, ANY -> PortSet.ANY;
        };
    }

    static String purpose(Dependency dependency, String service) {
        if (!dependency.purpose().isEmpty()) {
            return dependency.purpose();
        }
        return service.isEmpty() ? "Workloads use " + dependency.name() + "." : "Workloads use " + service + ".";
    }
}
